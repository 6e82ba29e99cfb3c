package org.entraide.plan.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entraide.match.model.Matching;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;

/**
 * What rows say of Jamais avec/Never with: that of the person beside whom it was typed always, that
 * of the other one where it explains something there. Pure.
 */
final class KeptApart {

  private static final Set<State> ON_THE_WAY =
      EnumSet.of(State.PREPARING, State.DRAFTED, State.SENT, State.BOUNCED, State.ACCEPTED);

  private static final Set<State> NOT_SENT = EnumSet.of(State.PREPARING, State.DRAFTED);

  private final Map<String, LocatedPerson> people;
  private final Matching matching;

  /** By person, beside whom their reference was typed. */
  private final Map<String, Set<String>> namedBy = new HashMap<>();

  /**
   * @param people by reference
   */
  KeptApart(Map<String, LocatedPerson> people, Matching matching) {
    this.people = people;
    this.matching = matching;
    people
        .values()
        .forEach(
            located ->
                located
                    .instructions()
                    .neverWith()
                    .forEach(
                        other ->
                            namedBy
                                .computeIfAbsent(other, ref -> new TreeSet<>())
                                .add(located.ref())));
  }

  /**
   * @param introductions of this person, the oldest first
   */
  List<Message> of(LocatedPerson located, List<Introduction> introductions) {
    List<Message> answers = new ArrayList<>();
    Set<String> typed = new TreeSet<>(located.instructions().neverWith());
    for (String other : typed) {
      answers.add(
          other.equals(located.ref())
              ? Message.of("explain.never.oneself")
              : introduced(introductions, other)
                  .orElse(Message.of("explain.never").with("other", new PersonReference(other))));
    }
    for (String other : namedBy.getOrDefault(located.ref(), Set.of())) {
      if (!typed.contains(other)) {
        introduced(introductions, other).or(() -> ofOther(located, other)).ifPresent(answers::add);
      }
    }
    return answers;
  }

  /** What is said where the two had an introduction before; empty where they had none. */
  private static Optional<Message> introduced(List<Introduction> introductions, String other) {
    return introductions.stream()
        .filter(i -> ON_THE_WAY.contains(i.state()))
        .filter(i -> i.person().equals(other) || i.helper().equals(other))
        .findFirst()
        .map(
            i ->
                Message.of(
                        NOT_SENT.contains(i.state()) && i.missingSince() == null
                            ? "explain.never.draft"
                            : "explain.never.too_late")
                    .with("other", new PersonReference(other))
                    .with("ref", i.ref()));
  }

  /**
   * Said where one could help the other: else nobody wonders. Where somebody is to be introduced to
   * them, too, the answer to that says it.
   */
  private Optional<Message> ofOther(LocatedPerson located, String ref) {
    LocatedPerson other = people.get(ref);
    boolean explains =
        other != null
            && !located.instructions().with().contains(ref)
            && located.mayBeMatched()
            && other.mayBeMatched()
            && (couldBeHelped(located, other) || couldBeHelped(other, located));
    return explains
        ? Optional.of(Message.of("explain.never.other").with("other", new PersonReference(ref)))
        : Optional.empty();
  }

  private boolean couldBeHelped(LocatedPerson one, LocatedPerson other) {
    return matching.reasons().getOrDefault(one.ref(), List.of()).stream()
        .anyMatch(
            reason -> !Collections.disjoint(reason.needs(), other.person().profile().offers()));
  }
}
