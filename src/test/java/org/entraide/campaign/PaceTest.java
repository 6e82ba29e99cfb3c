package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

  private static final Pace HALF_A_MINUTE = Pace.of(Duration.ofSeconds(30));

  private static Pace after(int times, Pace pace, UnaryOperator<Pace> step) {
    Pace result = pace;
    for (int i = 0; i < times; i++) {
      result = step.apply(result);
    }
    return result;
  }

  @ParameterizedTest
  @CsvSource({"0, 30", "20, 30", "23, 30", "24, 60", "28, 120", "32, 240", "36, 300", "9999, 300"})
  void aQuietCampaignSlowsDownToFiveMinutes(int quiet, int seconds) {
    assertThat(after(quiet, HALF_A_MINUTE, Pace::afterQuiet).interval())
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"1, 60", "2, 120", "3, 240", "4, 300", "9999, 300"})
  void aFailingCampaignBacksOff(int failed, int seconds) {
    assertThat(after(failed, HALF_A_MINUTE, Pace::afterFailure).interval())
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void oneGoodCycleOrOneChangeIsEnoughToRecover() {
    Pace failing = after(9, HALF_A_MINUTE, Pace::afterFailure);
    Pace sleepy = after(99, HALF_A_MINUTE, Pace::afterQuiet);

    assertThat(failing.afterQuiet().interval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(failing.afterChange().interval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(sleepy.afterChange().interval()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aPaceSlowerThanTheSlowestIsKept() {
    Pace hourly = Pace.of(Duration.ofHours(1));

    assertThat(after(99, hourly, Pace::afterQuiet).interval()).isEqualTo(Duration.ofHours(1));
    assertThat(after(99, hourly, Pace::afterFailure).interval()).isEqualTo(Duration.ofHours(1));
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
    assertThat(Pace.of(Duration.ZERO).next(new SplittableRandom(1))).isZero();
  }
}
