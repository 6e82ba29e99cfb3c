package org.entraide.campaign.apply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Change;
import org.entraide.table.Row;

/** Where cells are put back, and whether those rows are unchanged. Pure. */
final class RepairedCells {

  private RepairedCells() {}

  /** The rows in which cells are put back, by sheet id. */
  static Map<Integer, Set<Integer>> rows(List<Change> repairs) {
    Map<Integer, Set<Integer>> rows = new HashMap<>();
    cells(repairs)
        .forEach(c -> rows.computeIfAbsent(c.sheetId(), t -> new TreeSet<>()).add(c.row()));
    return rows;
  }

  /** The columns of those cells, and those that identify the row's person, by sheet id. */
  static Map<Integer, Set<Integer>> columns(List<Change> repairs, SheetLayout layout) {
    Map<Integer, Set<Integer>> columns = new HashMap<>();
    cells(repairs)
        .forEach(c -> columns.computeIfAbsent(c.sheetId(), t -> new TreeSet<>()).add(c.column()));
    Map<Integer, Set<Integer>> identity = layout.identityColumns();
    columns.forEach((tab, own) -> own.addAll(identity.getOrDefault(tab, Set.of())));
    return columns;
  }

  private static Stream<Change.SetValue> cells(List<Change> repairs) {
    return repairs.stream()
        .filter(Change.SetValue.class::isInstance)
        .map(Change.SetValue.class::cast);
  }

  /**
   * Whether rows, and the titles above them, show in these columns what they showed.
   *
   * @param rowsBefore all rows, by sheet id
   * @param rowsNow the same, as they are now
   */
  static boolean isUnchanged(
      Map<Integer, List<Row>> rowsBefore,
      Map<Integer, List<Row>> rowsNow,
      Map<Integer, Set<Integer>> columns,
      Map<Integer, Set<Integer>> rows) {
    return rows.entrySet().stream()
        .allMatch(
            tab -> {
              Set<Integer> rowsToCompare = new TreeSet<>(tab.getValue());
              rowsToCompare.add(0);
              return textByCell(rowsBefore, tab.getKey(), rowsToCompare, columns)
                  .equals(textByCell(rowsNow, tab.getKey(), rowsToCompare, columns));
            });
  }

  /** By row and column. */
  private static Map<List<Integer>, String> textByCell(
      Map<Integer, List<Row>> tabs,
      int tab,
      Set<Integer> rows,
      Map<Integer, Set<Integer>> columns) {
    Map<List<Integer>, String> textByCell = new HashMap<>();
    for (Row row : tabs.getOrDefault(tab, List.of())) {
      if (rows.contains(row.index())) {
        for (int column : columns.getOrDefault(tab, Set.of())) {
          String text = row.cell(column).text();
          if (!text.isEmpty()) {
            textByCell.put(List.of(row.index(), column), text);
          }
        }
      }
    }
    return textByCell;
  }
}
