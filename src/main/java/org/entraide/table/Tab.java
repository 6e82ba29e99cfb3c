package org.entraide.table;

import java.util.List;
import java.util.Map;

/**
 * One tab of a spreadsheet as it was read.
 *
 * @param sheetId Google's number for the tab, which a rename does not change
 * @param title what people call it
 * @param hasForm whether a form writes here, where that is known
 * @param rowCount rows of the grid, filled or not
 * @param columnCount columns of the grid, filled or not
 * @param rows the rows from the first, blank ones included, trailing blank ones left out
 * @param columnMarks the daemon's developer metadata: column index to mark
 */
public record Tab(
    int sheetId,
    String title,
    boolean hasForm,
    int rowCount,
    int columnCount,
    List<Row> rows,
    Map<Integer, String> columnMarks) {

  /**
   * Before the mark of a column of a tab that another has taken the place of: it is beside the
   * first mark of the column, and counts instead.
   */
  public static final String LEFT = "left.";

  public Tab {
    rows = List.copyOf(rows);
    columnMarks = Map.copyOf(columnMarks);
  }

  /** The first row; empty for an empty tab. */
  public Row header() {
    return rows.isEmpty() ? new Row(0, List.of()) : rows.get(0);
  }

  /** This tab without anything below its titles: nothing that people wrote. */
  public Tab titlesAlone() {
    return with(rows.subList(0, Math.min(1, rows.size())));
  }

  /** This tab with other rows, the header among them. */
  public Tab with(List<Row> others) {
    return new Tab(sheetId, title, hasForm, rowCount, columnCount, others, columnMarks);
  }

  /** Whether another tab has taken its place. */
  public boolean isLeft() {
    return columnMarks.values().stream().anyMatch(mark -> mark.startsWith(LEFT));
  }

  /** The first column to the right of everything that is written. */
  public int width() {
    return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
  }

  /** All rows but the first. */
  public List<Row> body() {
    return rows.isEmpty() ? List.of() : rows.subList(1, rows.size());
  }
}
