package org.entraide.campaign.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollBackoffTest {

  private static final PollBackoff HALF_A_MINUTE = PollBackoff.of(Duration.ofSeconds(30));

  private static PollBackoff after(int times, PollBackoff pace, UnaryOperator<PollBackoff> step) {
    PollBackoff result = pace;
    for (int i = 0; i < times; i++) {
      result = step.apply(result);
    }
    return result;
  }

  @ParameterizedTest
  @CsvSource({"0, 30", "20, 30", "23, 30", "24, 60", "28, 120", "32, 240", "36, 300", "9999, 300"})
  void aQuietCampaignSlowsDownToFiveMinutes(int quiet, int seconds) {
    assertThat(after(quiet, HALF_A_MINUTE, PollBackoff::afterQuiet).interval())
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"1, 60", "2, 120", "3, 240", "4, 300", "9999, 300"})
  void aFailingCampaignBacksOff(int failed, int seconds) {
    assertThat(after(failed, HALF_A_MINUTE, PollBackoff::afterFailure).interval())
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void oneGoodCycleOrOneChangeIsEnoughToRecover() {
    PollBackoff failing = after(9, HALF_A_MINUTE, PollBackoff::afterFailure);
    PollBackoff sleepy = after(99, HALF_A_MINUTE, PollBackoff::afterQuiet);

    assertThat(failing.afterQuiet().interval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(failing.afterChange().interval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(sleepy.afterChange().interval()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aPaceSlowerThanTheSlowestIsKept() {
    PollBackoff hourly = PollBackoff.of(Duration.ofHours(1));

    assertThat(after(99, hourly, PollBackoff::afterQuiet).interval())
        .isEqualTo(Duration.ofHours(1));
    assertThat(after(99, hourly, PollBackoff::afterFailure).interval())
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aCampaignThatShallNotSlowDownDoesNotButBacksOffWhereItFails() {
    PollBackoff steady = PollBackoff.of(Duration.ofSeconds(2), Duration.ZERO);

    assertThat(after(9999, steady, PollBackoff::afterQuiet).interval())
        .isEqualTo(Duration.ofSeconds(2));
    assertThat(after(3, steady, PollBackoff::afterFailure).interval())
        .isEqualTo(Duration.ofSeconds(16));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 2020})
  void waitsAreSpreadFromHalfToOneAndAHalf(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Duration shortest = Duration.ofDays(1);
    Duration longest = Duration.ZERO;
    for (int i = 0; i < 1000; i++) {
      Duration wait = HALF_A_MINUTE.next(random);
      shortest = wait.compareTo(shortest) < 0 ? wait : shortest;
      longest = wait.compareTo(longest) > 0 ? wait : longest;
    }

    assertThat(shortest).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(17));
    assertThat(longest).isBetween(Duration.ofSeconds(43), Duration.ofSeconds(45));
  }

  @Test
  void noWaitAtAllIsNoReasonToFail() {
    assertThat(PollBackoff.of(Duration.ZERO).next(new SplittableRandom(1))).isZero();
  }
}
