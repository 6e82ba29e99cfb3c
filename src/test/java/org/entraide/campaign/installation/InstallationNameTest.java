package org.entraide.campaign.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.world.BoardFixture;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.entraide.plan.introduction.Introduction;
import org.junit.jupiter.api.Test;

/** Which installation is at work, by the name that it puts on the sheet. */
class InstallationNameTest extends BoardFixture {

  @Test
  void aDaemonPutsItsNameOnTheSheetBeforeItDoesAnything() {
    World world = pair().signed(FIRST);

    CycleReport claiming = world.once();
    assertThat(claiming.again()).isTrue();
    assertThat(onDashboard(world, "Installation")).isEqualTo("first");
    assertThat(world.letters()).isEmpty();

    world.clock.advance(Duration.ofMinutes(1));
    world.once();
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void aSignOfLifeIsWrittenEveryQuarterOfAnHourAndIsNoNews() {
    World world = pair().signed(FIRST);
    world.settle(4);
    int writes = world.table.writes();
    int reads = world.table.reads() + world.table.rereads();

    for (int i = 0; i < 60; i++) {
      world.clock.advance(Duration.ofMinutes(1));
      assertThat(world.once().quiet()).isTrue();
    }

    assertThat(world.table.writes() - writes).isBetween(3, 4);
    assertThat(world.table.reads() + world.table.rereads() - reads).isEqualTo(60);
  }

  @Test
  void aSecondInstallationWaitsWhileTheFirstIsAliveAndTakesOverWhenToldTo() {
    World world = pair().signed(FIRST);
    world.settle(2);
    world.answer("Bea Bost", PLACE, "Nord", NEEDS, "Courses");

    world.signed(SECOND);
    CycleReport waits = world.once();
    assertThat(waits.completed()).isFalse();
    assertThat(waits.troubles().get(0).text()).contains("first").contains("--take-over");
    assertThat(world.shown("Bea Bost", "Statut")).isEmpty();

    world.signed(InstallationIdentity.once("second", false));
    assertThat(world.once().completed()).isFalse();

    world.signed(InstallationIdentity.daemon("second", true));
    world.settle(2);
    assertThat(onDashboard(world, "Installation")).isEqualTo("second");
    assertThat(world.shown("Bea Bost", "Statut")).isNotEmpty();
  }

  @Test
  void anInstallationThatDiedIsReplacedAfterHalfAnHour() {
    World world = pair().signed(FIRST);
    world.settle(2);
    world.signed(SECOND);
    world.clock.advance(Duration.ofMinutes(31));
    world.settle(2);
    assertThat(onDashboard(world, "Installation")).isEqualTo("second");
  }

  @Test
  void anInstallationThatEndedOnPurposeIsReplacedAtOnce() {
    World world = pair().signed(FIRST);
    world.settle(2);
    world.campaign().signOff();
    assertThat(onDashboard(world, "État")).isEqualTo("Arrêté");

    world.signed(SECOND);
    world.once();
    assertThat(onDashboard(world, "Installation")).isEqualTo("second");
    assertThat(onDashboard(world, "État")).isNotEqualTo("Arrêté");
  }

  @Test
  void aSingleRunPutsItsNameOnTheSheetBeforeItsFirstEffectAndTakesItBackWithItsLastWrite() {
    World world = pair();
    List<String> names = new ArrayList<>();
    world.outage.meanwhile(
        call -> {
          if (call.equals("create")) {
            names.add(onDashboard(world, "Installation") + " " + onDashboard(world, "État"));
          }
        });
    world.once();
    assertThat(world.letters()).hasSize(1);
    assertThat(names).containsExactly("first En marche");
    assertThat(onDashboard(world, "Installation")).isEqualTo("first");
    assertThat(onDashboard(world, "État")).isEqualTo("Arrêté");

    int writes = world.table.writes();
    world.campaign().signOff();
    assertThat(world.table.writes()).isEqualTo(writes);
  }

  @Test
  void aSingleRunThatHasNothingToDoWritesNothingWhoeverWasAtWorkBefore() {
    World world = pair().signed(FIRST);
    world.settle(3);
    world.campaign().signOff();
    int writes = world.table.writes();

    world.signed(InstallationIdentity.once("second", false)).startAgain(new MemoryJournal());
    world.settle(3);
    world.campaign().signOff();

    assertThat(world.table.writes()).isEqualTo(writes);
    assertThat(onDashboard(world, "Installation")).isEqualTo("first");
  }

  /** Its next one, or whichever command of the same installation, need not wait. */
  @Test
  void aSingleRunThatDiedHoldsUpAnotherInstallationForHalfAnHourAndItselfNotAtAll() {
    for (String next : List.of("first", "second")) {
      World world = pair();
      world.outage.planNextOf("write AppendRows", Outage.How.DEATH_AFTER);
      assertThatExceptionOfType(Outage.Death.class).isThrownBy(world::once);
      world.signed(InstallationIdentity.once(next, false));
      if (next.equals("second")) {
        world.startAgain(new MemoryJournal());
        world.clock.advance(Duration.ofMinutes(29));
        assertThat(world.once().troubles().get(0).text()).contains("first");
        world.clock.advance(Duration.ofMinutes(2));
      }
      assertThat(world.settle(3).troubles()).isEmpty();
      assertThat(world.letters()).hasSize(1);
      assertThat(onDashboard(world, "État")).isEqualTo("Arrêté");
    }
  }

  @Test
  void aSingleRunThatFailsAfterItsClaimSignsOff() {
    World world = pair();
    world.outage.planNextOf("write AppendRows", Outage.How.BEFORE);
    assertThat(world.once().completed()).isFalse();
    assertThat(onDashboard(world, "État")).isEqualTo("En marche");

    world.campaign().signOff();

    assertThat(onDashboard(world, "État")).isEqualTo("Arrêté");
    world.signed(InstallationIdentity.once("second", false)).startAgain(new MemoryJournal());
    assertThat(world.once().troubles()).isEmpty();
  }

  @Test
  void aTakeOverCountsOnce() {
    World world = pair().signed(FIRST);
    world.settle(2);
    world.signed(InstallationIdentity.daemon("second", true));
    world.settle(2);
    CampaignRunner second = world.campaign();
    assertThat(onDashboard(world, "Installation")).isEqualTo("second");

    world.clock.advance(Duration.ofMinutes(31));
    world.signed(FIRST);
    world.settle(2);
    assertThat(onDashboard(world, "Installation")).isEqualTo("first");
    CycleReport waits = second.runOnce();

    assertThat(waits.completed()).isFalse();
    assertThat(waits.troubles().get(0).text()).contains("first");
    assertThat(onDashboard(world, "Installation")).isEqualTo("first");
  }

  /**
   * The daemon died after its drafts, so its journal has the introduction and no references of
   * people. Then another installation gave them references.
   */
  @Test
  void whomAnotherInstallationNamedMeanwhileIsNotIntroducedAgain() {
    World world = pair();
    world.settle(3);
    List<String> ledger = world.ledger();
    Introduction made =
        world.journal().memory("londres").introductions().values().iterator().next();
    MemoryJournal before = new MemoryJournal();
    before.reserve("londres", List.of(made.ref()));
    before.storeIntroductions("londres", List.of(made.between("7KQ47", "9JNRN")));

    world.startAgain(before);
    world.settle(4);

    assertThat(world.letters()).hasSize(1);
    assertThat(world.ledger()).isEqualTo(ledger);
  }
}
