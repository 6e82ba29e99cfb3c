package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.assertQuiet;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.build.Stories;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A status, an explanation or a place that somebody types. */
@Stories(few = 3)
class TypedStatusTest extends InstructionsFixture {

  @ParameterizedTest
  @ValueSource(
      strings = {"En pause", "Retiré", "Orienté ailleurs", "Terminé", "Exclu", "withdrawn"})
  void aTypedStatusIsObeyedLikeTheInstructionUntilItIsCleared(String typed) {
    World world = pairs();
    world.answer("Gus Gray", PLACE, "Nord", OFFERS, "Médicaments");

    world.instruct("Bea Bost", STATUS, typed);
    world.settle(3);
    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo(typed);
    assertThat(world.shown("Bea Bost", EXPLANATION)).contains("votre texte reste");
    assertThat(world.letters()).doesNotContain(List.of("Bea Bost", "Gus Gray"));
    assertQuiet(world);

    world.instruct("Bea Bost", STATUS, "");
    world.settle(2);
    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo("Brouillon prêt");
    assertQuiet(world);
  }

  @Test
  void aTypedStatusIsObeyedAlsoWhereAnotherRowShowsTheSameWordOfOurs() {
    World world = pairs();
    world.instruct("Ivy Imms", INSTRUCTION, "Pause");
    world.once();
    assertThat(world.shown("Ivy Imms", STATUS)).isEqualTo("En pause");

    world.instruct("Bea Bost", STATUS, "En pause");
    world.settle(2);
    world.instruct("Ivy Imms", INSTRUCTION, "");
    world.settle(2);

    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Bea Bost", EXPLANATION)).contains("En pause à la demande");
    assertThat(world.shown("Ivy Imms", STATUS)).isNotEqualTo("En pause");
  }

  @ParameterizedTest
  @CsvSource({
    "Pause, En pause, Statut",
    "Retirer, Retiré, Statut",
    "Exclu, Exclu, Statut",
    "Orienté ailleurs, Orienté ailleurs, Statut",
    "Exclu, Personne exclue par un organisateur., Explication"
  })
  void whatWasTypedCanBeClearedAlthoughAnotherRowShowsTheSameWordsOfOurs(
      String instruction, String typed, String column) {
    World world = pairs();
    world.instruct("Bea Bost", column, typed);
    world.settle(2);
    world.instruct("Ivy Imms", INSTRUCTION, instruction);
    world.settle(2);
    assertThat(world.shown("Ivy Imms", column)).isEqualTo(typed);
    assertThat(world.shown("Bea Bost", column)).isEqualTo(typed);

    world.instruct("Bea Bost", column, "");
    world.settle(2);

    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo("En attente");
    assertThat(world.shown("Bea Bost", EXPLANATION)).doesNotContain("votre texte reste", typed);
    assertThat(world.shown("Ivy Imms", column)).isEqualTo(typed);
    assertQuiet(world);
  }

  @Test
  void anExplanationOfAnotherRowIsWrittenOverAndOneOfNobodysIsKeptAndTold() {
    World world = pairs();
    String bea = world.shown("Bea Bost", EXPLANATION);
    world.instruct("Bea Bost", EXPLANATION, world.shown("Ana Alba", EXPLANATION));
    world.settle(2);
    assertThat(world.shown("Bea Bost", EXPLANATION)).isEqualTo(bea);
    assertThat(world.dashboard().toString()).doesNotContain("collé");

    String foreign = "Lettre M-BBBB8 envoyée\u202f: courses, avec 7KQ47.";
    world.instruct("Bea Bost", EXPLANATION, foreign);
    world.settle(2);
    assertThat(world.shown("Bea Bost", EXPLANATION)).isEqualTo(foreign);
    assertThat(world.dashboard().toString())
        .contains("L’explication d’une personne (Bea Bost) est un texte tapé ou collé");
    assertQuiet(world);

    world.instruct("Bea Bost", EXPLANATION, "");
    world.settle(2);
    assertThat(world.shown("Bea Bost", EXPLANATION)).isEqualTo(bea);
    assertThat(world.dashboard().toString()).doesNotContain("collé");
    assertQuiet(world);
  }

  @Test
  void aTypedStatusThatASortMovedBesideOneThatShowsTheSameWordGoesBack() {
    World world = pairs();
    world.instruct("Bea Bost", STATUS, "En pause");
    world.settle(2);
    world.instruct("Ivy Imms", INSTRUCTION, "Pause");
    world.settle(2);
    String hal = world.shown("Hal Hart", STATUS);

    world.instruct("Hal Hart", STATUS, "En pause");
    world.instruct("Bea Bost", STATUS, hal);
    world.settle(2);

    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Ivy Imms", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo(hal);
    assertQuiet(world);
  }

  @Test
  void aTypedStatusSurvivesTheLossOfTheJournal() {
    World world = pairs();
    world.instruct("Bea Bost", STATUS, "Retiré");
    world.settle(2);

    world.startAgain(new MemoryJournal());
    world.settle(2);

    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo("Retiré");
    assertThat(world.shown("Bea Bost", EXPLANATION)).contains("retirée à la demande");
    assertQuiet(world);
  }

  @Test
  void aTypedPlaceCountsAsACorrectedOneUntilItIsCleared() {
    World world = new World().answer("Ana Alba", PLACE, "Nulle part", NEEDS, "Courses");
    world.answer("Hal Hart", PLACE, "Sud", OFFERS, "Courses, Conversation");
    world.once();
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("Lieu à préciser");

    world.instruct("Ana Alba", "Lieu compris", "Nord");
    world.once();
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("Brouillon prêt");
    assertThat(world.shown("Ana Alba", "Lieu compris")).isEqualTo("Nord");
    assertThat(world.shown("Ana Alba", EXPLANATION)).contains("lieu corrigé");
    assertQuiet(world);

    world.instruct("Ana Alba", "Lieu compris", "");
    world.once();
    assertThat(world.shown("Ana Alba", "Lieu compris")).isEmpty();
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("Brouillon prêt");
    assertQuiet(world);
  }
}
