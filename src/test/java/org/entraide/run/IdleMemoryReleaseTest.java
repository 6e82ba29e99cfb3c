package org.entraide.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.world.World;
import org.entraide.testkit.MovableClock;
import org.junit.jupiter.api.Test;

class IdleMemoryReleaseTest {

  private final MovableClock clock = new MovableClock(Instant.parse("2020-03-26T12:00:00Z"));
  private final CountedHeap heap = new CountedHeap();
  private final IdleMemoryRelease release = new IdleMemoryRelease(clock, heap);
  private final World world = World.busy();
  private final CycleReport work = world.once();
  private final CycleReport none = idle();

  /** Counts how often it was collected, and knows whether it may grow in large steps. */
  private static final class CountedHeap implements Heap {
    private int collections;
    private boolean growing = true;

    @Override
    public void work() {
      growing = true;
    }

    @Override
    public void rest() {
      growing = false;
      collections++;
    }
  }

  private CycleReport idle() {
    world.settle(4);
    return world.once();
  }

  private int after(int seconds, String campaign, CycleReport report) {
    clock.advance(Duration.ofSeconds(seconds));
    release.ends(campaign, report, Duration.ofSeconds(30));
    return heap.collections;
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
  void theHeapGrowsInLargeStepsAgainOnceThereIsWork() {
    after(0, "londres", none);
    after(120, "londres", none);
    assertThat(heap.growing).isFalse();
    after(5, "dakar", work);
    assertThat(heap.growing).isTrue();
  }

  @Test
  void theHeapOfTheProcessKeepsLittleFreeAtRestAndWorksAsItWasStarted() {
    HotSpotDiagnosticMXBean java =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    List<String> started = ratios(java);
    Heap process = Heap.ofProcess();
    try {
      process.rest();
      assertThat(ratios(java)).containsExactly("10", "20");
    } finally {
      process.work();
    }
    assertThat(ratios(java)).isEqualTo(started).isNotEqualTo(List.of("10", "20"));
  }

  private static List<String> ratios(HotSpotDiagnosticMXBean java) {
    return Stream.of("MinHeapFreeRatio", "MaxHeapFreeRatio")
        .map(it -> java.getVMOption(it).getValue())
        .toList();
  }

  @Test
  void aClockThatWasSetBackBeginsTheWaitAnew() {
    after(0, "londres", work);
    assertThat(after(-3600, "londres", none)).isZero();
    assertThat(after(119, "londres", none)).isZero();
    assertThat(after(1, "londres", none)).isEqualTo(1);
  }
}
