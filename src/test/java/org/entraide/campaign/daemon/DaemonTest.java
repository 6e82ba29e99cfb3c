package org.entraide.campaign.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.ErasureCommands;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.watch.Watcher;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage.How;
import org.entraide.campaign.world.SteppedScheduler;
import org.entraide.campaign.world.World;
import org.entraide.testkit.MovableClock;
import org.junit.jupiter.api.Test;

class DaemonTest {

  private static final Duration POLL = Duration.ofSeconds(30);

  private final MovableClock clock = new MovableClock(Instant.parse("2020-03-26T12:00:00Z"));
  private final SteppedScheduler scheduler = new SteppedScheduler(clock);
  private final MemoryJournal journal = new MemoryJournal();

  private World world(String name) {
    return new World(name, clock)
        .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
        .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses")
        .signed(InstallationIdentity.daemon("first", false))
        .startAgain(journal);
  }

  private Daemon daemon(Journal with) {
    return new Daemon(scheduler, with, clock, new SplittableRandom(1));
  }

  private void failAlways(World world) {
    for (int i = 0; i < 1000; i++) {
      world.outage.plan(i, How.BEFORE);
    }
  }

  @Test
  void theFirstCycleIsAtOnceAndTheNextOnesFollow() {
    World london = world("londres");
    Daemon daemon = daemon(journal);

    daemon.start(london.campaign(), POLL);
    scheduler.step();
    int first = london.table.reads();
    scheduler.run(Duration.ofMinutes(5));

    assertThat(first).isEqualTo(1);
    assertThat(london.letters()).hasSize(1);
    assertThat(london.table.reads()).isBetween(8, 14);
  }

  @Test
  void aCampaignThatFailsHoldsUpNoOther() {
    World london = world("londres");
    World dublin = world("dublin");
    failAlways(london);
    Daemon daemon = daemon(journal);

    daemon.start(london.campaign(), POLL);
    daemon.start(dublin.campaign(), POLL);
    scheduler.run(Duration.ofMinutes(10));

    assertThat(dublin.letters()).hasSize(1);
    assertThat(dublin.table.reads()).isGreaterThan(15);
    assertThat(london.table.reads()).isBetween(4, 10);
    assertThat(scheduler.waiting()).isEqualTo(2);
    assertThat(journal.reports())
        .extracting(r -> r.trouble().isEmpty())
        .containsExactly(true, false);
  }

  @Test
  void theBackOffGrowsAndRecovers() {
    World london = world("londres");
    failAlways(london);
    daemon(journal).start(london.campaign(), POLL);

    scheduler.step();
    Duration first = scheduler.untilNext().orElseThrow();
    for (int i = 0; i < 6; i++) {
      scheduler.step();
    }
    Duration later = scheduler.untilNext().orElseThrow();
    london.outage.heal();
    scheduler.step();
    scheduler.step();
    Duration healed = scheduler.untilNext().orElseThrow();

    assertThat(first).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(90));
    assertThat(later).isBetween(Duration.ofSeconds(150), Duration.ofSeconds(450));
    assertThat(healed).isLessThan(Duration.ofSeconds(46));
    assertThat(london.letters()).hasSize(1);
  }

  @Test
  void aBugInOneCampaignIsItsTroubleOnly() {
    World london = world("londres");
    World dublin = world("dublin");
    london.geocoder.setBroken(true);
    Daemon daemon = daemon(journal);

    daemon.start(london.campaign(), POLL);
    daemon.start(dublin.campaign(), POLL);
    scheduler.run(Duration.ofMinutes(3));
    String trouble = journal.reports().get(1).trouble();
    london.geocoder.setBroken(false);
    scheduler.run(Duration.ofMinutes(10));

    assertThat(trouble).contains("bug", "FakeGeocoder").doesNotContain("Nord");
    assertThat(dublin.letters()).hasSize(1);
    assertThat(london.letters()).hasSize(1);
    assertThat(scheduler.thrown()).isEmpty();
  }

  @Test
  void aQueueThatCannotBeReadStopsNoCycle() {
    World london = world("londres");
    Journal broken =
        (Journal)
            Proxy.newProxyInstance(
                Journal.class.getClassLoader(),
                new Class<?>[] {Journal.class},
                (proxy, method, args) -> {
                  if (method.getName().equals("queuedCommands")) {
                    throw new UncheckedIOException("The disk is full.", new IOException());
                  }
                  try {
                    return method.invoke(journal, args);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });

    daemon(broken).start(london.campaign(), POLL);
    scheduler.run(Duration.ofMinutes(2));

    assertThat(london.letters()).hasSize(1);
    assertThat(london.table.reads()).isGreaterThan(1);
    assertThat(scheduler.thrown()).isEmpty();
  }

  @Test
  void anErasureThatWasAskedForOfACampaignNotStartedYetStaysInTheQueue() {
    World london = world("londres");
    Daemon daemon = daemon(journal);
    ErasureCommands.ask(journal, "dublin", "7KQ47", clock.instant());

    daemon.start(london.campaign(), POLL);
    scheduler.step();

    assertThat(journal.queuedCommands()).hasSize(1);
  }

  @Test
  void aCommandThatIsUnknownIsDoneWithAndNotAskedAgain() {
    World london = world("londres");
    journal.enqueue("dance", "", clock.instant());

    daemon(journal).start(london.campaign(), POLL);
    scheduler.step();
    scheduler.step();

    assertThat(journal.queuedCommands()).isEmpty();
    assertThat(london.letters()).hasSize(1);
  }

  @Test
  void whatIsLeftIsDoneAtOnce() {
    World london = world("londres");
    london.table.beforeNextCells(() -> london.table.reverse(World.ANSWERS));

    daemon(journal).start(london.campaign(), POLL);
    scheduler.step();

    assertThat(scheduler.untilNext()).contains(Duration.ZERO);
  }

  @Test
  void whatIsLeftTimeAfterTimeIsNotTriedWithoutAPause() {
    World london = world("londres");
    daemon(journal).start(london.campaign(), POLL);

    for (int pass = 1; pass <= 5; pass++) {
      london.answer("P" + (char) ('A' + pass), PLACE, "Nord", NEEDS, "Courses");
      london.table.beforeNextCells(() -> london.table.reverse(World.ANSWERS));
      scheduler.step();
      Duration wait = scheduler.untilNext().orElseThrow();
      if (pass <= 3) {
        assertThat(wait).isZero();
      } else {
        assertThat(wait).isGreaterThan(Duration.ofSeconds(5));
      }
    }
    scheduler.step();
    scheduler.step();
    london.answer("Q", PLACE, "Nord", NEEDS, "Courses");
    london.table.beforeNextCells(() -> london.table.reverse(World.ANSWERS));
    scheduler.step();
    assertThat(scheduler.untilNext()).contains(Duration.ZERO);
  }

  @Test
  void aDeathLeavesNoCampaignForgotten() {
    World london = world("londres");
    london.outage.planNext(How.DEATH_BEFORE);

    daemon(journal).start(london.campaign(), POLL);
    scheduler.step();

    assertThat(scheduler.thrown()).hasSize(1);
    assertThat(scheduler.untilNext()).contains(PollBackoff.SLOWEST);
  }

  @Test
  void whoWatchesHearsOfEveryCycleAndHowLongTheCampaignReallyWaits() {
    World london = world("londres");
    List<String> heard = new ArrayList<>();
    List<Duration> waits = new ArrayList<>();
    Watcher watcher =
        new Watcher() {
          @Override
          public void begins(String campaign) {
            heard.add(campaign + " begins");
          }

          @Override
          public void rests(String campaign, Duration wait) {
            heard.add(campaign + " rests");
          }

          @Override
          public void ends(String campaign, CycleReport report, Duration wait) {
            heard.add(campaign + (report.completed() ? " ends" : " fails"));
            waits.add(wait);
          }
        };
    new Daemon(scheduler, journal, clock, new SplittableRandom(1), watcher)
        .start(london.campaign(), POLL);

    List<Duration> waited = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      if (i == 2) {
        failAlways(london);
      }
      scheduler.step();
      waited.add(scheduler.untilNext().orElseThrow());
    }

    assertThat(heard)
        .containsExactly(
            "londres begins",
            "londres ends",
            "londres begins",
            "londres ends",
            "londres begins",
            "londres fails");
    assertThat(waits).isEqualTo(waited);
  }

  @Test
  void whileTheQuotaIsUsedUpNoCycleBeginsAndWhoAsksIsToldWhenTheNextOneDoes() {
    World london = world("londres");
    daemon(journal).start(london.campaign(), POLL);
    scheduler.step();
    Instant planned = clock.instant().plus(scheduler.untilNext().orElseThrow());
    assertThat(journal.reports().get(0).nextCycle()).contains(planned);
    Instant free = planned.plusSeconds(40);
    london.table.throttle(Optional.of(free));

    scheduler.step();

    assertThat(london.table.reads()).isEqualTo(1);
    Instant later = clock.instant().plus(scheduler.untilNext().orElseThrow());
    assertThat(later).isBetween(free, free.plusSeconds(3));
    assertThat(journal.reports().get(0).nextCycle()).contains(later);
    london.table.throttle(Optional.empty());
    scheduler.step();
    assertThat(london.table.reads()).isEqualTo(2);
  }

  @Test
  void onceClosedNothingIsStarted() {
    World london = world("londres");
    Daemon daemon = daemon(journal);
    daemon.start(london.campaign(), POLL);

    daemon.close();

    assertThat(scheduler.waiting()).isZero();
    daemon.start(london.campaign(), POLL);
    assertThat(scheduler.waiting()).isZero();
  }
}
