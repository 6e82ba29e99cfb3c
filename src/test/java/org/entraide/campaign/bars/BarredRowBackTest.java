package org.entraide.campaign.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.ANAS;
import static org.entraide.campaign.bars.BarredCampaign.BO;
import static org.entraide.campaign.bars.BarredCampaign.UNDERSTOOD;
import static org.entraide.campaign.bars.BarredCampaign.VALUE;
import static org.entraide.campaign.bars.BarredCampaign.answersAgain;
import static org.entraide.campaign.bars.BarredCampaign.assertBarred;
import static org.entraide.campaign.bars.BarredCampaign.assertFree;
import static org.entraide.campaign.bars.BarredCampaign.assertQuiet;
import static org.entraide.campaign.bars.BarredCampaign.deleteRow;
import static org.entraide.campaign.bars.BarredCampaign.line;
import static org.entraide.campaign.bars.BarredCampaign.type;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The row of somebody barred is deleted, and put back from the version history. */
class BarredRowBackTest {

  /** More columns than there are. */
  private static final int WIDTH = 99;

  /** Ana, whom nobody can help, and Bo. */
  private static World campaign() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Autre")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    return world;
  }

  /** What comes back with a row was said before « non » was; what is typed there since is news. */
  @ParameterizedTest
  @CsvSource({"Consigne, true", "Consigne, false", "Statut, true", "Statut, false"})
  void noWhileTheRowIsGoneCountsAlsoOnceTheRowComesBackAsItWas(String column, boolean lifted) {
    World world = campaign();
    world.instruct(ANA, column, "Exclu");
    world.settle(2);
    if (lifted) { // while the row is there
      type(world, VALUE, "non");
    }
    List<Cell> row = world.table.answers(ANSWERS, world.rowOf(ANA), WIDTH);
    deleteRow(world, ANA);
    if (!lifted) {
      type(world, VALUE, "non");
    }
    answersAgain(world, "Jane Doe", ANAS, "");
    assertFree(world, "Jane Doe");

    world.table.row(ANSWERS, row);
    world.settle(2);

    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("non");
    assertFree(world, "Jane Doe");
    assertThat(world.shown(ANA, STATUS)).isEqualTo("Exclu");
    assertThat(world.shown(ANA, EXPLANATION)).contains("levée dans Réglages");
    assertThat(world.table.text(SETTINGS, line(world), UNDERSTOOD)).contains("videz sa Consigne");

    world.instruct(ANA, column, "");
    world.settle(2);
    assertThat(world.shown(ANA, STATUS)).isEqualTo("En attente");
    world.instruct(ANA, column, "Exclu");
    world.settle(2);
    assertThat(world.shown(ANA, STATUS)).isEqualTo("Exclu");
    assertThat(world.shown("Jane Doe", STATUS)).isEqualTo("Exclu");
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
    assertQuiet(world);
  }

  @Test
  void aRowThatComesBackAsItWasBeforeItWasBarredFreesNobody() {
    World world = campaign();
    List<Cell> row = world.table.answers(ANSWERS, world.rowOf(ANA), WIDTH);
    world.instruct(ANA, INSTRUCTION, "Exclu");
    world.settle(2);
    deleteRow(world, ANA);

    world.table.row(ANSWERS, row);
    world.settle(2);

    assertBarred(world, ANA);
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
  }

  /** An organiser pastes the row of an older version over it, as it was or to correct a cell. */
  @ParameterizedTest
  @CsvSource({"Consigne, Nord", "Consigne, Sud", "Statut, Nord", "Statut, Sud"})
  void aRowThatWasReplacedByWhatItWasBeforeItWasBarredFreesNobody(String column, String place) {
    World world = campaign();
    List<Cell> row = world.table.answers(ANSWERS, world.rowOf(ANA), WIDTH);
    world.instruct(ANA, column, "Exclu");
    world.settle(2);

    world.table.deleteRow(ANSWERS, world.rowOf(ANA));
    world.table.row(ANSWERS, row);
    world.table.type(ANSWERS, world.rowOf(ANA), PLACE, place);
    world.settle(2);

    assertBarred(world, ANA);
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
  }
}
