package org.entraide.plan.introduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.plan.Folk.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.entraide.config.HoldBack;
import org.entraide.plan.ReporterFixture;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.layout.Instruction;
import org.entraide.plan.layout.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldBackEndTest {

  private static final HoldBack HOUR = HoldBack.of(Duration.ofHours(1));

  /** How long somebody is held back who answered at noon, after so many others. */
  private static Duration adapted(List<Instant> others) {
    List<Instant> all = new ArrayList<>(others);
    all.add(NOON);
    return Duration.between(NOON, new HoldBackEnd(HoldBack.AUTO, all).of(NOON));
  }

  private static List<Instant> minutesBefore(int count) {
    List<Instant> times = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      times.add(NOON.minusSeconds(60L * i));
    }
    return times;
  }

  // ---- how long

  @Test
  void aFixedTimeCountsFromTheFirstAnswerWhateverArrives() {
    assertThat(new HoldBackEnd(HOUR, minutesBefore(100)).of(NOON))
        .isEqualTo(NOON.plus(Duration.ofHours(1)));
  }

  @ParameterizedTest
  @CsvSource({"0, PT0S", "1, PT20M", "3, PT1H", "35, PT11H40M", "36, PT12H", "1000, PT12H"})
  void aTimeThatAdaptsIsLongerTheMoreAnswersCameTheDayBefore(int others, Duration wait) {
    assertThat(adapted(minutesBefore(others))).isEqualTo(wait);
  }

  @Test
  void onlyTheDayBeforeCounts() {
    List<Instant> others =
        List.of(NOON.minus(Duration.ofDays(1)), NOON.minus(Duration.ofDays(1)).plusMillis(1));

    assertThat(adapted(others)).isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void whatArrivesLaterChangesNothing() {
    List<Instant> before = minutesBefore(10);
    List<Instant> after = new ArrayList<>(before);
    for (int i = 1; i <= 500; i++) {
      after.add(NOON.plusMillis(i));
    }

    assertThat(adapted(after)).isEqualTo(adapted(before)).isEqualTo(Duration.ofMinutes(200));
  }

  @Test
  void severalWhoAnswerInOneMomentAreHeldBackAlike() {
    assertThat(adapted(List.of(NOON, NOON))).isEqualTo(Duration.ofMinutes(40));
  }

  @Test
  void theOrderOfTheAnswersDoesNotMatter() {
    List<Instant> answers = minutesBefore(30);
    answers.add(NOON.minus(Duration.ofDays(3)));
    Duration wait = adapted(answers);
    Random random = new Random(4);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(answers, random);

      assertThat(adapted(answers)).isEqualTo(wait).isEqualTo(Duration.ofHours(10));
    }
  }

  // ---- who

  private static Map<String, Instant> heldBack(LocatedPerson ana, Instant first, Instant now) {
    return new HoldBackEnd(HOUR, List.of(first))
        .heldBackUntil(Map.of("ana", ana), Map.of("ana", first), now);
  }

  @Test
  void somebodyIsHeldBackToTheEndOfTheTimeAndNoMomentLonger() {
    LocatedPerson ana = ReporterFixture.ana().made();
    Instant end = NOON.plus(Duration.ofHours(1));

    assertThat(heldBack(ana, NOON, NOON)).isEqualTo(Map.of("ana", end));
    assertThat(heldBack(ana, NOON, end.minusMillis(1))).isEqualTo(Map.of("ana", end));
    assertThat(heldBack(ana, NOON, end)).isEmpty();
  }

  @Test
  void whomOrganisersPutFirstIsNotHeldBack() {
    assertThat(heldBack(ReporterFixture.ana().instructed(Instruction.PRIORITY).made(), NOON, NOON))
        .isEmpty();
    assertThat(heldBack(ReporterFixture.ana().vulnerable().made(), NOON, NOON))
        .as("only an organiser's word counts")
        .isNotEmpty();
  }

  @Test
  void nobodyIsHeldBackWhoTakesNoPart() {
    OrganiserInstructions paused =
        new OrganiserInstructions(
            Set.of(),
            Optional.of(Status.PAUSED),
            Set.of(),
            Set.of(),
            false,
            Optional.empty(),
            "",
            List.of());

    assertThat(heldBack(ReporterFixture.ana().instructions(paused).made(), NOON, NOON)).isEmpty();
  }

  @Test
  void whoseFirstAnswerHasNoTimeIsNotHeldBack() {
    Map<String, LocatedPerson> people = Map.of("ana", ReporterFixture.ana().made());

    assertThat(new HoldBackEnd(HOUR, List.of()).heldBackUntil(people, Map.of(), NOON)).isEmpty();
  }
}
