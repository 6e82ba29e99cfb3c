package org.entraide.plan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.entraide.match.model.Matching;
import org.entraide.match.model.RefusedPin;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.layout.Status;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;

/**
 * What came of every reference under Avec/With. Pure.
 *
 * @param people by reference
 * @param areTogether whether two people are introduced, or are to be
 */
record PinAnswers(
    Map<String, LocatedPerson> people, Matching matching, BiPredicate<String, String> areTogether) {

  List<Message> of(LocatedPerson located) {
    List<Message> sentences = new ArrayList<>();
    String ref = located.ref();
    for (String other : located.instructions().with().stream().sorted().toList()) {
      if (areTogether.test(ref, other)) {
        sentences.add(Message.of("explain.pin.followed").with("ref", new PersonReference(other)));
      } else {
        refusal(ref, other).ifPresent(sentences::add);
      }
    }
    return sentences;
  }

  private Optional<Message> refusal(String ref, String other) {
    return matching.refusedPins().stream()
        .filter(pin -> pin.person().equals(ref) && pin.helper().equals(other))
        .map(
            pin ->
                Message.of("explain.pin.refused")
                    .with("ref", new PersonReference(other))
                    .with("why", why(pin)))
        .findFirst();
  }

  private Message why(RefusedPin pin) {
    if (pin.why() != RefusedPin.RefusalReason.AWAY) {
      return Message.of("explain.pin." + pin.why().name().toLowerCase(Locale.ROOT));
    }
    Optional<Message> one = absence(pin.person());
    Optional<Message> other = absence(pin.helper());
    if (one.isPresent() && other.isPresent()) {
      return Message.of("explain.pin.away.both")
          .with("one", new PersonReference(pin.person()))
          .with("first", one.get())
          .with("other", new PersonReference(pin.helper()))
          .with("second", other.get());
    }
    return Message.of("explain.pin.away")
        .with("ref", new PersonReference(one.isPresent() ? pin.person() : pin.helper()))
        .with("status", one.or(() -> other).orElse(Status.INCOMPLETE.word()));
  }

  /** Why somebody does not take part, as a status. */
  private Optional<Message> absence(String ref) {
    LocatedPerson located = people.get(ref);
    if (located == null || located.mayBeMatched()) {
      return Optional.empty();
    }
    Optional<Status> ordered = located.instructions().status();
    if (ordered.isPresent()) {
      return Optional.of(ordered.get().word());
    }
    return Optional.of(
        located.person().profile().isComplete() && located.person().profile().isMinor()
            ? Message.of("explain.pin.minor")
            : Status.INCOMPLETE.word());
  }
}
