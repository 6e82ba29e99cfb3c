package org.entraide.campaign.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.world.CycleFixture;
import org.entraide.campaign.world.Outage.How;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;

/** The first pass of a daemon, which only puts its name on the sheet, and the daemon's end. */
class PausedPassTest extends CycleFixture {

  private final World world = pair().signed(InstallationIdentity.daemon("first", false));

  /** The daemon was at work before, and ended an hour ago; since then, somebody deleted a tab. */
  private void startsAgainWithoutLedger() {
    world.settle(2);
    world.campaign().signOff();
    world.clock.advance(Duration.ofHours(1));
    world.startAgain(world.journal());
    world.table.deleteTab(World.LEDGER);
  }

  @Test
  void aDaemonWhoseFirstPassFailedBeforeItsNameWasWrittenDoesNotWriteThatItEnds() {
    startsAgainWithoutLedger();
    List<String> ended = world.dashboard();
    world.outage.planNextOf("write AddTab", How.BEFORE);

    assertThat(world.once().completed()).isFalse();
    world.campaign().signOff();

    assertThat(world.dashboard()).isEqualTo(ended);
  }

  @Test
  void aDaemonWhoseNameMayHaveBeenWrittenWritesThatItEnds() {
    startsAgainWithoutLedger();
    List<String> ended = world.dashboard();
    world.outage.planNextOf("write SetNumber", How.LOST_ANSWER);

    assertThat(world.once().completed()).isFalse();
    assertThat(world.dashboard()).anyMatch(row -> row.contains("En marche"));
    world.campaign().signOff();

    assertThat(world.dashboard()).isNotEqualTo(ended).anyMatch(row -> row.contains("Arrêté"));
  }
}
