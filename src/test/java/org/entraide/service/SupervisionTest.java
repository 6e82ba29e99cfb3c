package org.entraide.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.watch.Health;
import org.entraide.campaign.world.SteppedScheduler;
import org.entraide.testkit.MovableClock;
import org.entraide.text.Message;
import org.junit.jupiter.api.Test;

class SupervisionTest {

  private static final Instant START = Instant.parse("2020-03-26T12:00:00Z");
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration POLL = Duration.ofSeconds(30);
  private static final CycleReport QUIET = report();
  private static final String FED = "WATCHDOG=1";

  private final MovableClock clock = new MovableClock(START);
  private final SteppedScheduler scheduler = new SteppedScheduler(clock);
  private final Listening manager = new Listening();

  /** Writes down what is announced to it. */
  private static final class Listening implements ServiceManager {
    private final List<List<String>> heard = new ArrayList<>();

    @Override
    public boolean listens() {
      return true;
    }

    @Override
    public void announce(List<String> assignments) {
      heard.add(assignments);
    }

    private List<String> takeAll() {
      List<String> all = heard.stream().flatMap(List::stream).toList();
      heard.clear();
      return all;
    }
  }

  private static CycleReport report(Trouble... troubles) {
    return new CycleReport(true, List.of(), false, List.of(troubles), Map.of(), Optional.empty());
  }

  private long nanos() {
    return TimeUnit.MILLISECONDS.toNanos(Duration.between(START, clock.instant()).toMillis());
  }

  private Supervision of(ServiceManager whom, Optional<Duration> interval) {
    return new Supervision(
        whom, interval, scheduler, new Health(List.of("londres", "dublin"), this::nanos));
  }

  /** Supervised, with a watchdog, and nothing heard of yet. */
  private Supervision ready() {
    Supervision supervision = of(manager, Optional.of(EVERY));
    supervision.ready();
    assertThat(manager.takeAll()).containsExactly("READY=1", "STATUS=campaigns: 2");
    return supervision;
  }

  @Test
  void aDaemonWhoseCyclesEndIsFedForAsLongAsItRuns() {
    Supervision supervision = ready();

    for (int i = 0; i < 100; i++) {
      supervision.ends("londres", QUIET, POLL);
      supervision.ends("dublin", QUIET, POLL);
      scheduler.run(EVERY);
      assertThat(manager.takeAll()).containsExactly(FED);
    }
  }

  @Test
  void aCampaignThatHangsIsFedNoMoreHoweverOftenTheOtherOneEndsItsCycles() {
    Supervision supervision = ready();
    supervision.ends("londres", QUIET, POLL);
    supervision.begins("londres");

    for (int minute = 0; minute < 15; minute++) {
      supervision.ends("dublin", QUIET, POLL);
      scheduler.run(EVERY);
    }
    List<String> within = manager.takeAll();
    supervision.ends("dublin", QUIET, POLL);
    scheduler.run(EVERY.multipliedBy(5));

    assertThat(within).hasSize(15).containsOnly(FED);
    assertThat(manager.takeAll()).containsExactly("STATUS=campaigns: 2; hanging: londres");
  }

  @Test
  void aCampaignThatWaitsForHoursIsNoneThatHangs() {
    Supervision supervision = ready();
    supervision.rests("londres", Duration.ofHours(9));
    supervision.ends("dublin", QUIET, Duration.ofHours(9));

    scheduler.run(Duration.ofHours(9));

    assertThat(manager.takeAll()).hasSize(9 * 60).containsOnly(FED);
  }

  @Test
  void aCampaignThatHungAndGoesOnIsFedAgain() {
    Supervision supervision = ready();
    supervision.ends("dublin", QUIET, Duration.ofHours(2));
    scheduler.run(Health.PATIENCE.plus(EVERY.multipliedBy(2)));
    assertThat(manager.takeAll()).last().isEqualTo("STATUS=campaigns: 2; hanging: londres");

    supervision.ends("londres", QUIET, POLL);
    scheduler.run(EVERY);

    assertThat(manager.takeAll()).containsExactly("STATUS=campaigns: 2", FED);
  }

  @Test
  void troubleIsInTheStatusUntilItIsOver() {
    Supervision supervision = ready();
    CycleReport away =
        report(new Trouble(Trouble.Kind.UNAVAILABLE, Message.plain("Google is away.")));

    supervision.ends("dublin", away, POLL);
    supervision.ends("londres", away, POLL);
    supervision.ends("dublin", away, POLL);
    scheduler.run(POLL);
    assertThat(manager.takeAll())
        .containsExactly(
            "STATUS=campaigns: 2; trouble: dublin (unavailable), londres (unavailable)");

    supervision.ends("dublin", QUIET, POLL);
    supervision.ends("londres", QUIET, POLL);
    scheduler.run(Duration.ofSeconds(1));
    assertThat(manager.takeAll()).containsExactly("STATUS=campaigns: 2");
  }

  @Test
  void withoutAWatchdogNothingIsFed() {
    Supervision supervision = of(manager, Optional.empty());
    supervision.ready();
    scheduler.run(Duration.ofHours(2));
    supervision.stopping();

    assertThat(manager.takeAll()).containsExactly("READY=1", "STATUS=campaigns: 2", "STOPPING=1");
  }

  @Test
  void whereNobodyListensNothingIsScheduled() {
    Supervision supervision = of(ServiceManager.NOBODY, Optional.of(EVERY));
    supervision.ready();
    supervision.ends(
        "londres", report(new Trouble(Trouble.Kind.BUG, Message.plain("a bug"))), POLL);
    supervision.stopping();

    assertThat(scheduler.waiting()).isZero();
  }
}
