package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.BarredCampaign.ANA;
import static org.entraide.campaign.BarredCampaign.BO;
import static org.entraide.campaign.BarredCampaign.VALUE;
import static org.entraide.campaign.BarredCampaign.assertQuiet;
import static org.entraide.campaign.BarredCampaign.barred;
import static org.entraide.campaign.BarredCampaign.line;
import static org.entraide.campaign.Steps.suspend;
import static org.entraide.campaign.Titles.INSTRUCTION;
import static org.entraide.campaign.Titles.SETTINGS;
import static org.entraide.campaign.Titles.STATUS;
import static org.entraide.campaign.World.ANSWERS;
import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.PLACE;

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
