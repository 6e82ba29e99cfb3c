package org.entraide.campaign.cycle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.entraide.campaign.decide.DashboardStatistics;
import org.entraide.campaign.decide.OpenTasks;
import org.entraide.campaign.mail.MailboxObserver;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.port.MailCursor;
import org.entraide.campaign.port.MailObservation;
import org.entraide.plan.dashboard.Heartbeat;
import org.entraide.plan.introduce.HoldBackEnd;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;

/**
 * When time alone gives a pass something to do over a world that does not change. Pure.
 *
 * <p>Everything that depends on the time must be here; what was forgotten is late by {@link
 * #LATEST}.
 */
final class NextDue {

  /** Everything is looked at that often, whatever is known. */
  static final Duration LATEST = Duration.ofHours(1);

  private NextDue() {}

  /** Whether nothing is under way that passes must look after. */
  static boolean isSettled(Observation observation) {
    MailObservation mail = observation.mail();
    return !observation.settingsTab().settings().confirmsDeletions()
        && observation.absences().confused().isEmpty()
        && observation.interpretation().remnants().isEmpty()
        && mail.troubles().isEmpty()
        && mail.down().isEmpty()
        && mail.emptied().isEmpty()
        && observation.form().trouble().isEmpty()
        && mail.cursors().values().stream().noneMatch(MailCursor::exchanged)
        && mail.introductions().values().stream().noneMatch(NextDue::isUnderWay)
        && mail.searches().stream().allMatch(next -> next.isAfter(observation.now()));
  }

  /** A draft that is asked for again within its day. */
  private static boolean isUnderWay(Introduction i) {
    return i.state() == State.PREPARING && i.has(IntroductionFlag.UNFIT);
  }

  /**
   * The first moment at which a pass over the same world could find something to do.
   *
   * @param signs whether signs of life are written on their own: then none is reckoned
   * @param followUp after how long a silent letter is followed up; empty for never
   */
  static Instant after(Observation observation, boolean signs, Optional<Duration> followUp) {
    Instant now = observation.now();
    Stream<Instant> times =
        Stream.of(
                Stream.of(now.plus(LATEST), midnight(now)),
                signs
                    ? Stream.<Instant>of()
                    : observation.signOfLife().stream().flatMap(NextDue::ages),
                comparisonEnds(observation),
                questions(observation),
                pauseEnds(observation),
                observation.mail().searches().stream(),
                observation.absences().graceEnds().stream(),
                observation.handMade().due().stream(),
                introductions(observation.mail().introductions().values(), followUp),
                observation.form().witness().stream()
                    .flatMap(form -> form.nextLost(now, observation.memory().erased()).stream()))
            .flatMap(it -> it);
    return times.filter(at -> at.isAfter(now)).min(Instant::compareTo).orElse(now);
  }

  /** When pairs of those who need help are no longer only compared. */
  private static Stream<Instant> comparisonEnds(Observation observation) {
    HoldBackEnd end = observation.holdBackEnd();
    return observation.interpretation().people().stream()
        .filter(person -> !person.profile().needs().isEmpty())
        .flatMap(person -> Stream.ofNullable(observation.firstAnswers().get(person.ref())))
        .map(end::of);
  }

  /** When people may be asked what their answer lacks. */
  private static Stream<Instant> questions(Observation observation) {
    if (!observation.settings().questionDrafts()) {
      return Stream.of();
    }
    HoldBackEnd end = observation.holdBackEnd();
    return observation.interpretation().people().stream()
        .flatMap(person -> Stream.ofNullable(person.profile().timestamp()))
        .map(end::of);
  }

  /** When pauses end by themselves, at the start of a day in the sheet's time zone. */
  private static Stream<Instant> pauseEnds(Observation observation) {
    return observation.interpretation().instructions().values().stream()
        .flatMap(order -> order.pausedUntil().stream())
        .map(day -> day.atStartOfDay(observation.workbook().zone()).toInstant());
  }

  /** When {@code RetentionCheck} begins its next day. */
  private static Instant midnight(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** When a sign of life is due again, or expires; or, where it is in the future, becomes valid. */
  private static Stream<Instant> ages(Heartbeat.SignOfLife signOfLife) {
    return Stream.of(
        signOfLife.at().plus(Heartbeat.EVERY),
        signOfLife.at().plus(Heartbeat.FRESH),
        signOfLife.at().minus(Heartbeat.EVERY),
        signOfLife.at().minus(Heartbeat.FRESH));
  }

  private static Stream<Instant> introductions(
      Collection<Introduction> introductions, Optional<Duration> followUp) {
    return introductions.stream()
        .flatMap(
            i -> {
              Instant sent = i.sentAt();
              Instant since = sent == null ? i.begunAt() : sent;
              return Stream.concat(
                  Stream.of(
                      since.plus(OpenTasks.OLD_DRAFT),
                      since.plus(DashboardStatistics.OLD_DRAFT),
                      since.plus(DashboardStatistics.SILENT_LETTER),
                      since.plus(MailboxObserver.ANSWERS_COME),
                      i.begunAt().plus(MailboxObserver.TRASH_IS_EMPTIED)),
                  followUp.map(since::plus).stream());
            });
  }
}
