package org.entraide.plan.todo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.plan.Folk;
import org.entraide.plan.layout.OwnTabs;
import org.entraide.plan.layout.TodoColumn;
import org.entraide.table.Area;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Overlay;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;

/** What À faire shows, and when it is written. */
class TodoTabTest extends TodoTabFixture {

  // ---- what it says

  @Test
  void aRowSaysWhatAboutWhomWhySinceWhenWhoseAndWhere() {
    Board board = new Board().write(RING, READ, NOTE);

    assertThat(board.column(TodoColumn.WHAT))
        .containsExactly("Téléphoner", "Relire et envoyer", "Noter la suite");
    assertThat(board.column(TodoColumn.WHO))
        .containsExactly(
            "Camille R. (9JNRN), 07700 900123",
            "Camille R. (9JNRN)",
            "Camille R. (9JNRN) et 7KQ47");
    assertThat(board.text(1, TodoColumn.DETAIL)).startsWith("Google ne répond pas");
    assertThat(board.rows.get(1).get(Board.at(TodoColumn.SINCE)).number()).isEqualTo(43913);
    assertThat(board.column(TodoColumn.DELEGATE))
        .containsExactly("", "delegue@example.org", "delegue@example.org");
    assertThat(board.column(TodoColumn.LINK)).containsExactly("9JNRN", "M-7KQ47", "M-7KQ47");
  }

  @Test
  void linksFindTheRowWhereverItIsAndTheLetterInItsMailbox() {
    Board board = new Board().write(RING, READ, NOTE, FIX);

    assertThat(board.formula(1).orElseThrow().text())
        .isEqualTo("=HYPERLINK(\"#gid=1&range=G\"&MATCH(\"9JNRN\";'Réponses'!$G:$G;0);\"9JNRN\")");
    assertThat(board.formula(2).orElseThrow().text())
        .contains("https://mail.google.com/mail/?authuser=delegue@example.org#search/M-7KQ47");
    assertThat(board.formula(3).orElseThrow().text())
        .contains("#gid=741852001&range=A", "'Mises en relation'!$A:$A");
    assertThat(board.formula(4)).isEmpty();
    assertThat(board.text(4, TodoColumn.LINK)).isEmpty();
  }

  @Test
  void withoutNamesInTheSheetThereAreReferencesAlone() {
    Task noPhone =
        new Task(
            TaskKind.RING,
            List.of(new Task.Contact("9JNRN", null)),
            Message.of("dashboard.wrong.away"),
            null,
            "",
            new Task.Target.Nothing());
    Board board = new Board();

    board.write(
        TodoTab.changes(board.layout(), board.read(), List.of(noPhone), Folk.LANGUAGES.get(0)));

    assertThat(board.text(1, TodoColumn.WHO)).isEqualTo("9JNRN");
    assertThat(board.rows.get(1).get(Board.at(TodoColumn.SINCE)).isEmpty()).isTrue();
  }

  @Test
  void everyKindHasItsWordInBothLanguages() {
    for (Texts texts : Folk.LANGUAGES) {
      assertThat(TaskKind.values())
          .extracting(kind -> texts.get(kind.wordKey()))
          .doesNotHaveDuplicates()
          .allMatch(word -> !word.isBlank());
    }
  }

  @Test
  void ofFiveThousandTasksTheTwoHundredMostUrgentAreShownAndHowManyMoreThereAre() {
    List<Task> tasks = new ArrayList<>(List.of(RING));
    tasks.addAll(many(4999));
    Board board = new Board();

    board.write(TodoTab.changes(board.layout(), board.read(), tasks, FRENCH));

    assertThat(board.rows).hasSize(1 + 200 + 1);
    assertThat(board.text(1, TodoColumn.WHAT)).isEqualTo("Téléphoner");
    assertThat(board.text(200, TodoColumn.DETAIL)).isEqualTo("Réponse 198");
    assertThat(board.text(201, TodoColumn.WHAT)).isEqualTo("et 4\u202f800 autres");
    assertThat(TodoTab.changes(board.layout(), board.read(), tasks, FRENCH)).isEmpty();
  }

  @Test
  void exactlyTwoHundredNeedNoLastLine() {
    Board board = new Board();

    board.write(TodoTab.changes(board.layout(), board.read(), many(200), FRENCH));

    assertThat(board.rows).hasSize(1 + 200);
  }

  @Test
  void aTabThatWasShortenedIsLengthenedFirst() {
    Board board = new Board();
    board.height = 2;

    List<Change> changes = board.changes(FIX, RING, NOTE);

    assertThat(changes).first().isEqualTo(new Change.AddRows(OwnTabs.TODO, 2));
    assertThat(board.write(changes).column(TodoColumn.WHAT)).hasSize(3);
  }

  // ---- when it is written

  @Test
  void itIsWrittenOnceAndThenNotTouched() {
    assertThat(new Board().write(FIX, RING, READ, NOTE).changes(FIX, RING, READ, NOTE)).isEmpty();
  }

  @Test
  void withoutTasksATabIsLeftEmpty() {
    assertThat(new Board().changes()).isEmpty();
  }

  @Test
  void sortedByPeopleItIsNotWritten() {
    Board board = new Board().write(FIX, RING, READ, NOTE);
    board.sort(TodoColumn.WHAT);

    assertThat(board.column(TodoColumn.WHAT)).startsWith("Téléphoner", "Réparer");
    assertThat(board.changes(FIX, RING, READ, NOTE)).isEmpty();
  }

  @Test
  void aTaskMorePutsAllOfThemInOrder() {
    Board board = new Board().write(FIX, RING, NOTE);
    board.sort(TodoColumn.WHAT);

    board.write(FIX, RING, READ, NOTE);

    assertThat(board.column(TodoColumn.WHAT))
        .containsExactly("Réparer", "Téléphoner", "Relire et envoyer", "Noter la suite");
    assertThat(board.formula(3).orElseThrow().text()).contains("#search/M-7KQ47");
    assertThat(board.changes(FIX, RING, READ, NOTE)).isEmpty();
  }

  @Test
  void aTaskWhoseCauseIsGoneLeavesNoRow() {
    Board board = new Board().write(FIX, RING, NOTE);

    board.write(RING);

    assertThat(board.column(TodoColumn.WHAT)).containsExactly("Téléphoner", "", "");
    assertThat(board.column(TodoColumn.CHECK).subList(1, 3)).containsOnly("");
    assertThat(board.changes(RING)).isEmpty();
  }

  @Test
  void whatSomebodyTypesOverATaskIsReplaced() {
    for (TodoColumn column : TodoColumn.values()) {
      Board board = new Board().write(FIX, RING, NOTE);
      List<List<Cell>> before = board.rows.stream().map(List::copyOf).toList();
      board.type(2, column, "à voir");

      board.write(FIX, RING, NOTE);

      assertThat(board.rows).as("%s", column).isEqualTo(before);
    }
  }

  @Test
  void aClearedCellIsFilledAgain() {
    for (TodoColumn column :
        List.of(TodoColumn.WHO, TodoColumn.SINCE, TodoColumn.LINK, TodoColumn.CHECK)) {
      Board board = new Board().write(FIX, RING, NOTE);
      List<List<Cell>> before = board.rows.stream().map(List::copyOf).toList();
      board.type(2, column, "");

      board.write(FIX, RING, NOTE);

      assertThat(board.rows).as("%s", column).isEqualTo(before);
    }
  }

  @Test
  void sortedByPartOfTheColumnsItIsRestored() {
    Board board = new Board().write(FIX, RING, NOTE);
    List<List<Cell>> before = board.rows.stream().map(List::copyOf).toList();
    Cell first = board.rows.get(1).get(Board.at(TodoColumn.WHO));
    board.type(1, Board.at(TodoColumn.WHO), board.rows.get(2).get(Board.at(TodoColumn.WHO)));
    board.type(2, Board.at(TodoColumn.WHO), first);

    board.write(FIX, RING, NOTE);

    assertThat(board.rows).isEqualTo(before);
  }

  @Test
  void sortedTogetherWithItsTitlesItIsRestored() {
    Board board = new Board().write(FIX, RING, NOTE);
    List<List<Cell>> before = board.rows.stream().map(List::copyOf).toList();
    Collections.reverse(board.rows);

    board.write(FIX, RING, NOTE);

    assertThat(board.rows).isEqualTo(before);
    assertThat(board.changes(FIX, RING, NOTE)).isEmpty();
    Collections.reverse(board.rows);
    board.write(RING);
    assertThat(board.column(TodoColumn.WHAT)).containsExactly("Téléphoner", "", "");
  }

  @Test
  void deletedAndCopiedRowsArePutRight() {
    Board board = new Board().write(FIX, RING, NOTE);
    List<List<Cell>> before = board.rows.stream().map(List::copyOf).toList();
    board.rows.remove(1);
    board.write(FIX, RING, NOTE);
    assertThat(board.rows).isEqualTo(before);

    board.rows.add(new ArrayList<>(board.rows.get(1)));
    board.write(FIX, RING, NOTE);
    assertThat(board.rows.subList(0, 4)).isEqualTo(before);
    assertThat(board.rows.get(4)).allMatch(Cell::isEmpty);
  }

  @Test
  void whatPeopleWriteBesideTheTasksAndBelowThemStays() {
    Board board = new Board().write(FIX, RING, NOTE);
    board.type(1, TodoColumn.values().length, Cell.text("vu avec Ana"));
    board.type(8, TodoColumn.WHAT, "Acheter du café");

    assertThat(board.changes(FIX, RING, NOTE)).isEmpty();
    board.write(RING);

    assertThat(board.rows.get(1).get(TodoColumn.values().length).text()).isEqualTo("vu avec Ana");
    assertThat(board.text(8, TodoColumn.WHAT)).isEqualTo("Acheter du café");
  }

  @Test
  void aLinkThatTheSheetCannotWorkOutIsNotWrittenAgain() {
    Board board = new Board().write(RING, NOTE);
    board.type(1, Board.at(TodoColumn.LINK), new Cell(Cell.Kind.ERROR, "#N/A", 0));

    assertThat(board.changes(RING, NOTE)).isEmpty();
    assertThat(board.changes(RING))
        .allMatch(change -> change instanceof Change.SetCell cell && cell.row() == 2);
  }

  @Test
  void aLinkToATabThatWasDeletedAndMadeAgainIsWrittenAnew() {
    Board board = new Board().write(RING, NOTE);
    board.type(2, Board.at(TodoColumn.LINK), new Cell(Cell.Kind.ERROR, "#REF!", 0));

    assertThat(board.changes(RING, NOTE))
        .singleElement()
        .matches(change -> change instanceof Change.SetFormula link && link.row() == 2);
    assertThat(board.write(RING, NOTE).changes(RING, NOTE)).isEmpty();
  }

  @Test
  void aColumnOfAnswersThatMovedChangesTheLinksAndATitleDoesNot() {
    Board board = new Board().write(RING);
    board.answersMoved("Réponses (suite)");
    assertThat(board.changes(RING)).isEmpty();

    board.answersMoved("Réponses", "Remarques");

    assertThat(board.changes(RING)).hasAtLeastOneElementOfType(Change.SetFormula.class);
    assertThat(board.write(RING).changes(RING)).isEmpty();
    assertThat(board.formula(1).orElseThrow().text()).contains("range=H");
  }

  @Test
  void aMergedOrProtectedCheckDoesNotMakeItWriteForEver() {
    Board board = new Board().write(RING, NOTE);
    int check = Board.at(TodoColumn.CHECK);
    board.type(1, check, Cell.EMPTY);
    Area hidden = Area.cell(OwnTabs.TODO, 1, check);
    board.overlay = new Overlay(Map.of(), Set.of(), List.of(new Overlay.Lock(hidden, List.of())));

    assertThat(board.changes(RING, NOTE))
        .singleElement()
        .matches(change -> change instanceof Change.SetCell cell && cell.column() == check);
  }
}
