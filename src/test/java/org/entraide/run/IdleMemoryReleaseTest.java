package org.entraide.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.world.World;
import org.entraide.testkit.MovableClock;
import org.junit.jupiter.api.Test;

class IdleMemoryReleaseTest {

  private final MovableClock clock = new MovableClock(Instant.parse("2020-03-26T12:00:00Z"));
  private final AtomicInteger collections = new AtomicInteger();
  private final IdleMemoryRelease release =
      new IdleMemoryRelease(clock, collections::incrementAndGet);
  private final World world = World.busy();
  private final CycleReport work = world.once();
  private final CycleReport none = idle();

  private CycleReport idle() {
    world.settle(4);
    return world.once();
  }

  private int after(int seconds, String campaign, CycleReport report) {
    clock.advance(Duration.ofSeconds(seconds));
    release.ends(campaign, report, Duration.ofSeconds(30));
    return collections.get();
  }

  @Test
  void theHeapIsCollectedOnceWhenNoCampaignHadWorkForTwoMinutes() {
    assertThat(after(0, "londres", work)).isZero();
    assertThat(after(60, "dakar", none)).isZero();
    assertThat(after(59, "londres", none)).isZero();
    assertThat(after(1, "dakar", none)).isEqualTo(1);
    assertThat(after(3600, "londres", none)).isEqualTo(1);
  }

  @Test
  void workOfAnyCampaignBeginsTheWaitAnew() {
    after(0, "londres", work);
    assertThat(after(100, "dakar", work)).isZero();
    assertThat(after(100, "londres", none)).isZero();
    assertThat(after(20, "londres", none)).isEqualTo(1);
    assertThat(after(1, "londres", work)).isEqualTo(1);
    assertThat(after(120, "londres", none)).isEqualTo(2);
  }

  @Test
  void aClockThatWasSetBackBeginsTheWaitAnew() {
    after(0, "londres", work);
    assertThat(after(-3600, "londres", none)).isZero();
    assertThat(after(119, "londres", none)).isZero();
    assertThat(after(1, "londres", none)).isEqualTo(1);
  }
}
