package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.campaign.world.CycleFixture;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;

/** Cells of ours that people type over, clear or delete. */
class OverwrittenCellsTest extends CycleFixture {

  @Test
  void aTypedCellStaysAndTheExplanationSaysSo() {
    World world = pair();
    world.once();

    world.instruct("Ana Alba", "Lieu compris", "chez sa fille");
    world.settle(2);

    assertThat(world.shown("Ana Alba", "Lieu compris")).isEqualTo("chez sa fille");
    assertThat(world.shown("Ana Alba", "Explication"))
        .contains("Lieu compris", "votre texte compte");
    assertThat(world.once().quiet()).isTrue();
  }

  @Test
  void aTypedCellThatIsSortedUnderAWriteIsPutBackAlsoWhereTheAnswerIsLost() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Bo Bell", PLACE, "Sud", OFFERS, "Courses");
    world.settle(2);
    world.instruct("Ana Alba", "Lieu compris", "chez sa fille");
    world.settle(2);
    world.atWork().answer("Cy Cole", PLACE, "Nord", OFFERS, "Conversation");

    world.table.beforeNextCells(
        () -> { // somebody sorts that column alone
          world.table.type(ANSWERS, 1, "Lieu compris", world.shown("Bo Bell", "Lieu compris"));
          world.table.type(ANSWERS, 2, "Lieu compris", "");
          world.table.type(ANSWERS, 3, "Lieu compris", "chez sa fille");
        });
    world.outage.planNextOf("write SetCell", Outage.How.LOST_ANSWER);
    assertThat(world.once().completed()).isFalse();
    assertThat(world.shown("Ana Alba", "Lieu compris")).startsWith("Sud");

    world.settle(2);
    assertThat(world.shown("Ana Alba", "Lieu compris")).isEqualTo("chez sa fille");
    assertThat(world.shown("Bo Bell", "Lieu compris")).startsWith("Sud");
  }

  @Test
  void aClearedCellIsWrittenAgain() {
    World world = pair();
    world.once();
    String before = world.shown("Ana Alba", "Explication");

    world.instruct("Ana Alba", "Explication", "");
    world.instruct("Ana Alba", "Statut", "");
    world.instruct("Bo Bell", "Réf", "");
    world.once();

    assertThat(world.shown("Ana Alba", "Explication")).isEqualTo(before);
    assertThat(world.shown("Ana Alba", "Statut")).isEqualTo("Brouillon prêt");
    assertThat(world.shown("Bo Bell", "Réf")).isNotEmpty();
  }

  @Test
  void aReferenceTypedOverIsRestored() {
    World world = pair();
    world.once();
    String ana = world.shown("Ana Alba", "Réf");
    String bo = world.shown("Bo Bell", "Réf");

    world.instruct("Ana Alba", "Réf", bo);
    world.instruct("Bo Bell", "Réf", "n’importe quoi");
    world.once();

    assertThat(world.shown("Ana Alba", "Réf")).isEqualTo(ana);
    assertThat(world.shown("Bo Bell", "Réf")).isEqualTo(bo);
  }

  @Test
  void aDeletedLedgerIsWrittenAgainAndNobodyIsIntroducedTwice() {
    World world = World.busy();
    world.settle(2);
    List<String> ledger = world.ledger();

    world.table.deleteTab(LEDGER);
    world.settle(3);

    assertThat(world.ledger()).isEqualTo(ledger);
    assertThat(world.letters()).hasSize(5);
  }
}
