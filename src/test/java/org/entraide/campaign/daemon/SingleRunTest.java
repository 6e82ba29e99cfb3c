package org.entraide.campaign.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.campaign.installation.Rivals;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.entraide.resilience.Sleeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A single run where daemons that share its quota have just used it up. */
class SingleRunTest {

  private static final Duration A_MINUTE = Duration.ofSeconds(50);

  private final World world = Rivals.town();
  private final List<Duration> slept = new ArrayList<>();

  private List<CycleReport> run() {
    Sleeper sleeper =
        pause -> {
          slept.add(pause);
          world.clock.advance(pause);
          world.table.throttle(Optional.empty());
        };
    return new SingleRun(world.clock, sleeper).of(world.campaign());
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "reread", "write AppendRows", "create", "write SetCell"})
  void itWaitsForTheQuotaAndIsDoneThen(String call) {
    world.outage.free(world.clock.instant().plus(A_MINUTE));
    world.outage.planNextOf(call, Outage.How.THROTTLED_UNTIL);

    List<CycleReport> reports = run();

    assertThat(slept).containsExactly(A_MINUTE);
    assertThat(reports.get(0).troubles()).isNotEmpty();
    assertThat(reports.get(reports.size() - 1).troubles()).isEmpty();
    assertThat(world.letters()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void itWaitsBeforeItAsksWhereTheQuotaIsKnownToBeUsedUp() {
    world.table.throttle(Optional.of(world.clock.instant().plus(A_MINUTE)));

    List<CycleReport> reports = run();

    assertThat(slept).containsExactly(A_MINUTE);
    assertThat(reports).singleElement().matches(report -> report.troubles().isEmpty());
  }

  @Test
  void whatTakesLongerIsLeftToTheNextRun() {
    world.outage.free(world.clock.instant().plus(SingleRun.PATIENCE.plusSeconds(1)));
    world.outage.planNextOf("read", Outage.How.THROTTLED_UNTIL);

    List<CycleReport> reports = run();

    assertThat(slept).isEmpty();
    assertThat(reports).singleElement().matches(report -> !report.completed());
  }

  @Test
  void anotherInstallationIsNotWaitedFor() {
    new Rivals.Installation(world, Rivals.SECOND).cycles(2).run();

    List<CycleReport> reports = run();

    assertThat(slept).isEmpty();
    assertThat(reports).singleElement().matches(report -> !report.completed());
  }

  @Test
  void aRunThatIsToldToEndMeanwhileEndsAndSignsOff() {
    world.outage.free(world.clock.instant().plus(A_MINUTE));
    world.outage.planNextOf("create", Outage.How.THROTTLED_UNTIL);
    Sleeper ended =
        pause -> {
          throw new InterruptedException("the process ends");
        };

    List<CycleReport> reports = new SingleRun(world.clock, ended).of(world.campaign());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(reports).hasSize(1);
    assertThat(world.dashboard()).anyMatch(row -> row.startsWith("État | Arrêté"));
  }
}
