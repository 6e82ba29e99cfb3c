package org.entraide.plan.write;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;

/**
 * Rows without an answer in which people keep their notes, some of them hit since rows had moved in
 * the instant before a write. Which of them was where is known only from what is missing
 * afterwards; a sort keeps their order. Pure.
 *
 * @param cellsBefore what each of them held in the columns of persons, from the top; one may be
 *     empty
 * @param lines what was written into some of them, from the top
 */
record UnownedRowHit(List<Map<PersonColumn, Cell>> cellsBefore, List<WrittenRow> lines)
    implements WriteHit {

  /**
   * What was written into one.
   *
   * @param row its index by then
   * @param written by column, what was written, in the form that {@link WrittenCell#shows} compares
   */
  record WrittenRow(int row, Map<PersonColumn, String> written) {}

  UnownedRowHit {
    cellsBefore = List.copyOf(cellsBefore);
    lines = List.copyOf(lines);
  }

  /**
   * Those that were hit.
   *
   * @param rowsBefore the tab right before the write
   * @param fresh its answers
   * @param changes what was written, each meant for somebody
   * @param answered rows with an answer after the write
   */
  static Optional<UnownedRowHit> hit(
      SheetLayout layout,
      List<Row> rowsBefore,
      List<ResponseRow> fresh,
      List<RowChange> changes,
      Set<Integer> answered) {
    List<WrittenRow> lines = new ArrayList<>();
    for (RowChange change : changes) {
      if (!change.identity().isEmpty()
          && change.sheetId() == layout.responses().sheetId()
          && !answered.contains(change.row())) {
        lines.add(new WrittenRow(change.row(), written(layout, change)));
      }
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    lines.sort((a, b) -> Integer.compare(a.row(), b.row()));
    List<Map<PersonColumn, Cell>> held = new ArrayList<>();
    loose(rowsBefore, fresh).forEach(row -> held.add(held(layout, row)));
    return held.stream().allMatch(Map::isEmpty)
        ? Optional.empty()
        : Optional.of(new UnownedRowHit(held, lines));
  }

  private static Map<PersonColumn, String> written(SheetLayout layout, RowChange change) {
    Map<PersonColumn, String> written = new EnumMap<>(PersonColumn.class);
    change.changes().stream()
        .flatMap(WrittenCell::of)
        .forEach(
            wrote ->
                layout
                    .answerColumns()
                    .kindAt(wrote.column())
                    .ifPresent(column -> written.put(column, wrote.text())));
    return written;
  }

  private static Map<PersonColumn, Cell> held(SheetLayout layout, Row row) {
    Map<PersonColumn, Cell> held = new EnumMap<>(PersonColumn.class);
    layout
        .answerColumns()
        .at()
        .forEach(
            (column, at) -> {
              if (!row.cell(at).isEmpty()) {
                held.put(column, row.cell(at));
              }
            });
    return held;
  }

  private static List<Row> loose(List<Row> rows, List<ResponseRow> answers) {
    Set<Integer> answered = new HashSet<>();
    answers.forEach(answer -> answered.add(answer.sheetRow().index()));
    return rows.stream().filter(row -> row.index() > 0 && !answered.contains(row.index())).toList();
  }

  @Override
  public List<Change> repairs(SheetLayout layout, List<ResponseRow> answers) {
    List<Row> left = new ArrayList<>(loose(layout.responses().rows(), answers));
    List<Row> struck = new ArrayList<>();
    List<WrittenRow> foundLines = new ArrayList<>();
    for (WrittenRow line : lines) {
      Optional<Row> row = struck(line, left, layout);
      if (row.isPresent()) {
        struck.add(row.get());
        foundLines.add(line);
        left.remove(row.get());
      }
    }
    List<Map<PersonColumn, Cell>> missing = new ArrayList<>(cellsBefore);
    left.forEach(row -> missing.remove(held(layout, row)));
    if (missing.size() > struck.size()) {
      missing.removeIf(Map::isEmpty); // an empty row among them may have moved below all others
    }
    List<Change> repairs = new ArrayList<>();
    for (int i = 0; i < struck.size(); i++) {
      Row row = struck.get(i);
      WrittenRow line = foundLines.get(i);
      Optional<Map<PersonColumn, Cell>> original =
          missing.stream().filter(it -> isLeftOf(it, row, line, layout)).findFirst();
      if (original.isEmpty() && missing.size() >= struck.size() - i) {
        original = missing.stream().findFirst(); // somebody has changed the row since
      }
      original.ifPresent(
          it -> {
            missing.remove(it);
            putBack(it, row, line, layout, repairs);
          });
    }
    return repairs;
  }

  private static void putBack(
      Map<PersonColumn, Cell> original,
      Row row,
      WrittenRow line,
      SheetLayout layout,
      List<Change> repairs) {
    line.written()
        .forEach(
            (column, text) -> {
              Cell was = original.getOrDefault(column, Cell.EMPTY);
              if (!WrittenCell.shows(was, text)) {
                repairs.add(
                    new Change.PutBack(
                        layout.responses().sheetId(),
                        row.index(),
                        layout.answerColumns().of(column),
                        was));
              }
            });
  }

  /** Whether a row still holds what it held beside the cells that were written. */
  private static boolean isLeftOf(
      Map<PersonColumn, Cell> original, Row row, WrittenRow line, SheetLayout layout) {
    return layout.answerColumns().at().entrySet().stream()
        .filter(column -> !line.written().containsKey(column.getKey()))
        .allMatch(
            column ->
                row.cell(column.getValue())
                    .text()
                    .equals(original.getOrDefault(column.getKey(), Cell.EMPTY).text()));
  }

  /** The row that still shows all that was written, where it was or wherever it has moved to. */
  private static Optional<Row> struck(WrittenRow line, List<Row> rows, SheetLayout layout) {
    List<Row> showing = rows.stream().filter(row -> shows(row, line, layout)).toList();
    return showing.stream()
        .filter(row -> row.index() == line.row())
        .findFirst()
        .or(() -> showing.stream().findFirst());
  }

  private static boolean shows(Row row, WrittenRow line, SheetLayout layout) {
    Map<PersonColumn, Integer> at = layout.answerColumns().at();
    return line.written().entrySet().stream()
        .allMatch(
            one ->
                at.containsKey(one.getKey())
                    && WrittenCell.shows(row.cell(at.get(one.getKey())), one.getValue()));
  }

  /** Nothing of what was in the cells. */
  @Override
  public String toString() {
    return "UnownedRowHit[" + lines.size() + "]";
  }
}
