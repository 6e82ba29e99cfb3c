package org.entraide.campaign.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an introduction's row says where its state was cleared or typed over, without a journal. */
@Execution(ExecutionMode.CONCURRENT)
class StateTypedOverTest {

  private final World world =
      new World()
          .answer("Ann Able", PLACE, "Nord", NEEDS, "Courses")
          .answer("Ben Bolt", PLACE, "Nord", OFFERS, "Courses");

  private String state() {
    return world.table.text(World.LEDGER, 1, "État");
  }

  private void discarded() {
    world.settle(2);
    world.mailbox().discard(world.introduction("Ann Able", "Ben Bolt"));
    world.settle(3);
    assertThat(state()).isEqualTo("Écartée");
  }

  private void forgotten() {
    world.startAgain(new MemoryJournal()).settle(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "En préparation", "???"})
  void aDraftThatWasThrownAwayIsNotMadeAgain(String typed) {
    discarded();

    world.table.type(World.LEDGER, 1, "État", typed);
    forgotten();

    assertThat(world.mailbox().letters()).hasSize(1);
  }

  @Test
  void aDraftIsNotMadeAgainWhereWhatWasTypedIsKnownToBeTyped() {
    discarded();

    world.table.type(World.LEDGER, 1, "État", "En préparation");
    world.settle(2);
    forgotten();

    assertThat(world.mailbox().letters()).hasSize(1);
  }

  @Test
  void aDraftThatWasNeverMadeIsMade() {
    world.outage.planNextOf("create", Outage.How.BEFORE);
    world.once();
    assertThat(state()).isEqualTo("En préparation");

    world.table.type(World.LEDGER, 1, "État", "");
    forgotten();

    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(state()).isEqualTo("Brouillon prêt");
  }

  /** The row's check tells by then only that somebody typed there. */
  @ParameterizedTest
  @ValueSource(strings = {"Écartée", "Retirée", "Refusée", "Envoyée"})
  void aDraftThatWaitsGoesOnWhateverWasTyped(String typed) {
    world.settle(2);
    world.table.type(World.LEDGER, 1, "État", typed);
    world.settle(2);
    forgotten();

    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(world.table.text(World.LEDGER, 1, "Explication")).startsWith("Dans les brouillons");
    assertThat(world.shown("Ann Able", "Statut")).isEqualTo("Brouillon prêt");
  }

  @Test
  void aLetterThatWasSentStaysSentWhateverWasTyped() {
    world.settle(2);
    world.mailbox().send(world.introduction("Ann Able", "Ben Bolt"));
    world.settle(2);
    world.table.type(World.LEDGER, 1, "État", "Écartée");
    world.settle(2);
    world.mailbox().discard(world.introduction("Ann Able", "Ben Bolt"));
    forgotten();

    assertThat(world.shown("Ann Able", "Statut")).isEqualTo("Mis en relation");
  }
}
