package org.entraide.campaign.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.ANAS;
import static org.entraide.campaign.bars.BarredCampaign.VALUE;
import static org.entraide.campaign.bars.BarredCampaign.answersAgain;
import static org.entraide.campaign.bars.BarredCampaign.assertQuiet;
import static org.entraide.campaign.bars.BarredCampaign.barred;
import static org.entraide.campaign.bars.BarredCampaign.deleteRow;
import static org.entraide.campaign.bars.BarredCampaign.type;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.STATUS;

import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** <i>Exclu</i> is lifted and said again. */
class BarredAgainTest {

  private static World lifted(boolean inTheLine) {
    World world = barred();
    if (inTheLine) {
      type(world, VALUE, "non");
    }
    world.instruct(ANA, INSTRUCTION, "");
    world.settle(2);
    return world;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatWasSaidAgainOutlivesTheRowAlsoWhereTheLineCouldNotBeWritten(boolean inTheLine) {
    World world = lifted(inTheLine);
    world.instruct(ANA, INSTRUCTION, "Exclu");
    world.outage.planNextOf("write SetCell", Outage.How.DEATH_BEFORE);
    assertThatThrownBy(world::once).isInstanceOf(Outage.Death.class);
    world.outage.heal();
    world.startAgain(world.journal());

    deleteRow(world, ANA);

    answersAgain(world, "Jane Doe", ANAS, "");
    assertThat(world.shown("Jane Doe", STATUS)).isEqualTo("Exclu");
    assertQuiet(world);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anOlderJournalDoesNotBarAnew(boolean inTheLine) {
    World world = barred();
    MemoryJournal older = ((MemoryJournal) world.journal()).copy();
    if (inTheLine) {
      type(world, VALUE, "non");
    }
    world.instruct(ANA, INSTRUCTION, "");
    world.settle(2);
    world.startAgain(older);
    deleteRow(world, ANA);

    answersAgain(world, "Jane Doe", ANAS, "");

    assertThat(world.shown("Jane Doe", STATUS)).isEqualTo("Brouillon prêt");
  }
}
