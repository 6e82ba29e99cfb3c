package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;

/** Rows that are gone from a sheet that is not believed have their ten minutes afterwards. */
class UnbelievedSheetTest {

  private static final int PEOPLE = 8;

  /** Two of whom the one is introduced to the other, and others. */
  private static World crowd() {
    World world =
        new World()
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses")
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses");
    for (int i = 2; i < PEOPLE; i++) {
      world.answer("P" + (char) ('A' + i), PLACE, "Nord", NEEDS, "Médicaments");
    }
    world.settle(2);
    assertThat(world.letters()).hasSize(1);
    return world;
  }

  private static String onDashboard(World world) {
    return world.table.text(LEDGER, 1, "Explication");
  }

  /** Somebody whose row is gone is waited for, and then no longer. */
  private static void assertWaitedFor(World world) {
    world.once();
    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(onDashboard(world)).contains("n’est plus dans l’onglet");
    world.clock.advance(Duration.ofMinutes(9));
    world.once();
    assertThat(world.mailbox().waiting()).hasSize(1);
    world.clock.advance(Duration.ofMinutes(2));
    world.settle(2);
    assertThat(world.mailbox().waiting()).isEmpty();
    assertThat(onDashboard(world)).contains("a été supprimée");
  }

  @Test
  void aRowThatIsDeletedAfterASheetLookedEmptyIsWaitedForLikeAnyOther() {
    World world = crowd();
    List<List<Cell>> gone = new ArrayList<>();
    while (world.table.rowCount(ANSWERS) > 1) {
      gone.add(world.table.answers(ANSWERS, 1, 99));
      world.table.deleteRow(ANSWERS, 1);
    }
    assertThat(world.once().troubles()).hasSize(1);

    world.clock.advance(Duration.ofMinutes(11)); // as while Google is away
    gone.forEach(cells -> world.table.row(ANSWERS, cells));
    world.table.deleteRow(ANSWERS, world.rowOf("Ana Alba"));
    assertWaitedFor(world);
  }

  @Test
  void aRowThatIsDeletedWhileNamesAreBesideOthersAddressesIsWaitedForLikeAnyOther() {
    World world = crowd();
    for (int i = 2; i < PEOPLE; i++) {
      world.table.type(ANSWERS, i + 1, World.NAME, "P" + (char) ('A' + PEOPLE + 1 - i));
    }
    world.table.deleteRow(ANSWERS, world.rowOf("Ana Alba"));
    assertThat(world.once().troubles()).hasSize(1);
    world.clock.advance(Duration.ofMinutes(11));
    assertThat(world.once().troubles()).hasSize(1);

    for (int i = 2; i < PEOPLE; i++) {
      world.table.type(ANSWERS, i, World.NAME, "P" + (char) ('A' + i));
    }
    assertWaitedFor(world);
  }
}
