package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.BarredCampaign.ANA;
import static org.entraide.campaign.BarredCampaign.ANAS;
import static org.entraide.campaign.BarredCampaign.BO;
import static org.entraide.campaign.BarredCampaign.VALUE;
import static org.entraide.campaign.BarredCampaign.answersAgain;
import static org.entraide.campaign.BarredCampaign.assertBarred;
import static org.entraide.campaign.BarredCampaign.assertFree;
import static org.entraide.campaign.BarredCampaign.assertQuiet;
import static org.entraide.campaign.BarredCampaign.deleteRow;
import static org.entraide.campaign.BarredCampaign.label;
import static org.entraide.campaign.BarredCampaign.line;
import static org.entraide.campaign.BarredCampaign.lines;
import static org.entraide.campaign.Steps.suspend;
import static org.entraide.campaign.Titles.EXPLANATION;
import static org.entraide.campaign.Titles.INSTRUCTION;
import static org.entraide.campaign.Titles.REF;
import static org.entraide.campaign.Titles.SETTINGS;
import static org.entraide.campaign.Titles.STATUS;
import static org.entraide.campaign.World.LEDGER;
import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.PLACE;

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
