package org.entraide.campaign.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.PLACE;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.world.World;
import org.entraide.people.identity.Person;
import org.entraide.people.profile.Profile;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.layout.ResponseRow;
import org.junit.jupiter.api.Test;

/**
 * What a campaign keeps from one pass to the next: nothing of people's answers. They would stay in
 * the memory of a process that runs for weeks, and fill it: a row takes ten kilobytes.
 */
class KeptBetweenPassesTest {

  private static final Set<Class<?>> OF_PEOPLE =
      Set.of(
          Person.class, Profile.class, ResponseRow.class, Interpretation.class, Observation.class);

  @Test
  void nothingOfPeoplesAnswersOutlivesAPass() {
    World world = World.busy();
    CampaignRunner running = world.campaign();

    for (int pass = 0; pass < 5; pass++) {
      world.answer("Quentin Quist " + pass, PLACE, "Nord");
      running.runOnce();
      assertThat(ofPeople(running)).as("after pass %d", pass).isEmpty();
    }
    world.settle(3);
    running.runOnce();
    assertThat(ofPeople(running)).as("at rest").isEmpty();
  }

  @Test
  void whatALambdaKeepsIsSeen() {
    String secret = "Quentin Quist";
    Runnable keeping = () -> assertThat(secret).isNotEmpty();

    assertThat(reached(List.of(keeping), KeptBetweenPassesTest.class)).contains(secret);
    assertThat(kept(World.busy().campaign())).hasSizeGreaterThan(100);
  }

  private static List<Class<?>> ofPeople(CampaignRunner running) {
    List<Class<?>> types = new ArrayList<>();
    kept(running).stream()
        .filter(KeptBetweenPassesTest::isOfPeople)
        .map(Object::getClass)
        .distinct()
        .forEach(types::add);
    return types;
  }

  private static boolean isOfPeople(Object kept) {
    return OF_PEOPLE.contains(kept.getClass())
        || (kept instanceof String text && text.toLowerCase(Locale.ROOT).contains("quist"));
  }

  private static Collection<Object> kept(CampaignRunner running) {
    return reached(List.of(running), Cycle.class);
  }

  /**
   * All that can be reached from there.
   *
   * @param like a class; only objects of those that come from the same place are looked into: of
   *     the program's, and not of the test's world, to which it is connected
   */
  private static Collection<Object> reached(List<Object> from, Class<?> like) {
    Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      Object one = open.pop();
      if (reached.add(one)) {
        parts(one, like).forEach(open::push);
      }
    }
    return reached;
  }

  private static List<Object> parts(Object whole, Class<?> like) {
    List<Object> parts = new ArrayList<>();
    if (whole instanceof Object[] array) {
      parts.addAll(Arrays.asList(array));
    } else if (whole instanceof Map<?, ?> map) {
      parts.addAll(map.keySet());
      parts.addAll(map.values());
    } else if (whole instanceof Collection<?> collection) {
      parts.addAll(collection);
    } else if (whole instanceof Map.Entry<?, ?> entry) {
      parts.add(entry.getKey());
      parts.add(entry.getValue());
    } else if (whole instanceof AtomicReference<?> reference) {
      parts.add(reference.get());
    } else if (whole instanceof Optional<?> optional) {
      optional.ifPresent(parts::add);
    } else if (isLikewise(whole.getClass(), like) && !(whole instanceof Ports)) {
      fields(whole, parts);
    }
    parts.removeIf(Objects::isNull);
    return parts;
  }

  private static boolean isLikewise(Class<?> type, Class<?> like) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    CodeSource ours = like.getProtectionDomain().getCodeSource();
    return source != null && source.getLocation().equals(ours.getLocation());
  }

  private static void fields(Object whole, List<Object> parts) {
    Class<?> type = whole.getClass();
    while (isLikewise(type, whole.getClass())) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          try {
            field.setAccessible(true);
            parts.add(field.get(whole));
          } catch (IllegalAccessException e) {
            throw new AssertionError(e);
          }
        }
      }
      type = type.getSuperclass();
    }
  }
}
