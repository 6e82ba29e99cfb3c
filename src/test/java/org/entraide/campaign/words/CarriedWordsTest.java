package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entraide.campaign.world.Titles.CHECKED;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.NAME;

import java.util.List;
import java.util.Map;
import org.entraide.build.Stories;
import org.entraide.campaign.people.SamePeopleFixture;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * People move rows or columns in the very instant in which words are carried over into the tab of a
 * form that was linked anew.
 */
@Stories(few = 6)
class CarriedWordsTest extends SamePeopleFixture {

  /** More columns than there are. */
  private static final int MANY = 99;

  private static final int NEW = 9;
  private static final String NOTES = "Notes";

  /** Somebody's hand after the look that precedes what is carried over. */
  private static void beforeCarriedWords(World world, Runnable hand) {
    beforeCarriedWords(world, () -> {}, hand);
  }

  private static void beforeCarriedWords(World world, Runnable beforeLook, Runnable hand) {
    world.table.beforeNextReread(
        () -> {
          beforeLook.run();
          world.table.beforeNextCells(hand);
        });
  }

  private static String shown(World world, String name, String title) {
    for (int row = 1; row < world.table.rowCount(NEW); row++) {
      if (world.table.text(NEW, row, NAME).equals(name)) {
        return world.table.text(NEW, row, title);
      }
    }
    throw new IllegalArgumentException("No row");
  }

  private static int rowOf(World world, String name) {
    for (int row = 1; row < world.table.rowCount(NEW); row++) {
      if (world.table.text(NEW, row, NAME).equals(name)) {
        return row;
      }
    }
    throw new IllegalArgumentException("No row");
  }

  @ParameterizedTest
  @ValueSource(strings = {STATUS, "Lieu compris", "Mise en relation", "Explication"})
  void aWordThatCameBesideSomebodyElseGoesToWhomItWasTypedFor(String title) {
    World world = introduced();
    world.instruct("Ivy Imms", title, "Vue lundi");
    world.settle(2);
    String others = world.shown("Ana Alba", title);

    world.linkAnew(NEW);
    beforeCarriedWords(world, () -> world.table.reverse(NEW));
    world.settle(3);

    assertThat(rowOf(world, "Ana Alba")).isEqualTo(3);
    assertThat(shown(world, "Ivy Imms", title)).isEqualTo("Vue lundi");
    assertThat(shown(world, "Ana Alba", title)).isEqualTo(others);
    assertQuiet(world);
  }

  /** The check that was written beside the other tells for whom the word was meant. */
  @Test
  void aStatusThatMeansSomethingAndCameBesideSomebodyElseGoesHomeAlsoWithoutTheJournal() {
    World world = introduced();
    world.instruct("Ivy Imms", STATUS, "En pause");
    world.settle(2);

    world.linkAnew(NEW);
    beforeCarriedWords(
        world,
        () -> {
          world.table.reverse(NEW);
          world.outage.planNext(Outage.How.DEATH_AFTER);
        });
    assertThatThrownBy(world::once).isInstanceOf(Outage.Death.class);
    assertThat(shown(world, "Ana Alba", STATUS)).isEqualTo("En pause");
    world.startAgain(new MemoryJournal());
    world.settle(4);

    assertThat(shown(world, "Ivy Imms", STATUS)).isEqualTo("En pause");
    assertThat(shown(world, "Ana Alba", STATUS)).isEqualTo("Brouillon prêt");
    assertQuiet(world);
  }

  @ParameterizedTest
  @CsvSource({
    "Statut, Vue lundi",
    "Lieu compris, Sud",
    "Explication, Vue lundi",
    "Consigne, Pause",
    "Vérifié, oui",
    "Jamais avec, Hal",
    "Lieu corrigé, Sud"
  })
  void whatAColumnHeldThatCameWhereWordsWereCarriedIsPutBack(String title, String word) {
    World world = introduced();
    world.instruct("Ivy Imms", title, word);
    world.settle(2);

    world.linkAnew(NEW);
    addNotes(world);
    beforeCarriedWords(world, () -> dragNotes(world, title));
    world.settle(4);

    assertThat(shown(world, "Ivy Imms", NOTES)).isEqualTo("à rappeler");
    assertThat(shown(world, "Ivy Imms", title)).isEqualTo(word);
    assertQuiet(world);
  }

  /** Each of them hits where the next belongs. */
  @ParameterizedTest
  @ValueSource(strings = {STATUS, "Consigne", "Avec", "Contrôle"})
  void wordsThatWereCarriedIntoColumnsBesideTheirsComeIntoTheirs(String to) {
    World world = introduced();
    Map<String, String> typed =
        Map.of(
            STATUS,
            "Vue lundi",
            INSTRUCTION,
            "Prioritaire",
            "Jamais avec",
            world.shown("Ana Alba", "Réf"),
            "Lieu corrigé",
            "Sud",
            "Explication",
            "Je m’en occupe");
    typed.forEach((title, word) -> world.instruct("Ivy Imms", title, word));
    world.table.tick(ANSWERS, world.rowOf("Ivy Imms"), CHECKED);
    world.settle(2);

    world.linkAnew(NEW);
    addNotes(world);
    beforeCarriedWords(world, () -> dragNotes(world, to));
    world.settle(4);

    assertThat(shown(world, "Ivy Imms", NOTES)).isEqualTo("à rappeler");
    typed.forEach((title, word) -> assertThat(shown(world, "Ivy Imms", title)).startsWith(word));
    assertThat(shown(world, "Ivy Imms", CHECKED)).isEqualTo("VRAI");
    assertQuiet(world);
  }

  @ParameterizedTest
  @CsvSource({
    "Statut, Vue lundi, Vue mardi",
    "Lieu compris, Sud, Loin",
    "Explication, Vue lundi, Vue mardi",
    "Consigne, Pause, Prioritaire",
    "Lieu corrigé, Sud, Loin"
  })
  void whatWasTypedBesideSomebodyElseInTheNewTabIsPutBack(String title, String word, String newer) {
    World world = introduced();
    world.instruct("Ivy Imms", title, word);
    world.settle(2);

    world.linkAnew(NEW);
    beforeCarriedWords(
        world,
        () -> world.table.type(NEW, rowOf(world, "Ana Alba"), title, newer),
        () -> world.table.reverse(NEW));
    world.settle(4);

    assertThat(rowOf(world, "Ana Alba")).isEqualTo(3);
    assertThat(shown(world, "Ana Alba", title)).isEqualTo(newer);
    assertThat(shown(world, "Ivy Imms", title)).isEqualTo(word);
    assertQuiet(world);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anInstructionThatCameBesideSomebodyElseCountsForWhomItWasTyped(boolean journalIsLost) {
    World world = introduced();
    MemoryJournal journal = new MemoryJournal();
    world.startAgain(journal);
    world.instruct("Ivy Imms", INSTRUCTION, "Pause");
    world.settle(2);

    world.linkAnew(NEW);
    beforeCarriedWords(
        world,
        () -> {
          world.table.reverse(NEW);
          world.outage.planNext(Outage.How.DEATH_AFTER);
        });
    assertThatThrownBy(world::once).isInstanceOf(Outage.Death.class);
    world.startAgain(journalIsLost ? new MemoryJournal() : journal);
    world.settle(4);

    assertThat(shown(world, "Ivy Imms", STATUS)).isEqualTo("En pause");
    assertThat(shown(world, "Ana Alba", STATUS)).isEqualTo("Brouillon prêt");
    assertThat(shown(world, "Ana Alba", "Explication"))
        .contains("pas été tapé pour cette personne");
    assertQuiet(world);
  }

  /** A note of the organisers' own, left of our columns. */
  /** A row in which nobody's answer stands, and people keep notes of their own. */
  @ParameterizedTest
  @CsvSource({"Consigne, Pause, true", "Consigne, Pause, false", "Statut, Vue lundi, true"})
  void aNoteBesideNobodyThatWasHitIsPutBackAndTheWordComesBesideItsPerson(
      String title, String word, boolean noted) {
    World world = introduced();
    world.instruct("Ana Alba", title, word);
    world.settle(2);

    world.linkAnew(NEW);
    beforeCarriedWords(
        world,
        () -> {
          world.table.row(NEW, List.of());
          world.table.type(NEW, 4, noted ? title : "Lieu corrigé", "la clé est chez Léa");
        },
        () -> {
          List<Cell> note = world.table.answers(NEW, 4, MANY);
          world.table.deleteRow(NEW, 4);
          world.table.insert(NEW, 1, note);
        });
    world.settle(4);

    assertThat(world.table.text(NEW, 1, title)).isEqualTo(noted ? "la clé est chez Léa" : "");
    assertThat(shown(world, "Ana Alba", title)).isEqualTo(word);
    assertThat(shown(world, "Ana Alba", "Explication")).doesNotContain("autre ligne");
    assertQuiet(world);
  }

  private static void addNotes(World world) {
    world.table.insertColumn(NEW, World.HEADER.size(), NOTES);
    world.table.type(NEW, rowOf(world, "Ivy Imms"), NOTES, "à rappeler");
  }

  private static void dragNotes(World world, String to) {
    world.table.dragColumn(NEW, World.HEADER.size(), world.table.column(NEW, to));
  }
}
