package org.entraide.campaign.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.ANAS;
import static org.entraide.campaign.bars.BarredCampaign.BO;
import static org.entraide.campaign.bars.BarredCampaign.VALUE;
import static org.entraide.campaign.bars.BarredCampaign.answersAgain;
import static org.entraide.campaign.bars.BarredCampaign.assertBarred;
import static org.entraide.campaign.bars.BarredCampaign.assertFree;
import static org.entraide.campaign.bars.BarredCampaign.assertQuiet;
import static org.entraide.campaign.bars.BarredCampaign.deleteRow;
import static org.entraide.campaign.bars.BarredCampaign.label;
import static org.entraide.campaign.bars.BarredCampaign.line;
import static org.entraide.campaign.bars.BarredCampaign.lines;
import static org.entraide.campaign.world.Steps.suspend;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.REF;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody is barred, or free again, while the campaign is suspended. */
class BarredWhileSuspendedTest {

  @Test
  void aLineIsWrittenWhileEverythingIsSuspended() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.instruct(ANA, NEEDS, "Autre");
    world.settle(2);
    suspend(world, "oui");
    world.instruct(ANA, INSTRUCTION, "Exclu");
    world.settle(2);

    assertThat(label(world)).contains("Ana A.");
    assertThat(world.once().effects()).isEmpty();
  }

  /** Nothing gives them a reference before the campaign goes on; each pass would draw another. */
  @Test
  void whoeverHasNoReferenceYetHasOneLineWhileEverythingIsSuspended() {
    World world = new World().answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    suspend(world, "oui");
    world.answer(ANA, PLACE, "Nord", NEEDS, "Courses");
    world.instruct(ANA, INSTRUCTION, "Exclu");
    world.settle(3);

    assertThat(lines(world)).hasSize(1);
    assertThat(world.once().effects()).isEmpty();

    suspend(world, "");
    world.settle(2);
    assertThat(lines(world)).hasSize(1);
    assertThat(label(world)).contains(world.shown(ANA, REF));
    assertBarred(world, ANA);
  }

  /** The line is the only place that says how whoever answered since is called. */
  @ParameterizedTest
  @ValueSource(strings = {"Consigne", "Statut"})
  void noBesideWhoHasNoReferenceYetCountsOnceTheCampaignGoesOn(String column) {
    World world = new World().answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    suspend(world, "oui");
    world.answer(ANA, PLACE, "Nord", NEEDS, "Autre");
    world.instruct(ANA, column, "Exclu");
    world.settle(2);
    assertThat(world.shown(ANA, REF)).isEmpty();
    world.table.type(SETTINGS, line(world), VALUE, "non");
    world.settle(2);

    suspend(world, "");
    world.settle(2);
    answersAgain(world, "Jane Doe", ANAS, "");

    assertThat(lines(world)).hasSize(1);
    assertThat(label(world)).contains(world.shown(ANA, REF));
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("non");
    assertThat(world.shown(ANA, STATUS)).isEqualTo("Exclu");
    assertThat(world.shown(ANA, EXPLANATION)).contains("levée dans Réglages");
    assertFree(world, "Jane Doe");
    assertQuiet(world);
  }

  /**
   * Their new row shows no reference when the journal is lost: nothing but the line knows theirs.
   */
  @Test
  void aLineEndsTheIntroductionsOfWhoeverIsSomebodyNewSinceTheJournalWasLost() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    world.table.type(LEDGER, 1, "Suite", "Acceptée");
    world.settle(2);
    String former = world.shown(BO, REF);
    deleteRow(world, BO);
    suspend(world, "oui");
    world.answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.instruct(BO, INSTRUCTION, "Exclu");
    world.settle(2);
    assertThat(label(world)).contains(former);
    assertThat(world.shown(BO, REF)).isEmpty();
    assertThat(world.table.text(LEDGER, 1, "État")).isEqualTo("Acceptée");
    world.startAgain(new MemoryJournal());
    world.settle(2);

    suspend(world, "");
    world.settle(3);

    assertThat(world.shown(BO, STATUS)).isEqualTo("Exclu");
    assertThat(world.shown(BO, REF)).isNotEqualTo(former);
    assertThat(world.table.text(LEDGER, 1, "État")).isEqualTo("Retirée");
    assertThat(world.shown(ANA, EXPLANATION)).contains(former, "annoncez-lui le retrait");
    assertQuiet(world);
  }

  /** Nothing is written in rows meanwhile, so that no check shows that the word was there. */
  @ParameterizedTest
  @ValueSource(strings = {"Consigne", "Statut"})
  void whoIsBarredAndClearedWhileEverythingIsSuspendedIsFree(String column) {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Autre")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    suspend(world, "oui");
    world.instruct(ANA, column, "Exclu");
    world.settle(2);
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");

    world.instruct(ANA, column, "");
    world.settle(2);
    suspend(world, "");
    world.settle(2);

    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("non");
    assertThat(world.shown(ANA, STATUS)).isEqualTo("En attente");
  }
}
