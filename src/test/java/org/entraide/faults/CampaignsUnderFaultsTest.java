package org.entraide.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.entraide.build.Stories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What goes wrong for hours in one place holds up nothing elsewhere, and is not asked in a rush.
 */
@Stories
class CampaignsUnderFaultsTest {

  private static final Duration AN_HOUR = Duration.ofHours(1);

  /** A campaign that fails waits up to 5 minutes by half more, after a few shorter waits. */
  private static final int MOST_PASSES = 25;

  /** Faults that say nothing about what else the same user may ask for. */
  @ParameterizedTest
  @EnumSource(names = {"UNAUTHENTICATED", "FORBIDDEN", "UNAVAILABLE", "NULLS", "SLOW_HEADERS"})
  void aSheetThatFailsForAnHourHoldsUpNoOtherCampaign(Fault fault) {
    try (TwoCampaigns two = new TwoCampaigns()) {
      two.goesWrongForTheFirst(RequestKind.SHEET, fault);

      two.run(Duration.ofMinutes(10));
      two.answer(1, 10);
      two.run(AN_HOUR.minusMinutes(10));

      assertThat(two.thrown()).isEmpty();
      assertThat(two.passes(1)).isGreaterThan(20);
      assertThat(two.longestPause(1)).isLessThan(Duration.ofMinutes(9));
      assertThat(two.answersWithoutStatus(1)).isZero();
      assertThat(two.passes(0)).isBetween(8, MOST_PASSES);
      assertThat(two.reads(0)).isLessThanOrEqualTo(4 * MOST_PASSES);
      two.heals();
      two.run(Duration.ofMinutes(20));
      assertThat(two.answersWithoutStatus(0)).isZero();
      assertThat(two.letters()).hasSize(3).doesNotContainValue(2);
    }
  }

  /** Google counts by user: what one campaign is refused, the other does not ask for either. */
  @Test
  void whoIsThrottledWaitsInAllCampaignsAndThenGoesOn() {
    try (TwoCampaigns two = new TwoCampaigns()) {
      two.goesWrong(RequestKind.SHEET, Fault.THROTTLED_LONGER);

      two.run(AN_HOUR);

      assertThat(two.reads(0) + two.reads(1)).isBetween(10, 35);
      two.heals();
      two.run(Duration.ofMinutes(20));
      assertThat(two.answersWithoutStatus(0)).isZero();
      assertThat(two.answersWithoutStatus(1)).isZero();
      assertThat(two.letters()).hasSize(2).doesNotContainValue(2);
    }
  }

  /** Gmail may say that it takes nothing more today. */
  @ParameterizedTest
  @EnumSource(names = {"DAY", "THROTTLED_IN_WORDS"})
  void aMailboxThatRestsKeepsNobodysRowWaiting(Fault fault) {
    try (TwoCampaigns two = new TwoCampaigns()) {
      two.goesWrong(RequestKind.NEW_DRAFT, fault);
      two.run(Duration.ofMinutes(3));
      two.answer(1, 10);

      two.run(Duration.ofMinutes(6));

      assertThat(two.answersWithoutStatus(1)).isZero();
      two.run(AN_HOUR);
      assertThat(two.asked(RequestKind.NEW_DRAFT)).isLessThanOrEqualTo(8);
      assertThat(two.letters()).isEmpty();
      two.heals();
      two.run(AN_HOUR.plusMinutes(10));
      assertThat(two.letters()).hasSize(3).doesNotContainValue(2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PRECONDITION", "UNAVAILABLE", "CLOCK_FAST"})
  void aDeadSignInIsAskedForOnceAPassOrSoAndLessAndLess(Fault fault) {
    try (TwoCampaigns two = new TwoCampaigns()) {
      two.goesWrong(RequestKind.TOKEN, fault);

      two.run(AN_HOUR);

      int passes = two.passes(0) + two.passes(1);
      int most = fault == Fault.UNAVAILABLE ? 4 * passes : passes;
      assertThat(passes).isBetween(16, 2 * MOST_PASSES);
      assertThat(two.asked(RequestKind.TOKEN)).isBetween(passes, most);
      assertThat(two.asked(RequestKind.SHEET)).isZero();
      two.heals();
      two.run(Duration.ofMinutes(20));
      assertThat(two.letters()).hasSize(2).doesNotContainValue(2);
    }
  }

  /** Only the drafts wait. */
  @Test
  void aDelegateWhoLetsNobodyInIsAskedForOnceAPassAndTheRowsAreLookedAfter() {
    try (TwoCampaigns two = new TwoCampaigns()) {
      two.delegates(false);

      two.run(AN_HOUR);

      int passes = two.passes(0) + two.passes(1);
      assertThat(two.answersWithoutStatus(0)).isZero();
      assertThat(two.answersWithoutStatus(1)).isZero();
      assertThat(two.asked(RequestKind.TOKEN))
          .isLessThanOrEqualTo(passes + 3); // one pass of each claims, and looks again
      assertThat(two.asked(RequestKind.PROFILE)).isZero();
      two.delegates(true);
      two.run(Duration.ofMinutes(20));
      assertThat(two.letters()).hasSize(2).doesNotContainValue(2);
    }
  }
}
