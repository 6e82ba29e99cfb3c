package org.entraide.plan.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.plan.layout.SameColumns;
import org.entraide.plan.layout.SameColumns.Title;
import org.entraide.plan.write.ColumnShiftHit.ShiftedCell;
import org.entraide.plan.write.ColumnShiftHit.ShiftedRow;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;

/**
 * Puts back what was in cells that were hit because columns had moved. A cell is put back only
 * where it still shows what was written over it. A column is found again by its title, a row by
 * what was written into it, and what it held before by all that was not hit. Pure.
 */
final class ColumnShiftRepair {

  /** A hit cell as it is now. */
  private record FoundCell(Row row, int column, ShiftedCell spot) {}

  private final ColumnShiftHit shift;
  private final Tab now;
  private final Map<Integer, Integer> same;
  private final Map<Integer, Title> titlesThen;
  private final Map<Title, Integer> titlesNow = new HashMap<>();
  private final Map<Integer, Row> rows = new HashMap<>();
  private final Map<Integer, Row> rowsBefore = new HashMap<>();
  private final Map<Integer, Map<String, List<Row>>> indices = new HashMap<>();

  private ColumnShiftRepair(ColumnShiftHit shift, Tab now) {
    this.shift = shift;
    this.now = now;
    this.same = SameColumns.of(shift.tabAsRead(), now);
    this.titlesThen = Title.of(shift.header());
    Title.of(now.header()).forEach((column, title) -> titlesNow.put(title, column));
    now.body().forEach(row -> rows.put(row.index(), row));
    shift.tabAsRead().body().forEach(row -> rowsBefore.put(row.index(), row));
  }

  /**
   * The cells to put back.
   *
   * @param now the same tab, read anew
   */
  static List<Change> of(ColumnShiftHit shift, Tab now) {
    ColumnShiftRepair back = new ColumnShiftRepair(shift, now);
    List<Change> changes = new ArrayList<>();
    shift.lines().forEach(line -> back.line(line, changes));
    return changes;
  }

  private void line(ShiftedRow line, List<Change> changes) {
    List<FoundCell> foundCells = foundCells(line);
    if (foundCells.isEmpty()) {
      return;
    }
    Row row = foundCells.get(0).row();
    Set<Integer> hit = new HashSet<>();
    foundCells.forEach(one -> hit.add(one.column()));
    Optional<Row> was = before(row, line.meant(), hit);
    for (FoundCell one : foundCells) {
      Integer column = same.get(one.column());
      Cell original = was.isEmpty() || column == null ? Cell.EMPTY : was.get().cell(column);
      if (!isMeant(one.spot(), one.column()) && !original.text().equals(one.spot().written())) {
        changes.add(new Change.PutBack(now.sheetId(), row.index(), one.column(), original));
      }
    }
  }

  // ---- where the cells are now

  /** The cells of one row that show what was written; rows may have moved since. */
  private List<FoundCell> foundCells(ShiftedRow line) {
    Row rowInPlace = rows.getOrDefault(line.row(), new Row(line.row(), List.of()));
    List<FoundCell> most = foundCells(line, rowInPlace);
    if (most.size() == line.spots().size()) {
      return most;
    }
    for (Row row : now.body()) {
      List<FoundCell> foundCells = foundCells(line, row);
      if (foundCells.size() > most.size() && shows(foundCells)) {
        most = foundCells;
      }
    }
    return most;
  }

  private static boolean shows(List<FoundCell> foundCells) {
    return foundCells.stream().anyMatch(one -> !one.spot().written().isEmpty());
  }

  private List<FoundCell> foundCells(ShiftedRow line, Row row) {
    List<FoundCell> foundCells = new ArrayList<>();
    for (ShiftedCell spot : line.spots()) {
      int column = column(spot, row);
      if (column >= 0 && WrittenCell.shows(row.cell(column), spot.written())) {
        foundCells.add(new FoundCell(row, column, spot));
      }
    }
    return foundCells;
  }

  /** Only the title had changed: the column is the one that was meant. */
  private boolean isMeant(ShiftedCell spot, int column) {
    return spot.mark().equals(now.columnMarks().get(column));
  }

  private int column(ShiftedCell spot, Row row) {
    Title title = titlesThen.get(spot.column());
    if (title != null) {
      return titlesNow.getOrDefault(title, spot.column());
    }
    boolean open = isUntitled(spot.column()) || isMeant(spot, spot.column());
    if (open && WrittenCell.shows(row.cell(spot.column()), spot.written())) {
      return spot.column();
    }
    int foundColumn = -1;
    for (int i = 0; i < row.cells().size() && !spot.written().isEmpty(); i++) {
      if (isUntitled(i) && WrittenCell.shows(row.cell(i), spot.written())) {
        if (foundColumn >= 0) {
          return -1; // one of two, and nobody knows which
        }
        foundColumn = i;
      }
    }
    return foundColumn;
  }

  private boolean isUntitled(int column) {
    return now.header().cell(column).isEmpty();
  }

  // ---- what they held before

  /** The row as it was read before the write: the one that agrees most in what was not hit. */
  private Optional<Row> before(Row row, int meant, Set<Integer> hit) {
    Optional<Row> best = Optional.empty();
    int most = 0;
    for (Row was : candidates(row, meant, hit)) {
      int agreement = agreement(row, was, hit);
      if (agreement > most || (agreement == most && agreement > 0 && was.index() == meant)) {
        best = Optional.of(was);
        most = agreement;
      }
    }
    return best;
  }

  /** Those that have the cell in common that fewest have. */
  private List<Row> candidates(Row row, int meant, Set<Integer> hit) {
    List<Row> fewest = List.of();
    for (Map.Entry<Integer, Integer> column : same.entrySet()) {
      String text = row.cell(column.getKey()).text();
      if (!hit.contains(column.getKey()) && !text.isEmpty()) {
        List<Row> having = index(column.getValue()).getOrDefault(text, List.of());
        boolean fewer = fewest.isEmpty() || having.size() < fewest.size();
        fewest = fewer && !having.isEmpty() ? having : fewest;
      }
    }
    List<Row> candidates = new ArrayList<>(fewest);
    Optional.ofNullable(rowsBefore.get(meant)).ifPresent(candidates::add);
    return candidates;
  }

  private Map<String, List<Row>> index(int column) {
    return indices.computeIfAbsent(
        column,
        c -> {
          Map<String, List<Row>> index = new HashMap<>();
          for (Row was : shift.tabAsRead().body()) {
            index.computeIfAbsent(was.cell(c).text(), t -> new ArrayList<>()).add(was);
          }
          return index;
        });
  }

  private int agreement(Row row, Row was, Set<Integer> hit) {
    int agreement = 0;
    for (Map.Entry<Integer, Integer> column : same.entrySet()) {
      String text = row.cell(column.getKey()).text();
      String formerText = was.cell(column.getValue()).text();
      if (!hit.contains(column.getKey()) && !(text.isEmpty() && formerText.isEmpty())) {
        agreement += text.equals(formerText) ? 1 : -1;
      }
    }
    return agreement;
  }
}
