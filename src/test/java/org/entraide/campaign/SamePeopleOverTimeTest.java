package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.World.ANSWERS;
import static org.entraide.campaign.World.EMAIL;
import static org.entraide.campaign.World.HEADER;
import static org.entraide.campaign.World.LEDGER;
import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.PHONE;
import static org.entraide.campaign.World.PLACE;
import static org.entraide.campaign.World.TIME;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.entraide.build.Stories;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same people stay the same people, and nobody is introduced twice, whatever happens to rows.
 */
@Stories(few = 10)
class SamePeopleOverTimeTest {

  private static final String INSTRUCTION = "Consigne";
  private static final String STATUS = "Statut";
  private static final String REF = "Réf";
  private static final String CHECK = "Contrôle";

  /** One who is introduced, and more who could help. */
  private static World introduced() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", PHONE, "07700 900123")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses")
            .answer("Ivy Imms", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    assertThat(world.letters()).hasSize(1);
    return world;
  }

  private static void assertQuiet(World world) {
    assertThat(world.settle(2).effects()).isEmpty();
    assertThat(world.settle(2).effects()).isEmpty();
  }

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
        .startsWith("Cette ligne et la ligne 5 sont des copies de la même réponse")
        .doesNotContain("plus récente");
    assertThat(world.table.text(ANSWERS, 4, "Explication"))
        .contains("Cette ligne compte")
        .contains("une copie d’elle ne compte pas");
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

  // ---- instructions

  @Test
  void aFormThatIsLinkedAnewForgetsNoInstruction() {
    World world = introduced();
    world.instruct("Ivy Imms", INSTRUCTION, "Pause");
    world.answer("Bad Bob", PLACE, "Nord", OFFERS, "Courses");
    world.once();
    world.instruct("Bad Bob", INSTRUCTION, "Exclu");
    world.settle(2);

    world.linkAnew(9);
    world.settle(3);

    assertThat(world.table.text(9, 3, STATUS)).isEqualTo("En pause");
    assertThat(world.table.text(9, 4, STATUS)).isEqualTo("Exclu");
    assertThat(world.table.text(9, 3, INSTRUCTION)).isEqualTo("Pause");
    assertThat(world.table.text(9, 4, INSTRUCTION)).isEqualTo("Exclu");
    assertThat(world.letters()).hasSize(1);
    assertQuiet(world);
  }

  /** Somebody else edits an answer as words are carried over: they wait for the next pass. */
  @Test
  void aFormThatIsLinkedAnewForgetsNoStatusThoughAnAnswerIsEditedInThatInstant() {
    World world = introduced();
    world.instruct("Ivy Imms", STATUS, "Vue lundi");
    world.instruct("Ana Alba", INSTRUCTION, "Prioritaire");
    world.settle(2);
    int ana = world.rowOf("Ana Alba");
    int ivy = world.rowOf("Ivy Imms");

    world.linkAnew(9);
    world.table.beforeNextReread(() -> world.table.type(9, ana, EMAIL, "ana@example.net"));
    world.settle(3);

    assertThat(world.table.text(9, ivy, STATUS)).isEqualTo("Vue lundi");
    assertThat(world.table.text(9, ana, INSTRUCTION)).isEqualTo("Prioritaire");
    assertQuiet(world);
  }

  @Test
  void answersThatAreMovedAloneKeepTheirInstruction() {
    World world = introduced();
    world.instruct("Ivy Imms", INSTRUCTION, "Pause");
    world.settle(2);

    int row = world.rowOf("Ivy Imms");
    List<Cell> answers = world.table.answers(ANSWERS, row, HEADER.size());
    world.table.put(ANSWERS, row, Collections.nCopies(HEADER.size(), Cell.EMPTY));
    world.table.row(ANSWERS, answers);
    world.settle(3);

    assertThat(world.shown("Ivy Imms", STATUS)).isEqualTo("En pause");
    assertQuiet(world);
  }

  @Test
  void aColumnOfInstructionsThatIsCutAndPastedElsewhereStillCounts() {
    World world = introduced();
    world.instruct("Ivy Imms", INSTRUCTION, "Pause");
    world.settle(2);
    int from = world.table.column(ANSWERS, INSTRUCTION);
    int to = world.table.column(ANSWERS, "Contrôle") + 1;
    world.table.insertColumn(ANSWERS, to, "");
    for (int row = 0; row < world.table.rowCount(ANSWERS); row++) {
      String text = world.table.text(ANSWERS, row, from);
      world.table.type(ANSWERS, row, from, "");
      world.table.type(ANSWERS, row, to, text);
    }

    world.settle(3);

    assertThat(world.shown("Ivy Imms", STATUS)).isEqualTo("En pause");
    assertQuiet(world);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Statut", "Réf", "Consigne", "Explication", "Contrôle"})
  void aTitleOfOursThatWasClearedComesBackAndStopsNothing(String title) {
    World world = introduced();
    int column = world.table.column(ANSWERS, title);
    world.table.type(ANSWERS, 0, column, "");
    world.answer("Zoe Zane", PLACE, "Loin", NEEDS, "Courses");

    world.settle(3);

    assertThat(world.table.text(ANSWERS, 0, column)).isEqualTo(title);
    assertThat(world.shown("Zoe Zane", STATUS)).isNotEmpty();
    assertQuiet(world);
  }

  @Test
  void aTickThatIsTakenFromOneHelperAndGivenToAnotherIsNoSort() {
    World world = introduced();
    world.instruct("Hal Hart", "Vérifié", "oui");
    world.once();

    world.instruct("Hal Hart", "Vérifié", "");
    world.instruct("Ivy Imms", "Vérifié", "oui");
    world.once();

    assertThat(world.shown("Hal Hart", "Explication")).doesNotContain("vérifié");
    assertThat(world.shown("Ivy Imms", "Explication")).contains("vérifié");
    assertQuiet(world);
  }

  @Test
  void whoSharesATelephoneWithSomebodyBarredIsBarredUntilToldApart() {
    World world = introduced();
    world.answer("Bob Berg", PLACE, "Loin", NEEDS, "Courses", PHONE, "07700 900123");
    world.settle(2);

    world.instruct("Ana Alba", INSTRUCTION, "Exclu");
    world.settle(2);

    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("Exclu");
    assertThat(world.shown("Bob Berg", STATUS)).isEqualTo("Exclu");

    world.instruct("Bob Berg", INSTRUCTION, "Distinct");
    world.settle(2);

    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("Exclu");
    assertThat(world.shown("Bob Berg", STATUS)).isNotEqualTo("Exclu");
  }

  // ---- the instant of the write

  @Test
  void aTypedStatusThatAWriteHitsInAMovedRowIsPutBack() {
    World world = introduced();
    world.answer("Bea Bost", PLACE, "Nord", NEEDS, "Médicaments");
    world.settle(2);
    world.instruct("Bea Bost", STATUS, "Retiré");
    world.settle(2);
    world.answer("Zoe Zane", PLACE, "Loin", NEEDS, "Courses");
    world.answer("Gus Gray", PLACE, "Nord", OFFERS, "Courses");
    world.table.beforeNextCells(() -> world.table.reverse(ANSWERS));

    world.settle(3);

    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo("Retiré");
    assertQuiet(world);
  }

  @Test
  void aTypedStatusIsNotPutBackIntoTheRowOfSomebodyElseThatCameThereSince() {
    World world = introduced();
    world.answer("Bea Bost", PLACE, "Nord", NEEDS, "Médicaments");
    world.settle(2);
    world.instruct("Bea Bost", STATUS, "Retiré");
    world.settle(2);
    world.answer(
        "Zoe Zane", PLACE, "Loin", NEEDS, "Courses"); // in Bea's row, once all are reversed
    for (String name : List.of("Yan Yates", "Xia Xu", "Will Webb")) {
      world.answer(name, PLACE, "Loin", NEEDS, "Courses");
    }
    AtomicBoolean isBack = new AtomicBoolean();
    Runnable back =
        () -> {
          if (!isBack.getAndSet(true)) {
            world.table.reverse(ANSWERS);
            world.instruct("Zoe Zane", STATUS, "Vu hier");
          }
        };
    Runnable away =
        () -> {
          world.table.reverse(ANSWERS);
          world.table.beforeNextLook(back); // the next pass has read the sheet by then
          world.table.beforeNextReread(back);
        };
    world.table.beforeNextReread(() -> world.table.beforeNextCells(away));

    world.settle(4);

    assertThat(isBack).isTrue();
    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo("Retiré");
    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("Vu hier");
    assertQuiet(world);
  }

  @Test
  void cellsThatAWriteHitsInAColumnThatMovedArePutBack() {
    World world = introduced();
    world.table.insertColumn(ANSWERS, world.table.column(ANSWERS, "Contrôle") + 1, "Notes à nous");
    for (int row = 1; row < 4; row++) {
      world.table.type(ANSWERS, row, "Notes à nous", "note " + row);
    }
    world.settle(2);
    world.answer("Zoe Zane", PLACE, "Loin", NEEDS, "Courses");
    world.table.beforeNextCells(
        () -> world.table.insertColumn(ANSWERS, world.table.column(ANSWERS, STATUS), "À nous"));

    world.settle(3);

    for (int row = 1; row < 4; row++) {
      assertThat(world.table.text(ANSWERS, row, "Notes à nous")).isEqualTo("note " + row);
      assertThat(world.table.text(ANSWERS, row, "À nous")).isEmpty();
    }
    assertThat(world.table.text(ANSWERS, 4, "À nous")).isEmpty();
    assertThat(world.shown("Zoe Zane", STATUS)).isNotEmpty();
    assertQuiet(world);
  }

  @Test
  void aProtectedRangeThatRefusesUsIsSaidAndHoldsUpNothingElse() {
    World world = introduced();
    world.table.lock(ANSWERS, world.table.column(ANSWERS, STATUS));
    world.answer("Zoe Zane", PLACE, "Loin", NEEDS, "Courses");
    world.answer("Bea Bost", PLACE, "Nord", NEEDS, "Courses");

    CycleReport report = world.settle(3);

    assertThat(report.troubles()).hasSize(1);
    assertThat(report.troubles().get(0).text()).contains("plage protégée");
    assertThat(report.effects()).isEmpty();
    assertThat(world.shown("Zoe Zane", STATUS)).isEmpty();
    assertThat(world.letters()).hasSize(2);

    world.table.unlock();
    assertThat(world.settle(2).troubles()).isEmpty();
    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("En attente");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "2, 1", "2, 2"})
  void aWordTypedBesideOneOfTwoEqualAnswersStaysThereWhicheverIsEdited(int typed, int edited) {
    World world = new World();
    List<Cell> answer = world.cells("Ana Alba", PLACE, "Nord", NEEDS, "Courses");
    world.table.row(ANSWERS, answer); // twice in the same second
    world.table.row(ANSWERS, answer);
    world.settle(2);
    world.table.type(ANSWERS, typed, STATUS, "Vu avec elle");
    world.settle(2);

    world.table.type(ANSWERS, edited, World.TIME, "27/03/2020 10:00:00"); // the form's
    world.settle(3);

    assertThat(world.table.text(ANSWERS, typed, STATUS)).isEqualTo("Vu avec elle");
    assertThat(world.table.text(ANSWERS, 3 - typed, STATUS)).isNotEqualTo("Vu avec elle");
    assertQuiet(world);
  }

  /** Two pairs who are introduced, and one who waits; and the journal is lost. */
  private static World forgotten(Consumer<MemoryTable> amiss) {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses")
            .answer("Zoe Zorn", PLACE, "Nord", NEEDS, "Médicaments")
            .answer("Cy Cole", PLACE, "Nord", OFFERS, "Médicaments")
            .answer("Una Ulm", PLACE, "Loin", NEEDS, "Conversation");
    world.settle(2);
    assertThat(world.letters()).hasSize(2);
    List<String> before = references(world);
    amiss.accept(world.table);
    world.startAgain(new MemoryJournal()).settle(3);
    assertThat(references(world)).isEqualTo(before);
    assertThat(world.letters()).hasSize(2);
    return world;
  }

  private static List<String> references(World world) {
    List<String> references = new ArrayList<>();
    for (int row = 1; row < world.table.rowCount(ANSWERS); row++) {
      references.add(world.table.text(ANSWERS, row, REF));
    }
    return references;
  }

  @Test
  void checksOfTheLedgerThatWereWrittenBesideOneAnotherMakeNobodySomebodyElse() {
    World world =
        forgotten(
            table -> {
              String first = table.text(LEDGER, 1, CHECK);
              table.type(LEDGER, 1, CHECK, table.text(LEDGER, 2, CHECK));
              table.type(LEDGER, 2, CHECK, first);
            });

    assertQuiet(world);
  }

  @Test
  void whoseCheckWasHitKeepsTheReferenceThatTheRowShows() {
    World world = forgotten(table -> table.type(ANSWERS, 5, CHECK, table.text(ANSWERS, 1, CHECK)));

    assertQuiet(world);
  }
}
