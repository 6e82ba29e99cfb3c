package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Titles.CHECK;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.REF;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.HEADER;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PHONE;
import static org.entraide.campaign.world.World.PLACE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.entraide.build.Stories;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.people.SamePeopleFixture;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.MemoryTable;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people typed stays with whom it was typed for. */
@Stories(few = 5)
class KeptWordsOverTimeTest extends SamePeopleFixture {

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

  /** The same word was just written beside somebody else: it did not come from there. */
  @Test
  void aStatusThatReplacesANoteStaysThoughAnotherRowWasJustGivenTheSame() {
    World world = new World().answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses");
    world.answer("Bea Bost", PLACE, "Nord", NEEDS, "Courses").settle(2);
    world.instruct("Ana Alba", STATUS, "Vue lundi");
    world.settle(2);
    world.instruct("Bea Bost", INSTRUCTION, "Pause");
    world.once(); // « En pause » beside Bea
    assertThat(world.shown("Bea Bost", STATUS)).isEqualTo("En pause");

    world.instruct("Ana Alba", STATUS, "En pause");
    world.settle(3);

    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En pause");
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
    assertThat(Texts.of("fr").format(report.troubles().get(0).words())).contains("plage protégée");
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
