package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes back what a step did to one tab; cells are known by the identities of row and column. */
final class SheetUndo {

  private final Map<Long, Integer> beforeColumns;
  private final Map<Long, Integer> afterColumns;
  private final Map<Long, Integer> nowColumns;
  private final List<Column> columns;
  private final boolean sameColumns;

  private SheetUndo(Sheet before, Sheet after, Sheet now, List<Column> columns) {
    this.beforeColumns = places(before.columns());
    this.afterColumns = places(after.columns());
    this.nowColumns = places(now.columns());
    this.columns = columns;
    List<Long> order = columns.stream().map(Column::id).toList();
    this.sameColumns =
        order.equals(ids(before)) && order.equals(ids(after)) && order.equals(ids(now));
  }

  static void revert(Sheet before, Sheet after, Sheet now) {
    now.rename(Undo.back(before.title(), after.title(), now.title()));
    now.properties(Undo.back(before.properties(), after.properties(), now.properties()));
    now.gridProperties(
        Undo.back(before.gridProperties(), after.gridProperties(), now.gridProperties()));
    List<Column> columns = Undo.merge(before.columns(), after.columns(), now.columns(), Column::id);
    SheetUndo undo = new SheetUndo(before, after, now, columns);
    List<Row> rows = Undo.merge(before.rows(), after.rows(), now.rows(), Row::id);
    now.setLines(undo.rows(rows, before, after), undo.columns(before, after));
  }

  private List<Column> columns(Sheet before, Sheet after) {
    List<Column> result = new ArrayList<>();
    for (Column column : columns) {
      Integer old = beforeColumns.get(column.id());
      Integer changed = afterColumns.get(column.id());
      if (old != null && changed != null) {
        ObjectNode properties =
            Undo.<Optional<ObjectNode>>back(
                    Optional.ofNullable(before.columns().get(old).properties()),
                    Optional.ofNullable(after.columns().get(changed).properties()),
                    Optional.ofNullable(column.properties()))
                .orElse(null);
        result.add(new Column(column.id(), properties));
      } else {
        result.add(column);
      }
    }
    return result;
  }

  private List<Row> rows(List<Row> merged, Sheet before, Sheet after) {
    Map<Long, Row> old = byId(before);
    Map<Long, Row> changed = byId(after);
    List<Row> result = new ArrayList<>(merged.size());
    for (Row row : merged) {
      Row was = old.get(row.id());
      Row became = changed.get(row.id());
      boolean untouched = sameColumns && was == became;
      boolean returned = sameColumns && became == null;
      result.add(untouched || returned ? row : row(was, became, row));
    }
    return result;
  }

  /**
   * @param now the row as it is, or as it was where the step deleted it
   */
  private Row row(@Nullable Row was, @Nullable Row became, Row now) {
    boolean returned = was == now;
    Cell[] cells = new Cell[columns.size()];
    for (int j = 0; j < cells.length; j++) {
      long column = columns.get(j).id();
      Cell current = cell(now, returned ? beforeColumns : nowColumns, column);
      Cell old = cell(was, beforeColumns, column);
      boolean changed =
          was != null && became != null && !old.equals(cell(became, afterColumns, column));
      cells[j] = changed ? old : current;
    }
    Row result = now.withCells(cells);
    if (was == null || became == null || returned) {
      return result;
    }
    return result.withProperties(
        Objects.equals(was.properties(), became.properties())
            ? now.properties()
            : was.properties());
  }

  private static Cell cell(@Nullable Row row, Map<Long, Integer> places, long column) {
    Integer at = places.get(column);
    return row == null || at == null ? Cell.EMPTY : row.cell(at);
  }

  private static Map<Long, Integer> places(List<Column> columns) {
    Map<Long, Integer> places = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      places.put(columns.get(i).id(), i);
    }
    return places;
  }

  private static List<Long> ids(Sheet sheet) {
    return sheet.columns().stream().map(Column::id).toList();
  }

  private static Map<Long, Row> byId(Sheet sheet) {
    Map<Long, Row> rows = new HashMap<>();
    sheet.rows().forEach(row -> rows.put(row.id(), row));
    return rows;
  }
}
