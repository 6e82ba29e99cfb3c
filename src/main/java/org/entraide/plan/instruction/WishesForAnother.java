package org.entraide.plan.instruction;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entraide.people.word.Category;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;

/**
 * Which <i>Autre proposition</i> are open and which are answered: each asks once each time it is
 * chosen. The introductions that a person has when it is chosen stay as they are, and their needs
 * count as open again, with somebody else; the introduction that answers names those that it
 * answers, so that nothing repeats it while the word is still in its cell. Pure.
 *
 * @param toReplace by person, the introductions instead of which another was asked, for as long as
 *     the word is there; {@link #NOTHING} alone where there was none
 * @param released introductions whose needs are open although they are standing
 * @param answered by introduction, the one that answers it
 */
public record WishesForAnother(
    Map<String, Set<String>> toReplace, Set<String> released, Map<String, String> answered) {

  /** Means « there was nothing to replace ». */
  public static final String NOTHING = "-";

  public static final WishesForAnother NONE = new WishesForAnother(Map.of(), Set.of(), Map.of());

  /** The states in which there is something to replace. */
  private static final Set<State> REPLACEABLE =
      EnumSet.of(State.PREPARING, State.DRAFTED, State.SENT, State.BOUNCED, State.ACCEPTED);

  public WishesForAnother {
    toReplace = Map.copyOf(toReplace);
    released = Set.copyOf(released);
    answered = Map.copyOf(answered);
  }

  /**
   * Works it out.
   *
   * @param instructions by reference
   * @param introductions between people as they are called now
   * @param remembered what was asked so far, as {@link #toReplace}
   * @param forgotten whether the journal is new: then an introduction that answers another is not
   *     itself to be replaced, since the word may have been there all the time
   */
  public static WishesForAnother of(
      Map<String, OrganiserInstructions> instructions,
      Collection<Introduction> introductions,
      Map<String, Set<String>> remembered,
      boolean forgotten) {
    Map<String, String> answered = new HashMap<>();
    introductions.forEach(i -> i.insteadOf().forEach(old -> answered.put(old, i.ref())));
    Map<String, Set<String>> toReplace = new HashMap<>();
    instructions.forEach(
        (ref, order) -> {
          if (order.asksForAnother()) {
            Set<String> rememberedRefs = remembered.get(ref);
            toReplace.put(
                ref,
                rememberedRefs == null
                    ? now(ref, introductions, answered, forgotten)
                    : rememberedRefs);
          }
        });
    Set<String> wanted = new HashSet<>();
    toReplace.values().forEach(wanted::addAll);
    Set<String> released = new HashSet<>();
    for (Introduction i : introductions) {
      boolean open = wanted.contains(i.ref()) && !answered.containsKey(i.ref());
      boolean replaced = answered.containsKey(i.ref()) && i.state() != State.ACCEPTED;
      if (i.state() != State.DONE && (open || replaced)) {
        released.add(i.ref());
      }
    }
    return new WishesForAnother(toReplace, released, answered);
  }

  private static Set<String> now(
      String person,
      Collection<Introduction> introductions,
      Map<String, String> answered,
      boolean forgotten) {
    Set<String> replaceable = new TreeSet<>();
    Set<String> replaced = new TreeSet<>();
    for (Introduction i : introductions) {
      if (i.person().equals(person) && answered.containsKey(i.ref())) {
        replaced.add(i.ref());
      } else if (i.person().equals(person)
          && REPLACEABLE.contains(i.state())
          && (!forgotten || i.insteadOf().isEmpty())) {
        replaceable.add(i.ref());
      }
    }
    if (replaceable.isEmpty() && forgotten) {
      replaceable.addAll(replaced); // what was answered is said to be
    }
    return replaceable.isEmpty() ? Set.of(NOTHING) : replaceable;
  }

  /** The introductions of a person that still wait for an answer, in order. */
  public List<String> waiting(String person) {
    return toReplace.getOrDefault(person, Set.of()).stream()
        .filter(ref -> !ref.equals(NOTHING) && !answered.containsKey(ref))
        .sorted()
        .toList();
  }

  /** Which of a person's wishes a new introduction answers. */
  public Set<String> answeredBy(
      String person, Set<Category> needs, Map<String, Introduction> introductions) {
    Set<String> answers = new TreeSet<>();
    for (String ref : waiting(person)) {
      Introduction old = introductions.get(ref);
      if (old != null && old.needs().stream().anyMatch(needs::contains)) {
        answers.add(ref);
      }
    }
    return answers;
  }
}
