package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.ANAS;
import static org.entraide.campaign.bars.BarredCampaign.BO;
import static org.entraide.campaign.bars.BarredCampaign.assertQuiet;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import org.entraide.campaign.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form is linked anew, and the tab before is deleted before Entraide looked. */
class RecalledWordsTest {

  private static final int NEW = 8;

  /** What the journal knows of the former row finds its person. */
  @ParameterizedTest
  @CsvSource({"Consigne, false", "Statut, false", "Consigne, true", "Statut, true"})
  void whoWasPausedStaysSo(String column, boolean corrected) {
    World world = new World().answer(ANA, PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    world.instruct(ANA, column, column.equals(STATUS) ? "En pause" : "Pause");
    if (corrected) { // in the sheet alone: the form writes the address that was answered
      world.instruct(ANA, EMAIL, "ana.new@example.org");
    }
    world.settle(2);
    world.answer(BO, PLACE, "Nord", OFFERS, "Courses"); // would help her
    world.settle(2);
    assertThat(world.shown(ANA, STATUS)).isEqualTo("En pause");

    world.instruct(ANA, EMAIL, ANAS);
    world.linkAnew(NEW);
    world.table.deleteTab(ANSWERS);
    world.settle(4);

    assertThat(world.table.text(NEW, 1, STATUS)).isEqualTo("En pause");
    assertThat(world.letters()).isEmpty();
    assertQuiet(world);
  }
}
