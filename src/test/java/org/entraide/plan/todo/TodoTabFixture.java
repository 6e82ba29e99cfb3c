package org.entraide.plan.todo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.entraide.plan.Folk;
import org.entraide.plan.Sheets;
import org.entraide.plan.layout.OwnTabs;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.TodoColumn;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.LinkFormula;
import org.entraide.table.Overlay;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** The tab À faire in memory, tasks made by hand, and the hands of people. */
abstract class TodoTabFixture {

  static final Texts FRENCH =
      Folk.LANGUAGES.get(0).naming(ref -> ref.equals("9JNRN") ? "Camille R. (9JNRN)" : ref);
  static final LocalDate MONDAY = LocalDate.of(2020, 3, 23);
  private static final int WIDTH = TodoColumn.values().length;

  static final Task FIX =
      new Task(
          TaskKind.FIX,
          List.of(),
          Message.of("dashboard.wrong.refused"),
          null,
          "",
          new Task.Target.Nothing());
  static final Task RING =
      new Task(
          TaskKind.RING,
          List.of(new Task.Contact("9JNRN", "07700 900123")),
          Message.of("dashboard.wrong.away"),
          MONDAY,
          "",
          new Task.Target.Answer("9JNRN"));
  static final Task NOTE =
      new Task(
          TaskKind.NOTE_OUTCOME,
          List.of(new Task.Contact("9JNRN", null), new Task.Contact("7KQ47", null)),
          Message.of("dashboard.wrong.lost"),
          MONDAY.minusDays(20),
          "delegue@example.org",
          new Task.Target.LedgerEntry("M-7KQ47"));
  static final Task READ =
      new Task(
          TaskKind.READ_AND_SEND,
          List.of(new Task.Contact("9JNRN", null)),
          Message.of("dashboard.wrong.throttled"),
          MONDAY.minusDays(2),
          "delegue@example.org",
          new Task.Target.Letter("delegue@example.org", "M-7KQ47"));

  /** Different tasks of which nothing is to be opened. */
  static List<Task> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Task(
                    TaskKind.ASK,
                    List.of(),
                    Message.of("dashboard.wrong.trouble").with("text", "Réponse " + i),
                    MONDAY,
                    "",
                    new Task.Target.Nothing()))
        .toList();
  }

  /** A tab in memory. */
  static final class Board {
    final List<List<Cell>> rows = new ArrayList<>();
    final Map<Integer, LinkFormula> formulas = new HashMap<>(); // by the row they were written in
    Overlay overlay = Overlay.NONE;
    int height = 1000;
    private Tab responses = Sheets.answers();

    Board() {
      List<Cell> titles = new ArrayList<>();
      for (TodoColumn column : TodoColumn.values()) {
        titles.add(Cell.text(FRENCH.get(column.titleKey())));
      }
      titles.add(Cell.EMPTY);
      rows.add(titles);
    }

    SheetLayout layout() {
      Map<Integer, String> marks = new HashMap<>();
      for (TodoColumn column : TodoColumn.values()) {
        marks.put(at(column), column.mark());
      }
      Tab tab = new Tab(OwnTabs.TODO, "À faire", false, height, 26, read(), marks);
      return Sheets.found(overlay, responses, tab).prepared();
    }

    List<Row> read() {
      return IntStream.range(0, rows.size()).mapToObj(i -> new Row(i, rows.get(i))).toList();
    }

    List<Change> changes(Task... tasks) {
      return TodoTab.changes(layout(), read(), List.of(tasks), FRENCH);
    }

    Board write(Task... tasks) {
      return write(changes(tasks));
    }

    Board write(List<Change> changes) {
      for (Change change : changes) {
        if (change instanceof Change.AddRows added) {
          height += added.count();
          continue;
        }
        Change.SetValue value = (Change.SetValue) change;
        if (value instanceof Change.SetFormula formula) {
          formulas.put(value.row(), formula.link());
        }
        if (value.row() >= height) {
          throw new IllegalStateException("Outside the grid.");
        }
        type(value.row(), value.column(), cell(value));
      }
      return this;
    }

    private static Cell cell(Change.SetValue value) {
      if (value instanceof Change.SetNumber number) {
        return Cell.number(number.number(), "23/03/2020");
      }
      return value instanceof Change.SetFormula formula
          ? Cell.text(formula.link().label())
          : Cell.text(((Change.SetCell) value).text());
    }

    void type(int row, int column, Cell cell) {
      while (rows.size() <= row) {
        rows.add(new ArrayList<>(Collections.nCopies(WIDTH + 1, Cell.EMPTY)));
      }
      while (rows.get(row).size() <= column) {
        rows.get(row).add(Cell.EMPTY);
      }
      rows.get(row).set(column, cell);
    }

    void type(int row, TodoColumn column, String text) {
      type(row, at(column), Cell.text(text));
    }

    static int at(TodoColumn column) {
      return List.of(TodoColumn.values()).indexOf(column);
    }

    String text(int row, TodoColumn column) {
      return new Row(row, rows.get(row)).cell(at(column)).text();
    }

    /** What a column says from the first row under the titles to the last. */
    List<String> column(TodoColumn column) {
      return IntStream.range(1, rows.size()).mapToObj(row -> text(row, column)).toList();
    }

    /** Somebody sorts by what is written in a column; {@code Z} first. */
    void sort(TodoColumn column) {
      rows.subList(1, rows.size())
          .sort(
              Comparator.comparing((List<Cell> row) -> new Row(0, row).cell(at(column)).text())
                  .reversed());
    }

    /** The tab with the answers is another. */
    void answersMoved(String title, String... moreTitles) {
      Tab usual = Sheets.answers();
      List<Cell> titles = new ArrayList<>(usual.header().cells());
      for (String more : moreTitles) {
        titles.add(Cell.text(more));
      }
      responses =
          new Tab(Sheets.ANSWERS, title, true, 1000, 26, List.of(new Row(0, titles)), Map.of());
    }

    Optional<LinkFormula> formula(int row) {
      return Optional.ofNullable(formulas.get(row));
    }
  }
}
