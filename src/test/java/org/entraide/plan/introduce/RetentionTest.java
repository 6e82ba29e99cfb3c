package org.entraide.plan.introduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.people.identity.RetentionNote;
import org.entraide.plan.introduce.Retention.Somebody;
import org.junit.jupiter.api.Test;

class RetentionTest {

  private static final Instant ANSWERED = Instant.parse("2020-03-25T12:00:00Z");
  private static final Duration KEPT = Duration.ofDays(90);
  private static final Somebody ANA = somebody("", false);

  private static Somebody somebody(String said, boolean standing) {
    return new Somebody("7KQ47", Optional.of(ANSWERED), said, standing);
  }

  private static Instant after(int days) {
    return ANSWERED.plus(Duration.ofDays(days));
  }

  private static Retention sweep(Somebody one, Retention before, Instant now) {
    return Retention.sweep(List.of(one), before.remembered(), KEPT, now);
  }

  private static Retention first(Somebody one, Instant now) {
    return Retention.sweep(List.of(one), Map.of(), KEPT, now);
  }

  private static Optional<Instant> leaves(Retention retention) {
    return Optional.ofNullable(retention.remembered().get("7KQ47")).flatMap(RetentionNote::leaves);
  }

  @Test
  void aWeekBeforeTheEndItIsAnnouncedAndThenDone() {
    Retention early = first(ANA, after(82));
    Retention announced = sweep(ANA, early, after(83));
    Retention waits = sweep(ANA, announced, after(89));
    Retention over = sweep(ANA, waits, after(90));

    assertThat(leaves(early)).isEmpty();
    assertThat(leaves(announced)).contains(after(90));
    assertThat(waits.due()).isEmpty();
    assertThat(over.due()).containsExactly("7KQ47");
  }

  @Test
  void nobodyIsErasedWithoutAWeeksNoticeHoweverLongAgoItWas() {
    Retention late = first(ANA, after(1000));

    assertThat(late.due()).isEmpty();
    assertThat(leaves(late)).contains(after(1007));
    assertThat(sweep(ANA, late, after(1007)).due()).containsExactly("7KQ47");
  }

  @Test
  void aNewInstructionPutsItOff() {
    Retention announced = first(ANA, after(85));
    Retention spoken = sweep(somebody("Pause", false), announced, after(86));

    assertThat(leaves(spoken)).isEmpty();
    assertThat(leaves(sweep(somebody("Pause", false), spoken, after(86 + 82)))).isEmpty();
    assertThat(leaves(sweep(somebody("Pause", false), spoken, after(86 + 83)))).isPresent();
  }

  @Test
  void aNewAnswerPutsItOff() {
    Retention announced = first(ANA, after(85));
    Somebody again = new Somebody("7KQ47", Optional.of(after(86)), "", false);

    assertThat(leaves(sweep(again, announced, after(87)))).isEmpty();
  }

  @Test
  void whoeverHasAStandingIntroductionStaysAndTheEndOfItCounts() {
    Retention standing = first(somebody("M-1SENT", true), after(200));
    Retention ended = sweep(somebody("M-1DONE", false), standing, after(201));

    assertThat(leaves(standing)).isEmpty();
    assertThat(leaves(ended)).isEmpty();
    assertThat(leaves(sweep(somebody("M-1DONE", false), ended, after(201 + 82)))).isEmpty();
    assertThat(leaves(sweep(somebody("M-1DONE", false), ended, after(201 + 83)))).isPresent();
  }

  @Test
  void anInstructionOfWhichNobodyKnowsTheAgeCountsFromNow() {
    assertThat(leaves(first(somebody("Pause", false), after(500)))).isEmpty();
  }

  @Test
  void aClockThatJumpedAheadErasesNobodyOnceItIsSetRight() {
    Retention jumped = first(ANA, after(4000));
    Retention right = sweep(ANA, jumped, after(10));

    assertThat(leaves(right)).isEmpty();
    assertThat(right.due()).isEmpty();
    assertThat(leaves(sweep(ANA, right, after(83)))).contains(after(90));
  }

  @Test
  void aNoticeThatAClockAheadGaveIsGivenAnew() {
    Retention jumped = first(ANA, after(4000));

    assertThat(leaves(sweep(ANA, jumped, after(100)))).contains(after(107));
  }

  @Test
  void somebodyWithoutAnyTimeIsKeptFromTheFirstSweepOn() {
    Somebody timeless = new Somebody("7KQ47", Optional.empty(), "", false);
    Retention first = first(timeless, after(0));

    assertThat(leaves(sweep(timeless, first, after(82)))).isEmpty();
    assertThat(leaves(sweep(timeless, first, after(83)))).isPresent();
  }

  @Test
  void whatIsRememberedIsReadBack() {
    RetentionNote announced = new RetentionNote(after(0), "abcde", Optional.of(after(90)));
    RetentionNote quiet = new RetentionNote(after(0), "", Optional.empty());

    assertThat(RetentionNote.parse(announced.words())).contains(announced);
    assertThat(RetentionNote.parse(quiet.words())).contains(quiet);
    assertThat(RetentionNote.parse("yesterday abcde")).isEmpty();
    assertThat(RetentionNote.parse("")).isEmpty();
  }
}
