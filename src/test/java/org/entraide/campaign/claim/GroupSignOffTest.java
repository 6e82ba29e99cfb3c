package org.entraide.campaign.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.DASHBOARD;

import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.installation.Rivals;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The last daemon of a group ends, and may never have worked on this campaign. */
@Execution(ExecutionMode.CONCURRENT)
class GroupSignOffTest {

  private static final InstallationIdentity GROUP = InstallationIdentity.daemon("group", false);

  private final World world = Rivals.town();

  private CampaignRunner last() {
    return world.daemon(GROUP, new MemoryJournal(), 7);
  }

  private String state() {
    for (int row = 0; row < world.table.rowCount(DASHBOARD); row++) {
      if (world.table.text(DASHBOARD, row, 0).equals("État")) {
        return world.table.text(DASHBOARD, row, 1);
      }
    }
    return "";
  }

  @Test
  void itTellsThatTheGroupEndedAndAnotherInstallationNeedNotWait() {
    Rivals.Installation daemon = new Rivals.Installation(world, GROUP);
    daemon.cycles(3).run();
    assertThat(state()).isEqualTo("En marche");

    last().signOffForGroup();

    assertThat(state()).isEqualTo("Arrêté");
    Rivals.Installation migrated = new Rivals.Installation(world, Rivals.SECOND);
    migrated.once();
    assertThat(migrated.last().troubles()).isEmpty();
    assertThat(Rivals.installation(world)).isEqualTo("second");
  }

  @Test
  void itWritesNothingWhereTheGroupSignedOffOrAnotherInstallationIsAtWork() {
    Rivals.Installation daemon = new Rivals.Installation(world, GROUP);
    daemon.cycles(3).run();
    daemon.campaign.signOff();
    int writes = world.table.writes();
    last().signOffForGroup();
    assertThat(world.table.writes()).isEqualTo(writes);

    new Rivals.Installation(world, Rivals.SECOND).cycles(3).run();
    writes = world.table.writes();
    last().signOffForGroup();
    assertThat(world.table.writes()).isEqualTo(writes);
    assertThat(Rivals.installation(world)).isEqualTo("second");
  }

  @Test
  void itWritesNothingIntoASheetThatNobodyHasWorkedOn() {
    last().signOffForGroup();

    assertThat(world.table.writes()).isZero();
  }

  @Test
  void whatPeopleAreToldBesidesStays() {
    Rivals.Installation daemon = new Rivals.Installation(world, GROUP);
    world.geocoder.setDown(true);
    daemon.cycles(3).run();
    String wrong = world.table.text(DASHBOARD, 6, 0);

    last().signOffForGroup();

    assertThat(world.table.text(DASHBOARD, 6, 0)).isEqualTo(wrong);
  }
}
