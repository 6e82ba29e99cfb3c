package org.entraide.campaign.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.ANAS;
import static org.entraide.campaign.bars.BarredCampaign.BO;
import static org.entraide.campaign.bars.BarredCampaign.SETTLED;
import static org.entraide.campaign.bars.BarredCampaign.VALUE;
import static org.entraide.campaign.bars.BarredCampaign.answersAgain;
import static org.entraide.campaign.bars.BarredCampaign.assertBarred;
import static org.entraide.campaign.bars.BarredCampaign.assertFree;
import static org.entraide.campaign.bars.BarredCampaign.line;
import static org.entraide.campaign.bars.BarredCampaign.type;
import static org.entraide.campaign.world.Steps.suspend;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import org.entraide.build.Stories;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows move in the instant of a write, and it hits the status by which somebody was barred. Nobody
 * cleared it, and nobody may be introduced for that.
 */
@Stories(few = 5)
class BarredOvertakenTest {

  private static final String CY = "Cy Cole";

  /** Ana, whose status says that she is barred, Bo, who would help her, and Cy. */
  private static World barred() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Autre", EMAIL, ANAS)
            .answer(BO, PLACE, "Nord", OFFERS, "Courses, Conversation")
            .answer(CY, PLACE, "Nord", NEEDS, "Autre");
    world.settle(2);
    world.instruct(ANA, STATUS, "Exclu");
    world.settle(2);
    return world;
  }

  /** What is written into Cy's row hits Ana's. */
  private static void overtaken(World world, Runnable also) {
    world.table.beforeNextReread(
        () ->
            world.table.beforeNextCells(
                () -> {
                  world.table.reverse(ANSWERS);
                  also.run();
                }));
  }

  private static void diesAsItWrites(World world) {
    world.outage.planNextOf("write SetCell", Outage.How.DEATH_AFTER);
    assertThatThrownBy(world::once).isInstanceOf(Outage.Death.class);
    assertThat(world.shown(ANA, STATUS)).isNotEqualTo("Exclu");
    world.outage.heal();
    world.startAgain(world.journal());
  }

  private static void assertStillBarred(World world) {
    world.settle(SETTLED);
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
    assertBarred(world, ANA);
    answersAgain(world, "Jane Doe", ANAS, "");
    assertBarred(world, "Jane Doe");
  }

  @Test
  void whoseStatusWasHitByAWriteOfUnknownOutcomeStaysBarred() {
    World world = barred();
    world.instruct(CY, INSTRUCTION, "Pause");
    overtaken(world, () -> {});
    world.outage.planNextOf("write SetCell", Outage.How.LOST_ANSWER);

    assertStillBarred(world);
  }

  @Test
  void whoseStatusWasHitAsTheProcessDiedStaysBarred() {
    World world = barred();
    world.instruct(CY, INSTRUCTION, "Pause");
    overtaken(world, () -> {});
    diesAsItWrites(world);

    assertStillBarred(world);
  }

  @Test
  void whoseStatusWasHitAsTheProcessDiedIsFreedInTheSettings() {
    World world = barred();
    world.instruct(CY, INSTRUCTION, "Pause");
    overtaken(world, () -> {});
    diesAsItWrites(world);
    world.settle(SETTLED);

    type(world, VALUE, "non");
    world.instruct(ANA, NEEDS, "Courses");
    world.settle(2);

    assertFree(world, ANA);
  }

  /** What we wrote beside an answer that was cleared is taken away. */
  @Test
  void whoseStatusWasTakenAwayForNobodysAsTheProcessDiedStaysBarred() {
    World world = barred();
    int row = world.rowOf(CY);
    for (String title : World.HEADER) {
      world.table.type(ANSWERS, row, title, "");
    }
    overtaken(world, () -> {});
    diesAsItWrites(world);

    assertStillBarred(world);
  }

  @Test
  void whoseStatusWasHitAsEverythingWasSuspendedStaysBarred() {
    World world = barred();
    world.instruct(CY, INSTRUCTION, "Pause");
    overtaken(world, () -> suspend(world, "oui"));
    world.settle(3);
    suspend(world, "");

    assertStillBarred(world);
  }

  /** Nothing but what they show tells equal rows apart, and each comes where the other was. */
  @ParameterizedTest
  @CsvSource({"1, true", "1, false", "3, true", "3, false"})
  void whoseStatusWasHitByTheWriteForACopyOfTheRowStaysBarred(int row, boolean dies) {
    World world = copied();
    world.table.type(ANSWERS, row, STATUS, "Exclu");
    overtaken(world, () -> {});
    if (dies) {
      world.outage.planNextOf("write SetCell", Outage.How.DEATH_AFTER);
      assertThatThrownBy(world::once).isInstanceOf(Outage.Death.class);
      world.outage.heal();
      world.startAgain(world.journal());
    }

    assertStillBarred(world);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whoseStatusWasClearedInOneOfTwoEqualRowsIsFree(int row) {
    World world = copied();
    world.table.type(ANSWERS, row, STATUS, "Exclu");
    world.settle(2);
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");

    world.table.type(ANSWERS, row, STATUS, "");
    world.settle(2);

    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("non");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whoseStatusIsAnotherOrderInOneOfTwoEqualRowsIsPausedOnly(int row) {
    World world = copied();
    world.table.type(ANSWERS, row, STATUS, "Exclu");
    world.settle(2);

    world.table.type(ANSWERS, row, STATUS, "En pause");
    world.settle(2);

    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("non");
    assertThat(world.table.text(ANSWERS, row, STATUS)).isEqualTo("En pause");
  }

  /** Ana's row, Bo's, and a copy of Ana's. */
  private static World copied() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Autre", EMAIL, ANAS)
            .answer(BO, PLACE, "Nord", OFFERS, "Courses, Conversation");
    world.table.copyRow(ANSWERS, world.rowOf(ANA));
    world.settle(2);
    return world;
  }

  /** That is what the word is for: it was typed, a pass saw it, and it is there no more. */
  @Test
  void whoseStatusWasClearedIsFree() {
    World world = barred();

    world.instruct(ANA, STATUS, "");
    world.instruct(ANA, NEEDS, "Courses");
    world.settle(2);

    assertFree(world, ANA);
  }
}
