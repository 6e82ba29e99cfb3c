package org.entraide.campaign.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.campaign.model.Observation;
import org.entraide.plan.dashboard.WeekFigures;
import org.entraide.plan.introduction.Introduction;

/**
 * Counts the last seven days and the seven before, in whole days of the sheet's time zone: the
 * figures change when something happens, and once a day. Pure.
 *
 * @param now as the pass ends
 * @param decided of these
 */
record WeekStatistics(Situation now, MatchingStep.MatchingResult decided) {

  private static final int WEEK = 7;

  /** The first of the days that are counted. */
  static LocalDate firstDay(LocalDate today) {
    return today.minusDays(2 * WEEK - 1);
  }

  WeekFigures figures() {
    LocalDate today = day(now.observation().now());
    return new WeekFigures(days(today, waiting(today)), days(today.minusDays(WEEK), waited(today)));
  }

  private WeekFigures.Days days(LocalDate last, int waiting) {
    Observation observation = now.observation();
    Stream<Instant> answers =
        observation.interpretation().rows().stream()
            .filter(row -> !row.profile().isErased())
            .map(row -> row.profile().timestamp())
            .filter(Objects::nonNull);
    return new WeekFigures.Days(
        count(answers.map(this::day), last),
        count(introductions().stream().map(i -> day(i.madeAt())), last),
        count(Acceptances.of(observation).values().stream(), last),
        waiting);
  }

  /** How many days are in the week that ends with the last one. */
  private static int count(Stream<LocalDate> days, LocalDate last) {
    return (int)
        days.filter(day -> !day.isAfter(last) && day.isAfter(last.minusDays(WEEK))).count();
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, now.terms().zone());
  }

  private Collection<Introduction> introductions() {
    return now.current();
  }

  /** Those who wait now and answered more than a week ago. */
  private int waiting(LocalDate today) {
    return answeredBefore(waitingNow(), today.minusDays(WEEK));
  }

  /**
   * Those who waited so long a week ago: who still waits, and for whom an introduction was begun
   * since.
   */
  private int waited(LocalDate today) {
    LocalDate then = today.minusDays(WEEK);
    Set<String> people = waitingNow();
    for (Introduction i : now.current()) {
      if (day(i.madeAt()).isAfter(then) && now.people().containsKey(i.person())) {
        people.add(i.person());
      }
    }
    return answeredBefore(people, then.minusDays(WEEK));
  }

  private int answeredBefore(Set<String> people, LocalDate day) {
    Map<String, Instant> first = now.observation().firstAnswers();
    return (int)
        people.stream()
            .flatMap(ref -> Optional.ofNullable(first.get(ref)).stream())
            .filter(at -> day(at).isBefore(day))
            .count();
  }

  private Set<String> waitingNow() {
    return new OpenNeeds(now.people(), decided).refs();
  }
}
