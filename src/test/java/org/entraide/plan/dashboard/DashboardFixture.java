package org.entraide.plan.dashboard;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.entraide.match.model.HelpFigures;
import org.entraide.people.word.Category;
import org.entraide.place.PostcodeAdvice;
import org.entraide.plan.Folk;
import org.entraide.plan.Sheets;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.DashboardBlock;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.Status;
import org.entraide.plan.todo.Task;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** A dashboard in memory, and facts for it. */
abstract class DashboardFixture {

  static final Texts FRENCH = Folk.LANGUAGES.get(0);
  static final ZoneId LONDON = ZoneId.of("Europe/London");
  static final SheetLayout LAYOUT = Sheets.fresh().prepared();
  static final LocalDate MONDAY = LocalDate.of(2020, 3, 23);

  /** Facts, changed step by step. */
  static final class Facts {
    Heartbeat.SignOfLife beat = new Heartbeat.SignOfLife("a1b2c3", Folk.NOON, false);
    boolean suspended;
    List<Message> wrong = List.of();
    Optional<List<Task>> todo = Optional.of(List.of());
    Optional<WeekFigures> week = Optional.empty();
    final Map<Status, Integer> people = new HashMap<>();
    List<DashboardFacts.Signpost> signpost = List.of();
    List<DashboardFacts.Waiting> longest = List.of();
    final Map<String, Integer> areas = new HashMap<>();
    final Map<LocalDate, Integer> weeks = new HashMap<>();
    final Map<PostcodeAdvice.Country, Long> postcodes = new HashMap<>();
    Optional<DashboardFacts.Policies> policies = Optional.empty();

    DashboardFacts made() {
      return new DashboardFacts(
          beat,
          suspended,
          wrong,
          todo,
          week,
          17,
          people,
          Map.of(Introduction.State.SENT, 4),
          signpost,
          longest,
          2,
          3,
          postcodes,
          policies,
          HelpFigures.NONE,
          Map.of(Category.SHOPPING, 6),
          areas,
          weeks);
    }
  }

  /** A tab in memory. */
  static final class Board {
    final Map<Integer, List<Cell>> rows = new HashMap<>();

    List<Row> read() {
      return rows.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .map(e -> new Row(e.getKey(), e.getValue()))
          .toList();
    }

    List<Change> changes(DashboardFacts facts) {
      return DashboardChanges.changes(LAYOUT, read(), facts, FRENCH, LONDON);
    }

    Board write(DashboardFacts facts) {
      return write(changes(facts));
    }

    Board write(List<Change> changes) {
      for (Change change : changes) {
        Change.SetValue value = (Change.SetValue) change;
        List<Cell> row =
            rows.computeIfAbsent(
                value.row(), r -> new ArrayList<>(Collections.nCopies(5, Cell.EMPTY)));
        row.set(
            value.column(),
            value instanceof Change.SetNumber number
                ? Cell.number(number.number(), "shown")
                : Cell.text(((Change.SetCell) value).text()));
      }
      return this;
    }

    /** Row by row the texts of the first column and the second. */
    Map<String, String> byLabel() {
      Map<String, String> byLabel = new HashMap<>();
      rows.values().forEach(row -> byLabel.put(row.get(0).text(), text(row.get(1))));
      rows.values().forEach(row -> byLabel.put(row.get(2).text(), text(row.get(3))));
      return byLabel;
    }

    static String text(Cell cell) {
      return cell.kind() == Cell.Kind.NUMBER ? String.valueOf((long) cell.number()) : cell.text();
    }

    List<Cell> row(int row) {
      return rows.getOrDefault(row, List.of());
    }

    /** Somebody inserts a row. */
    void insert(int at) {
      Map<Integer, List<Cell>> moved = new HashMap<>();
      rows.forEach((row, cells) -> moved.put(row < at ? row : row + 1, cells));
      rows.clear();
      rows.putAll(moved);
    }

    List<String> column(DashboardBlock block) {
      return IntStream.range(block.firstRow(), block.firstRow() + block.lines())
          .mapToObj(row -> rows.getOrDefault(row, List.of(Cell.EMPTY)).get(0))
          .map(Board::text)
          .filter(text -> !text.isEmpty())
          .toList();
    }
  }
}
