package org.entraide.campaign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Titles.CHECK;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.REF;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PHONE;
import static org.entraide.campaign.world.World.PLACE;
import static org.entraide.campaign.world.World.TIME;

import java.util.ArrayList;
import java.util.List;
import org.entraide.build.Stories;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same people stay the same people, and nobody is introduced twice, whatever happens to rows.
 */
@Stories(few = 5)
class SamePeopleOverTimeTest extends SamePeopleFixture {

  /** A write that people overtook left one's check beside the other. */
  @ParameterizedTest
  @CsvSource({"Hal Hart, Ivy Imms", "Ivy Imms, Hal Hart"})
  void twoWhoseAnswersAreBothEditedBesideOneCheckKeepTheirReferences(String one, String other) {
    World world = introduced();
    String ones = world.shown(one, REF);
    String others = world.shown(other, REF);
    String check = world.shown(one, CHECK);
    world.instruct(one, INSTRUCTION, "Prioritaire");
    world.settle(2);
    world.instruct(other, CHECK, check);
    world.instruct(one, TIME, "27/03/2020 10:00:00");
    world.instruct(other, TIME, "27/03/2020 11:00:00");
    world.startAgain(new MemoryJournal());

    world.settle(4);

    assertThat(world.shown(one, REF)).isEqualTo(ones);
    assertThat(world.shown(other, REF)).isEqualTo(others);
    assertThat(world.letters()).hasSize(1);
    assertQuiet(world);
  }

  /** As a write does that somebody overtakes who sorts. */
  @Test
  void aNamesakeBesideWhomSomebodysCheckWasWrittenIsSomebodyElse() {
    World world = introduced();
    String check = world.table.text(ANSWERS, world.rowOf("Ana Alba"), CHECK);
    world.answer("Ana Alba", PLACE, "Sud", NEEDS, "Courses", EMAIL, "autre@example.org");
    world.table.type(ANSWERS, 4, CHECK, check);

    world.settle(4);

    assertThat(world.table.text(ANSWERS, 4, REF))
        .isNotEmpty()
        .isNotEqualTo(world.table.text(ANSWERS, 1, REF));
    assertThat(world.table.text(ANSWERS, 1, STATUS)).isEqualTo("Brouillon prêt");
  }

  /** The same where the reference was written amiss with the check, and the journal is lost. */
  @Test
  void aNamesakeBesideWhomAWholeRowOfSomebodysWasWrittenIsSomebodyElseWithoutAJournal() {
    World world = introduced();
    int ana = world.rowOf("Ana Alba");
    String ref = world.table.text(ANSWERS, ana, REF);
    world.answer("Ana Alba", PLACE, "Sud", OFFERS, "Courses", EMAIL, "autre@example.org");
    for (String title : List.of(REF, STATUS, CHECK)) {
      world.table.type(ANSWERS, 4, title, world.table.text(ANSWERS, ana, title));
      world.table.type(ANSWERS, ana, title, "");
    }
    world.startAgain(new MemoryJournal());

    world.settle(4);

    assertThat(world.table.text(ANSWERS, ana, REF)).isEqualTo(ref);
    assertThat(world.table.text(ANSWERS, ana, STATUS)).isEqualTo("Brouillon prêt");
    assertThat(world.table.text(ANSWERS, 4, REF)).isNotEmpty().isNotEqualTo(ref);
    assertThat(world.table.text(ANSWERS, 4, STATUS)).isNotEqualTo("Doublon");
  }

  /** As a write does that somebody overtakes who sorts, where the other's status was typed. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWordOfOursWhoseCheckWasHitIsStillOursAlthoughTheJournalWasLost(boolean older) {
    World world = introduced();
    world.answer("Zoe Alba", PLACE, "Sud", NEEDS, "Courses", EMAIL, "autre@example.org");
    MemoryJournal journal = new MemoryJournal();
    if (older) {
      world.startAgain(journal);
      world.settle(2);
      journal = journal.copy();
    }
    world.instruct("Zoe Alba", INSTRUCTION, "Pause");
    world.settle(2);
    world.startAgain(journal);
    world.settle(2);
    assertThat(world.shown("Zoe Alba", STATUS)).isEqualTo("En pause");

    world.instruct("Zoe Alba", INSTRUCTION, "");
    world.instruct("Zoe Alba", CHECK, world.shown("Ana Alba", CHECK));
    world.settle(2);

    assertThat(world.shown("Zoe Alba", STATUS)).isEqualTo("Brouillon prêt");
    assertQuiet(world);
  }

  @Test
  void aCopyOfARowSaysOfWhichRowItIsACopyAndClaimsNoLaterAnswer() {
    World world = introduced();
    world.table.copyRow(ANSWERS, world.rowOf("Ana Alba"));

    world.settle(2);

    assertThat(world.table.text(ANSWERS, 1, STATUS)).isEqualTo("Doublon");
    assertThat(world.table.text(ANSWERS, 1, "Explication"))
        .startsWith("Copie de la ligne 5")
        .doesNotContain("plus récente");
    assertThat(world.table.text(ANSWERS, 4, "Explication"))
        .contains("Cette ligne compte")
        .contains("sa copie ne compte pas");
    assertQuiet(world);
  }

  @Test
  void aCopiedRowCalledDistinctIsOnePersonMoreAndNoMoreThanOne() {
    World world = introduced();
    String ana = world.shown("Ana Alba", REF);
    world.table.copyRow(ANSWERS, world.rowOf("Ana Alba"));
    world.table.type(ANSWERS, 4, INSTRUCTION, "Distinct");

    world.settle(4);

    assertThat(world.table.text(ANSWERS, 1, REF)).isEqualTo(ana);
    assertThat(world.table.text(ANSWERS, 4, REF)).isNotEqualTo(ana);
    assertThat(world.letters()).hasSizeLessThanOrEqualTo(2);
    assertQuiet(world);
  }

  @Test
  void aCoupleTypedByHandUnderOneAddressKeepsItsReferencesWhenARowGoes() {
    World world = new World();
    for (String who : List.of("Ana Alba", "Zoe Alba")) {
      List<Cell> cells =
          new ArrayList<>(
              world.cells(who, PLACE, "Nord", NEEDS, "Courses", EMAIL, "alba@example.org"));
      cells.set(0, Cell.EMPTY);
      world.table.row(ANSWERS, cells);
    }
    world.settle(2);
    String ana = world.shown("Ana Alba", REF);
    assertThat(ana).isNotEqualTo(world.shown("Zoe Alba", REF));

    world.table.deleteRow(ANSWERS, world.rowOf("Zoe Alba"));
    world.settle(2);

    assertThat(world.shown("Ana Alba", REF)).isEqualTo(ana);
    assertQuiet(world);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Doublon", "Même personne"})
  void whenTheOlderRowOfPeopleWhoAreOneIsDeletedTheyStayThatPerson(String word) {
    World world = introduced();
    String ana = world.shown("Ana Alba", REF);
    world.answer("Anna Roy", PLACE, "Nord", NEEDS, "Courses", PHONE, "07700 900123");
    world.once();
    if (word.equals("Doublon")) {
      world.instruct("Anna Roy", STATUS, "Doublon " + ana);
    } else {
      world.instruct("Anna Roy", INSTRUCTION, word);
    }
    world.settle(2);
    int letters = world.letters().size();

    world.table.deleteRow(ANSWERS, world.rowOf("Ana Alba"));
    world.settle(4);

    assertThat(world.shown("Anna Roy", REF)).isEqualTo(ana);
    assertThat(world.letters()).hasSize(letters);
    assertQuiet(world);
  }

  @ParameterizedTest
  @CsvSource({
    "Même personne, Adresse e-mail, roy.new@example.org, false",
    "Même personne, Adresse e-mail, roy.new@example.org, true",
    "Même personne, Horodateur, 27/03/2020 10:00:00, false",
    "Même personne, Horodateur, 27/03/2020 10:00:00, true",
    "Doublon, Adresse e-mail, roy.new@example.org, false",
    "Doublon, Horodateur, 27/03/2020 10:00:00, true"
  })
  void whoIsNoLongerCalledTheSameHasTheFormerReferenceAlthoughTheAnswerWasEdited(
      String word, String column, String text, boolean journalLost) {
    for (boolean atOnce : List.of(false, true)) {
      World world = introduced();
      String ana = world.shown("Ana Alba", REF);
      world.answer("Anna Roy", PLACE, "Nord", NEEDS, "Courses", PHONE, "07700 900123");
      world.settle(2);
      String roy = world.shown("Anna Roy", REF);
      assertThat(roy).isNotEqualTo(ana);
      boolean typed = word.equals("Doublon");
      world.instruct("Anna Roy", typed ? STATUS : INSTRUCTION, typed ? word + " " + ana : word);
      world.settle(2);
      assertThat(world.shown("Anna Roy", REF)).isEqualTo(ana);

      world.instruct("Anna Roy", column, text);
      if (!atOnce) {
        world.settle(2);
        assertThat(world.shown("Anna Roy", REF)).isEqualTo(ana);
      }
      if (journalLost) {
        world.startAgain(new MemoryJournal());
      }
      world.instruct("Anna Roy", typed ? STATUS : INSTRUCTION, "");
      world.settle(3);

      assertThat(world.shown("Anna Roy", REF)).isEqualTo(roy);
      assertThat(world.shown("Ana Alba", REF)).isEqualTo(ana);
      assertQuiet(world);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Même personne, Ana Alba, false",
    "Même personne, Ada Aalto, false",
    "Même personne, Ada Aalto, true",
    "Doublon, Ana Alba, false",
    "Doublon, Ada Aalto, false",
    "Doublon, Ada Aalto, true"
  })
  void aCopyUnderAnotherNameThatIsNoLongerCalledTheSameHasItsFormerReference(
      String word, String marked, boolean journalLost) {
    World world = introduced();
    world.table.copyRow(ANSWERS, world.rowOf("Ana Alba"));
    world.table.type(ANSWERS, 4, World.NAME, "Ada Aalto");
    String ana = world.shown("Ana Alba", REF);
    world.settle(2);
    String ada = world.shown("Ada Aalto", REF);
    assertThat(world.shown("Ana Alba", REF)).isEqualTo(ana).isNotEqualTo(ada);
    boolean typed = word.equals("Doublon");
    String other = marked.equals("Ana Alba") ? ada : ana;
    world.instruct(marked, typed ? STATUS : INSTRUCTION, typed ? word + " " + other : word);
    world.settle(2);
    assertThat(world.shown("Ana Alba", REF)).isEqualTo(world.shown("Ada Aalto", REF));
    if (journalLost) {
      world.startAgain(new MemoryJournal()).settle(2);
    }

    world.instruct(marked, typed ? STATUS : INSTRUCTION, "");
    world.settle(2);

    assertThat(world.shown("Ana Alba", REF)).isEqualTo(ana);
    assertThat(world.shown("Ada Aalto", REF)).isEqualTo(ada);
    assertQuiet(world);
  }

  /** Also where the two answers have no contact in common any more. */
  @ParameterizedTest
  @CsvSource({"Anna Roy, Anna Roy", "Ana Alba, Anna Roy", "Anna Roy, Ana Alba"})
  void whomAnOrganiserCallsTheSameStaysSoWhateverIsCorrected(String marked, String corrected) {
    World world = introduced();
    world.answer("Anna Roy", PLACE, "Nord", NEEDS, "Courses", PHONE, "07700 900123");
    world.settle(2);
    world.instruct(marked, INSTRUCTION, "Même personne");
    world.settle(2);
    String ana = world.shown("Ana Alba", REF);
    assertThat(world.shown("Anna Roy", REF)).isEqualTo(ana);
    int letters = world.letters().size();

    world.instruct(corrected, PHONE, "07700 900456");
    world.settle(3);

    assertThat(world.shown("Anna Roy", REF)).isEqualTo(ana);
    assertThat(world.shown("Ana Alba", REF)).isEqualTo(ana);
    assertThat(world.letters()).hasSize(letters);
    assertQuiet(world);
  }

  @ParameterizedTest
  @CsvSource({
    "Adresse e-mail, new@example.org",
    "Téléphone, 07700 900456",
    "Nom et prénom, Anna Alba-Roy"
  })
  void whoAnsweredTwiceAndIsCorrectedIsNobodyNew(String column, String text) {
    World world = introduced();
    world.answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", PHONE, "07700 900123");
    world.settle(2);
    String ana = world.table.text(ANSWERS, 4, REF);

    world.table.type(ANSWERS, 4, column, text);
    world.settle(3);

    assertThat(world.table.text(ANSWERS, 4, REF)).isEqualTo(ana);
    assertThat(world.letters()).hasSize(1);
    assertQuiet(world);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void whoAnswersAgainAfterTheirRowWasDeletedIsNotIntroducedToTheSameHelperAgain(int cycles) {
    World world = introduced();
    String ana = world.shown("Ana Alba", REF);

    world.table.deleteRow(ANSWERS, world.rowOf("Ana Alba"));
    for (int i = 0; i < cycles; i++) {
      world.settle(2);
    }
    world.answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", PHONE, "07700 900123");
    world.settle(3);

    assertThat(world.shown("Ana Alba", REF)).isEqualTo(ana);
    // after ten minutes her draft was withdrawn, and her need is open again, with somebody else
    assertThat(world.letters()).hasSize(cycles == 0 ? 1 : 2).doesNotHaveDuplicates();
    assertQuiet(world);
  }

  @Test
  void duplicatesOfPeopleWhoAreStillThereMayBeDeleted() {
    World world = new World();
    for (int i = 0; i < 5; i++) {
      String who = "P" + (char) ('A' + i) + " Person";
      world.answer(who, PLACE, "Nord", NEEDS, "Courses");
      world.answer(who, PLACE, "Nord", NEEDS, "Courses, Médicaments");
    }
    world.settle(2);

    for (int row = 9; row >= 1; row -= 2) {
      world.table.deleteRow(ANSWERS, row);
    }

    assertThat(world.settle(3).troubles()).isEmpty();
  }
}
