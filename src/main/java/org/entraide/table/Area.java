package org.entraide.table;

/**
 * A rectangle of cells in one tab, counted from 0; the ends are not included.
 *
 * @param endRow {@link #OPEN} for all rows that there will ever be
 * @param endColumn {@link #OPEN} for all columns
 */
public record Area(int sheetId, int row, int endRow, int column, int endColumn) {

  /** No end. */
  public static final int OPEN = Integer.MAX_VALUE;

  public static Area cell(int sheetId, int row, int column) {
    return new Area(sheetId, row, row + 1, column, column + 1);
  }

  /** A column without its header. */
  public static Area below(int sheetId, int column) {
    return new Area(sheetId, 1, OPEN, column, column + 1);
  }

  /** Whole columns, the header included. */
  public static Area columns(int sheetId, int from, int to) {
    return new Area(sheetId, 0, OPEN, from, to);
  }

  public static Area whole(int sheetId) {
    return new Area(sheetId, 0, OPEN, 0, OPEN);
  }

  /** Whether a cell is in here and is not the first one. */
  public boolean covers(int sheet, int atRow, int atColumn) {
    return meets(cell(sheet, atRow, atColumn)) && (atRow != row || atColumn != column);
  }

  /** Whether some cell is in both. */
  public boolean meets(Area other) {
    return sheetId == other.sheetId
        && row < other.endRow
        && other.row < endRow
        && column < other.endColumn
        && other.column < endColumn;
  }
}
