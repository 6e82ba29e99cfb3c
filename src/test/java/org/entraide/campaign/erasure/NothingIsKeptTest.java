package org.entraide.campaign.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.world.World;
import org.entraide.plan.dashboard.OwnTabsUpdate;
import org.entraide.table.Row;
import org.junit.jupiter.api.Test;

/** A sheet of thousands of people is large, and what is in it is theirs. */
class NothingIsKeptTest {

  @Test
  void noRowOutlivesThePassThatReadIt() {
    World world = World.busy().signed(InstallationIdentity.daemon("first", false));
    world.settle(4);

    List<Row> kept =
        reachable(world.campaign(), Row.class).stream().filter(row -> row.index() > 0).toList();

    assertThat(kept).isEmpty();
    assertThat(reachable(world.campaign(), OwnTabsUpdate.class))
        .as("it was looked everywhere")
        .hasSize(1);
  }

  /**
   * All objects of a class that an object of ours keeps, whatever lies outside of a cycle apart.
   */
  private static <T> List<T> reachable(Object root, Class<T> wanted) {
    List<T> found = new ArrayList<>();
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> left = new ArrayDeque<>(List.of(root));
    while (!left.isEmpty()) {
      Object next = left.pop();
      if (seen.add(next) && !isOutside(next)) {
        if (wanted.isInstance(next)) {
          found.add(wanted.cast(next));
        }
        left.addAll(parts(next));
      }
    }
    return found;
  }

  private static boolean isOutside(Object one) {
    return one instanceof Ports || one.getClass().isHidden();
  }

  private static List<Object> parts(Object one) {
    if (one instanceof Map<?, ?> map) {
      List<Object> parts = new ArrayList<>(map.keySet());
      parts.addAll(map.values());
      return parts;
    }
    if (one instanceof Collection<?> collection) {
      return new ArrayList<>(collection);
    }
    if (one instanceof Optional<?> optional) {
      return optional.<List<Object>>map(List::of).orElse(List.of());
    }
    List<Object> parts = new ArrayList<>();
    Class<?> type = one.getClass();
    while (type != null && type.getName().startsWith("org.entraide")) {
      for (Field field : type.getDeclaredFields()) {
        part(field, one).ifPresent(parts::add);
      }
      type = type.getSuperclass();
    }
    return parts;
  }

  private static Optional<Object> part(Field field, Object of) {
    if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
      return Optional.empty();
    }
    try {
      field.setAccessible(true);
      return Optional.ofNullable(field.get(of));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
