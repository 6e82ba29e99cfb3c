package org.entraide.campaign.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.world.World;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Workbook;
import org.junit.jupiter.api.Test;

/** Google shows, for some seconds, a sheet as it was before the daemon's last write. */
class OlderReadTest {

  private static World pair() {
    return new World()
        .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
        .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses");
  }

  /** What a first look read, before the daemon wrote anything about these two. */
  private static Workbook beforeTheFirstWrite(World world) throws RemoteFailure {
    Workbook before = world.table.read();
    world.once();
    return before;
  }

  @Test
  void fromAnOlderReadNoRowOfTheLedgerIsAppendedAgain() throws RemoteFailure {
    World world = pair();
    Workbook before = beforeTheFirstWrite(world);
    List<String> ledger = world.ledger();

    world.table.showOlder(before, 2);
    CycleReport doubted = world.once();
    world.once();
    world.once();

    assertThat(isDoubted(doubted)).isTrue();
    assertThat(world.ledgerReferences()).hasSize(1);
    assertThat(world.ledger()).isEqualTo(ledger);
    assertThat(world.mailbox().waiting()).hasSize(1);
  }

  @Test
  void whoeverIsNewKeepsTheReferenceThatAnOlderReadLacks() throws RemoteFailure {
    World world = new World().answer("Ana Alba", PLACE, "Loin", NEEDS, "Courses");
    Workbook before = beforeTheFirstWrite(world);
    String reference = world.shown("Ana Alba", "Réf");

    world.table.showOlder(before, 1);

    assertThat(world.once().effects()).isEmpty();
    assertThat(world.once().effects()).isEmpty();
    assertThat(world.shown("Ana Alba", "Réf")).isEqualTo(reference);
  }

  @Test
  void aRowThatOrganisersDeletedAtOnceIsBelievedGoneAfterThreeLooks() {
    World world = new World().answer("Ana Alba", PLACE, "Loin", NEEDS, "Courses");
    world.once();
    world.table.deleteRow(ANSWERS, world.rowOf("Ana Alba"));

    assertThat(Stream.generate(() -> isDoubted(world.once())).limit(4))
        .containsExactly(true, true, true, false);
  }

  @Test
  void aMinuteAfterTheWriteARowThatIsMissingIsGone() {
    World world = new World().answer("Ana Alba", PLACE, "Loin", NEEDS, "Courses");
    world.once();
    world.table.deleteRow(ANSWERS, world.rowOf("Ana Alba"));
    world.clock.advance(Duration.ofMinutes(1));

    assertThat(isDoubted(world.once())).isFalse();
  }

  private static boolean isDoubted(CycleReport report) {
    return report.again() && report.decision().isEmpty();
  }
}
