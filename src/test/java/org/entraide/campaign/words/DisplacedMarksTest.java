package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.assertQuiet;
import static org.entraide.campaign.world.Titles.CHECK;
import static org.entraide.campaign.world.Titles.CHECKED;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.build.Stories;
import org.entraide.campaign.world.Loss;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What organisers marked stays with its person when parts of rows are moved or pasted, whatever is
 * left of the journal and whichever version wrote the checks.
 */
@Stories(few = 8)
class DisplacedMarksTest extends CopiedMarksFixture {

  // ---- parts of rows

  /** From the instruction to the check, beside somebody whose reference stays. */
  @ParameterizedTest
  @EnumSource
  void marksPastedTogetherWithTheCheckOfAnotherRowAreThatRows(Loss loss) {
    World world = helper();
    world.instruct("Kim Kern", OFFERS, "Garde d’enfants");
    world.instruct("Kim Kern", PLACE, "Nord");
    world.instruct("Hal Hart", CHECKED, "oui");
    world.instruct("Hal Hart", INSTRUCTION, "Prioritaire");
    world.settle(2);

    for (String title : List.of(INSTRUCTION, CHECKED, "Avec", "Jamais avec", CHECK)) {
      world.instruct("Kim Kern", title, world.shown("Hal Hart", title));
    }
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    if (loss == Loss.NEVER || loss == Loss.AFTER_THE_COPY_WAS_SEEN) { // else it may be typed
      assertThat(world.shown("Kim Kern", EXPLANATION))
          .contains("videz Consigne et Vérifié (ou retapez)\u202f: cela n’a " + NOT_THEIRS);
    }
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("Bénévole vérifié");
    assertQuiet(world);
    world.instruct("Hal Hart", INSTRUCTION, "Pause");
    assertThat(whoIsWrittenTo(world)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aCheckPastedAloneTakesNoTickAlongAndCostsNone(Loss loss) {
    World world = helper();
    world.instruct("Hal Hart", CHECKED, "oui");
    world.settle(2);

    world.instruct("Kim Kern", CHECK, world.shown("Hal Hart", CHECK));
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    assertThat(world.shown("Kim Kern", EXPLANATION)).doesNotContain("érifié");
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("Bénévole vérifié");
    assertQuiet(world);
  }

  @ParameterizedTest
  @EnumSource
  void anInstructionThatASortMovedStaysWithItsPersonWhenTheStateIsLostAfterwards(Loss loss) {
    World world = helper();
    world.instruct("Hal Hart", INSTRUCTION, "Pause");
    world.settle(2);

    world.instruct("Hal Hart", INSTRUCTION, "");
    world.instruct("Kim Kern", INSTRUCTION, "Pause");
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("un tri l’a mis ailleurs");
    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo("Disponible");
    assertThat(world.shown("Kim Kern", EXPLANATION)).contains(NOT_THEIRS);
    assertQuiet(world);

    world.instruct("Kim Kern", INSTRUCTION, ""); // as the explanation says
    loss.after(world);
    world.settle(2);
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("Disponible");
    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo("Disponible");
    assertQuiet(world);
  }

  /** A new answer's first words come beside Hal, since rows are turned round under the write. */
  @ParameterizedTest
  @ValueSource(strings = {"Pause", "Exclu"})
  void anInstructionCountsThatIsTypedWhereAnOvertakenWriteLeftAnothersCheck(String instruction) {
    World world = helper();
    String paused = instruction.equals("Pause") ? "En pause" : instruction;
    world.answer("Max Mohr", PLACE, "Loin", OFFERS, "Conversation");
    world.table.beforeNextReread(
        () -> world.table.beforeNextCells(() -> world.table.reverse(World.ANSWERS)));
    world.once();
    assertThat(world.shown("Max Mohr", "Réf")).isEmpty();
    assertThat(world.shown("Hal Hart", "Réf")).isNotEmpty();

    world.instruct("Hal Hart", INSTRUCTION, instruction);
    world.settle(2);

    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo(paused);
    assertThat(world.shown("Hal Hart", EXPLANATION)).doesNotContain(NOT_THEIRS);
    assertThat(world.shown("Max Mohr", STATUS)).isEqualTo("Disponible");
    assertQuiet(world);
  }

  /** What was copied is cleared, and then the same is typed for whom it was copied beside. */
  @ParameterizedTest
  @CsvSource({"Consigne, Pause, En pause", "Vérifié, oui, Disponible"})
  void whatIsTypedForThemWhereACopyStoodCountsAlsoWhereAnOlderJournalIsPutBack(
      String column, String text, String status) {
    World world = helper();
    MemoryJournal journal = new MemoryJournal();
    world.startAgain(journal);
    world.instruct("Hal Hart", column, text);
    world.settle(2);
    for (String title : List.of("Réf", column, CHECK)) {
      world.instruct("Kim Kern", title, world.shown("Hal Hart", title));
    }
    world.settle(2);
    assertThat(world.shown("Kim Kern", EXPLANATION)).contains(NOT_THEIRS);
    MemoryJournal older = journal.copy();
    world.instruct("Kim Kern", column, "");
    world.settle(2);
    world.instruct("Kim Kern", column, text);
    world.settle(2);

    world.startAgain(older);
    world.settle(2);

    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo(status);
    assertThat(world.shown("Kim Kern", EXPLANATION)).doesNotContain(NOT_THEIRS);
    assertQuiet(world);
  }

  /** The block of one of two equal rows comes beside Kim, and hers beside that row. */
  @ParameterizedTest
  @CsvSource({"1, 2, 3", "1, 3, 2", "2, 1, 3", "2, 3, 1", "3, 1, 2", "3, 2, 1"})
  void anInstructionInOneOfTwoEqualRowsStaysWithItsPersonWhereASortMovesIt(
      int kim, int marked, int equal) {
    World world = new World();
    List<Cell> hals = world.cells("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants");
    List<Cell> kims = world.cells("Kim Kern", PLACE, "Loin", OFFERS, "Conversation");
    for (int row = 1; row <= 3; row++) {
      world.table.row(ANSWERS, row == kim ? kims : hals);
    }
    world.settle(2);
    world.table.type(ANSWERS, marked, INSTRUCTION, "Pause");
    world.settle(2);

    for (String title : List.of("Réf", STATUS, EXPLANATION, INSTRUCTION, CHECK)) {
      String text = world.table.text(ANSWERS, marked, title);
      world.table.type(ANSWERS, marked, title, world.table.text(ANSWERS, kim, title));
      world.table.type(ANSWERS, kim, title, text);
    }
    world.settle(2);

    assertThat(world.shown("Kim Kern", EXPLANATION)).contains(NOT_THEIRS);
    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo("Disponible");
    assertThat(
            List.of(
                world.table.text(ANSWERS, marked, STATUS),
                world.table.text(ANSWERS, equal, STATUS)))
        .contains("En pause");
    assertQuiet(world);
  }

  /** The check beside Hal is the one that was meant for Kim, whose row still has the one before. */
  @Test
  void anInstructionStaysWithItsPersonThatIsMovedWhereAnOvertakenWriteLeftThatPersonsCheck() {
    World world = helper();
    world.instruct("Kim Kern", INSTRUCTION, "Pause");
    world.settle(2);
    world.instruct("Kim Kern", CHECKED, "oui");
    world.table.beforeNextReread(
        () -> world.table.beforeNextCells(() -> world.table.reverse(ANSWERS)));
    world.once();

    world.instruct("Kim Kern", INSTRUCTION, "");
    world.instruct("Hal Hart", INSTRUCTION, "Pause");
    world.settle(2);

    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains(NOT_THEIRS);
    assertQuiet(world);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Vu lundi", "En pause"})
  void aStatusThatWasTypedComesBackThatIsMovedWhereAnOvertakenWriteLeftThatPersonsCheck(
      String typed) {
    World world = helper();
    world.instruct("Kim Kern", STATUS, typed);
    world.settle(2);
    world.instruct("Kim Kern", CHECKED, "oui");
    world.table.beforeNextReread(
        () -> world.table.beforeNextCells(() -> world.table.reverse(ANSWERS)));
    world.once();

    world.instruct("Kim Kern", STATUS, world.shown("Hal Hart", STATUS));
    world.instruct("Hal Hart", STATUS, typed);
    world.settle(2);

    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo(typed);
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("Disponible");
    assertQuiet(world);
  }

  /** Nobody had seen it beside Hal: his check does not tell of it. */
  @ParameterizedTest
  @CsvSource({"Consigne, Pause", "Vérifié, oui"})
  void whatIsTypedCopiedWithABlockAndClearedWhereItWasTypedIsNobodys(String column, String text) {
    World world = helper();
    world.instruct("Hal Hart", column, text);
    for (String title : List.of("Réf", STATUS, EXPLANATION, column, CHECK)) {
      world.instruct("Kim Kern", title, world.shown("Hal Hart", title));
    }
    world.instruct("Hal Hart", column, "");
    world.settle(2);

    assertThat(world.shown("Kim Kern", EXPLANATION)).contains(NOT_THEIRS);
    assertThat(world.shown("Hal Hart", EXPLANATION)).doesNotContain("érifié");
    assertThat(world.statuses().values()).containsOnly("Disponible");
    assertQuiet(world);
  }

  // ---- an older journal, an older check, another tab

  @Test
  void aJournalThatIsOlderThanTheCopyKnowsFromTheCheckWhoseTheTickIs() {
    World world = helper();
    world.instruct("Hal Hart", CHECKED, "oui");
    MemoryJournal older = new MemoryJournal();
    world.startAgain(older);
    world.settle(2);
    older = older.copy();
    int kim = world.rowOf("Kim Kern");
    for (String title : List.of("Réf", INSTRUCTION, CHECKED, CHECK)) {
      world.table.type(ANSWERS, kim, title, world.shown("Hal Hart", title));
    }
    world.settle(2);
    assertThat(world.shown("Kim Kern", EXPLANATION)).contains(NOT_THEIRS);

    world.startAgain(older);
    world.settle(2);

    assertThat(world.shown("Kim Kern", EXPLANATION)).contains(NOT_THEIRS);
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("Bénévole vérifié");
    assertQuiet(world);
  }

  /** Three parts, as every version wrote before. */
  private static String asBefore(String check) {
    String[] parts = check.split("/", -1);
    return String.join("/", List.of(parts).subList(0, Math.min(parts.length, 3)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void checksOfAnEarlierVersionAreUnderstoodAndNothingIsTakenForTyped(boolean journalLost) {
    World world = helper();
    world.instruct("Hal Hart", CHECKED, "oui");
    world.instruct("Kim Kern", INSTRUCTION, "Pause");
    world.settle(2);
    copied(world, "Hal Hart", "Zoe Zane");
    world.settle(2);
    List<String> statuses = world.statuses().values().stream().toList();
    for (int row = 1; row < world.table.rowCount(ANSWERS); row++) {
      world.table.type(ANSWERS, row, CHECK, asBefore(world.table.text(ANSWERS, row, CHECK)));
    }
    if (journalLost) {
      world.startAgain(new MemoryJournal());
    }
    world.settle(2);

    assertThat(world.statuses().values()).containsExactlyElementsOf(statuses);
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("Bénévole vérifié");
    for (String who : world.statuses().keySet()) {
      assertThat(world.shown(who, EXPLANATION)).doesNotContain("votre texte reste");
    }
    assertQuiet(world);

    if (!journalLost) { // the checks were written anew
      world.startAgain(new MemoryJournal());
      world.settle(2);
      assertThat(world.shown("Zoe Zane", EXPLANATION)).contains(NOT_THEIRS);
      assertQuiet(world);
    }
  }

  @Test
  void aFormThatIsLinkedAnewTakesNoMarkAlongThatWasCopiedBesideSomebody() {
    World world = helper();
    world.instruct("Hal Hart", CHECKED, "oui");
    world.settle(2);
    List<Cell> cells = world.table.answers(ANSWERS, world.rowOf("Hal Hart"), 99);
    int kim = world.rowOf("Kim Kern");
    int from = world.table.column(ANSWERS, "Réf");
    for (int column = from; column < cells.size(); column++) {
      world.table.type(ANSWERS, kim, column, cells.get(column).text());
    }
    world.settle(2);
    assertThat(world.shown("Kim Kern", EXPLANATION)).contains(NOT_THEIRS);

    world.linkAnew(9);
    world.settle(3);

    assertThat(world.table.text(9, 1, EXPLANATION)).contains("Bénévole vérifié");
    assertThat(world.table.text(9, 2, EXPLANATION)).doesNotContain("Bénévole vérifié");
    assertQuiet(world);
  }
}
