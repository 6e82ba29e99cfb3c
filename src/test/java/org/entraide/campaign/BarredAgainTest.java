package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entraide.campaign.BarredCampaign.ANA;
import static org.entraide.campaign.BarredCampaign.ANAS;
import static org.entraide.campaign.BarredCampaign.VALUE;
import static org.entraide.campaign.BarredCampaign.answersAgain;
import static org.entraide.campaign.BarredCampaign.assertQuiet;
import static org.entraide.campaign.BarredCampaign.barred;
import static org.entraide.campaign.BarredCampaign.deleteRow;
import static org.entraide.campaign.BarredCampaign.type;
import static org.entraide.campaign.Titles.INSTRUCTION;
import static org.entraide.campaign.Titles.STATUS;

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
