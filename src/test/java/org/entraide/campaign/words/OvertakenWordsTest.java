package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NAME;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;

/**
 * A write that people overtook puts the check of one row beside another, and leaves some of what
 * the daemon wrote there as it was. The journal is lost before that is mended: nothing tells any
 * more who wrote that.
 */
class OvertakenWordsTest {

  private static final String FOUND = "Lieu compris";
  private static final String INTRODUCED = "Mise en relation";
  private static final String TYPED = "Lieu compris\u202f: votre texte compte";

  @Test
  void aPlaceInTheDaemonsWordsIsNotTakenForTyped() {
    World world = overtaken();
    String found = world.shown("Hal Hart", FOUND);
    loseTheJournal(world);

    assertThat(found).isEqualTo("Nord (quartier, à 1 km près)");
    assertThat(world.shown("Hal Hart", FOUND)).isEqualTo(found);
    assertThat(world.shown("Hal Hart", "Explication")).doesNotContain(TYPED);
    assertThat(world.shown("Hal Hart", "Statut")).isEqualTo("Brouillon prêt");
    assertThat(world.settle(2).effects()).isEmpty();

    world.instruct("Hal Hart", PLACE, "Loin");
    world.settle(2);
    assertThat(world.shown("Hal Hart", FOUND)).startsWith("Loin");
  }

  @Test
  void whatAPersonTypedThereStays() {
    World world = overtaken();
    world.instruct("Hal Hart", FOUND, "Sud");
    loseTheJournal(world);

    assertThat(world.shown("Hal Hart", FOUND)).isEqualTo("Sud");
    assertThat(world.shown("Hal Hart", "Explication")).contains(TYPED);
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** Nobody types such words, but may change a few of them; the row's own check tells that. */
  @Test
  void theDaemonsWordsThatAPersonChangedStayWhereTheRowsOwnCheckTells() {
    World world = world();
    world.instruct("Hal Hart", FOUND, "Loin (quartier, à 2 km près)");
    loseTheJournal(world);

    assertThat(world.shown("Hal Hart", FOUND)).isEqualTo("Loin (quartier, à 2 km près)");
    assertThat(world.shown("Hal Hart", "Explication")).contains(TYPED);
  }

  /** With the journal, and without it: nothing is there but what was typed. */
  @Test
  void theDaemonsWordsThatWereTypedBesideAnAnswerThatNobodyReadYetStay() {
    for (boolean lost : List.of(false, true)) {
      World world = world().answer("Bo Bell", PLACE, "Sud", OFFERS, "Courses");
      world.instruct("Bo Bell", FOUND, "Loin (quartier, à 2 km près)");
      if (lost) {
        world.startAgain(new MemoryJournal());
      }
      world.settle(2);

      assertThat(world.shown("Bo Bell", FOUND)).isEqualTo("Loin (quartier, à 2 km près)");
      assertThat(world.shown("Bo Bell", "Explication")).contains(TYPED);
    }
  }

  @Test
  void theDaemonsWordsThatWereTypedIntoACopyThatNobodyReadYetStay() {
    for (boolean lost : List.of(false, true)) {
      World world = world();
      int copy = world.table.rowCount(ANSWERS);
      world.table.copyRow(ANSWERS, world.rowOf("Hal Hart"));
      world.table.type(ANSWERS, copy, NAME, "Zoe Zane");
      world.table.type(ANSWERS, copy, EMAIL, "zoe.zane@example.org");
      world.table.type(ANSWERS, copy, FOUND, "Loin (quartier, à 2 km près)");
      if (lost) {
        world.startAgain(new MemoryJournal());
      }
      world.settle(2);

      assertThat(world.shown("Zoe Zane", FOUND)).isEqualTo("Loin (quartier, à 2 km près)");
    }
  }

  private static World world() {
    World world =
        new World()
            .answer("Hal Hart", PLACE, "Nord", NEEDS, "Courses")
            .answer("Kim Kern", PLACE, "Loin", OFFERS, "Conversation");
    world.settle(2);
    return world;
  }

  @Test
  void aStatusInTheDaemonsWordsIsNotTakenForTyped() {
    World world = overtaken("Bonjour");
    assertThat(world.shown("Hal Hart", "Statut")).isEqualTo("En attente");
    loseTheJournal(world);

    assertThat(world.shown("Hal Hart", "Statut")).isEqualTo("Brouillon prêt");
    assertThat(world.settle(2).effects()).isEmpty();
  }

  @Test
  void aStatusThatAPersonTypedThereStays() {
    for (String typed : List.of("Vu lundi", "En pause", "plus de place")) {
      World world = overtaken("Bonjour");
      world.instruct("Hal Hart", "Statut", typed);
      loseTheJournal(world);

      assertThat(world.shown("Hal Hart", "Statut")).isEqualTo(typed);
      assertThat(world.settle(2).effects()).isEmpty();
    }
  }

  @Test
  void peopleInTheDaemonsWordsAreNotTakenForTyped() {
    World world =
        new World()
            .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses")
            .answer("Hal Hart", PLACE, "Nord", NEEDS, "Courses")
            .answer("Kim Kern", PLACE, "Loin", OFFERS, "Conversation")
            .answer("Zoe Zane", PLACE, "Loin", OFFERS, "Conversation");
    world.settle(2);
    assertThat(world.shown("Hal Hart", INTRODUCED)).startsWith("Bo B. (");
    overtaken(world, "Bonjour");
    world.startAgain(new MemoryJournal());
    world.settle(2);

    world.instruct("Bo Bell", "Consigne", "Retirer");
    world.settle(2);

    assertThat(world.shown("Hal Hart", INTRODUCED)).isEmpty();
    assertThat(world.settle(2).effects()).isEmpty();
  }

  @Test
  void whatAPersonTypedAboutPeopleThereStays() {
    World world = world();
    overtaken(world, "Bonjour");
    String typed = "Bo Bell " + world.shown("Kim Kern", "Réf");
    world.instruct("Hal Hart", INTRODUCED, typed);
    loseTheJournal(world);

    assertThat(world.shown("Hal Hart", INTRODUCED)).isEqualTo(typed);
    assertThat(world.settle(2).effects()).isEmpty();
  }

  private static World overtaken() {
    return overtaken("Pause");
  }

  /** Rows are turned round in the instant of the write for Kim, whose place stays as it is. */
  private static World overtaken(String instruction) {
    return overtaken(world(), instruction);
  }

  private static World overtaken(World world, String instruction) {
    world.instruct("Kim Kern", "Consigne", instruction);
    world.table.beforeNextReread(
        () ->
            world.table.beforeNextCells(
                () -> {
                  world.table.reverse(ANSWERS);
                  world.outage.planNext(Outage.How.LOST_ANSWER);
                }));
    world.once();
    assertThat(world.shown("Hal Hart", "Contrôle")).contains(world.shown("Kim Kern", "Réf"));
    return world;
  }

  private static void loseTheJournal(World world) {
    world.answer("Bo Bell", PLACE, "Sud", OFFERS, "Courses");
    world.startAgain(new MemoryJournal());
    world.settle(2);
  }
}
