package org.entraide.campaign.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.entraide.testkit.MovableClock;
import org.junit.jupiter.api.Test;

class HealthTest {

  private static final Duration POLL = Duration.ofSeconds(30);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final MovableClock time = new MovableClock();
  private final Health health = new Health(List.of("londres", "dublin"), time);

  @Test
  void aDaemonThatJustStartedIsWellAndOneWhoseFirstCycleNeverEndsIsNot() {
    assertThat(health.hanging()).isEmpty();

    time.advance(Health.PATIENCE);
    assertThat(health.hanging()).isEmpty();

    time.advance(SECOND);
    assertThat(health.hanging()).containsExactly("londres", "dublin");
  }

  @Test
  void aCampaignIsWellForAsLongAsItsNextCycleIsNotFarTooLate() {
    health.ended("londres", POLL);
    health.ended("dublin", Duration.ofDays(1));

    time.advance(POLL.plus(Health.PATIENCE));
    assertThat(health.hanging()).isEmpty();

    time.advance(SECOND);
    assertThat(health.hanging()).containsExactly("londres");
  }

  @Test
  void aCampaignThatWaitsForAQuotaIsWellUntilThen() {
    health.ended("londres", Duration.ofHours(9));
    health.ended("dublin", Duration.ofHours(9));

    time.advance(Duration.ofHours(9));
    assertThat(health.hanging()).isEmpty();

    time.advance(Health.PATIENCE.plus(SECOND));
    assertThat(health.hanging()).containsExactly("londres", "dublin");
  }

  @Test
  void aCampaignThatHungAndGoesOnIsWellAgain() {
    time.advance(Health.PATIENCE.plus(SECOND));
    health.ended("dublin", POLL);

    assertThat(health.hanging()).containsExactly("londres");

    health.ended("londres", POLL);

    assertThat(health.hanging()).isEmpty();
  }

  @Test
  void theTimeUntilTheNextCycleRunsDownToNothing() {
    health.ended("londres", POLL);
    time.advance(Duration.ofSeconds(10));

    assertThat(health.untilNext("londres")).isEqualTo(Duration.ofSeconds(20));
    assertThat(health.untilNext("dublin")).isZero();

    time.advance(POLL);

    assertThat(health.untilNext("londres")).isZero();
  }
}
