package org.entraide.campaign.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entraide.people.profile.Profile;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.Status;
import org.entraide.plan.letter.LetterPhone;
import org.entraide.plan.todo.Task;
import org.jspecify.annotations.Nullable;

/**
 * Whom tasks name, how they are rung, and since when. Pure.
 *
 * @param people by reference
 * @param firstAnswers by person, the earliest known
 * @param zone of the sheet
 * @param country ISO 3166-1 alpha-2, where the organisers telephone; empty for nowhere in
 *     particular
 * @param numbers whether telephone numbers may be shown at all
 * @param troubles since when there are troubles that are nobody's in particular
 */
record TaskPeople(
    Map<String, LocatedPerson> people,
    Map<String, Instant> firstAnswers,
    ZoneId zone,
    String country,
    boolean numbers,
    TroubleDays troubles) {

  /** Somebody of whom tasks may be: not who withdrew, was barred or erased, or did not consent. */
  Optional<LocatedPerson> find(String ref) {
    return Optional.ofNullable(people.get(ref))
        .filter(it -> it.person().profile().consent().isGiven())
        .filter(it -> it.instructions().status().filter(Status::hasLeft).isEmpty());
  }

  /** Those of an introduction's two whom tasks may name, who needs help first. */
  Stream<LocatedPerson> both(Introduction i) {
    return Stream.of(i.person(), i.helper()).flatMap(ref -> find(ref).stream());
  }

  /** Those of an introduction's two whom tasks may name, to be read and not to be rung. */
  List<Task.Contact> named(Introduction i) {
    return both(i).map(it -> new Task.Contact(it.ref(), null)).toList();
  }

  /** Somebody who is to be rung. */
  Task.Contact rung(LocatedPerson located) {
    return new Task.Contact(located.ref(), phone(located));
  }

  private @Nullable String phone(LocatedPerson located) {
    Profile profile = located.person().profile();
    return numbers && profile.consent().isGiven()
        ? LetterPhone.of(profile, located.place()).map(it -> it.dialledIn(country)).orElse(null)
        : null;
  }

  LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  /** When somebody first answered; null where nobody knows. */
  @Nullable LocalDate answered(String ref) {
    Instant first = firstAnswers.get(ref);
    return first == null ? null : day(first);
  }
}
