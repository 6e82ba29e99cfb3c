package org.entraide.campaign.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.BO;
import static org.entraide.campaign.bars.BarredCampaign.VALUE;
import static org.entraide.campaign.bars.BarredCampaign.assertQuiet;
import static org.entraide.campaign.bars.BarredCampaign.barred;
import static org.entraide.campaign.bars.BarredCampaign.line;
import static org.entraide.campaign.world.Steps.suspend;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody is barred, or free again, about when the form is linked anew. */
class BarredLinkedAnewTest {

  private static final int NEW = 8;

  /** Nothing is carried over while the campaign is suspended. */
  @ParameterizedTest
  @ValueSource(strings = {INSTRUCTION, STATUS})
  void whoWasBarredWhileEverythingIsSuspendedStaysSoWhenTheFormerTabIsDeleted(String column) {
    World world = new World().answer(ANA, PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    suspend(world, "oui");
    world.answer(BO, PLACE, "Nord", OFFERS, "Courses"); // would help her
    world.instruct(ANA, column, "Exclu");
    world.settle(2);
    world.linkAnew(NEW);
    world.settle(2);
    world.table.deleteTab(ANSWERS);
    world.settle(2);

    suspend(world, "");
    world.settle(4);

    assertThat(world.letters()).isEmpty();
    assertThat(world.table.text(NEW, 1, STATUS)).isEqualTo("Exclu");
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
    assertQuiet(world);
  }

  @Test
  void whoWasFreedInTheFormerTabRightBeforeIsFree() {
    World world = barred();
    world.instruct(ANA, INSTRUCTION, "");
    world.linkAnew(NEW);

    world.settle(4);

    assertThat(world.table.text(NEW, 1, STATUS)).isEqualTo("En attente");
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("non");
    assertQuiet(world);
  }
}
