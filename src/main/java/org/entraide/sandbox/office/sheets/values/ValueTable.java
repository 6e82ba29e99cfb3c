package org.entraide.sandbox.office.sheets.values;

import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.Sheet;

/** Finds the "table" that {@code values.append} adds to: filled cells that touch the range. */
final class ValueTable {

  private ValueTable() {}

  /** The range grown until a blank border surrounds it, then cut to what is filled. */
  static GridArea find(Book book, GridArea range) {
    Sheet sheet = book.sheet(range.sheetId());
    GridArea start = cut(sheet, range);
    if (isBlank(sheet, start)) {
      return start;
    }
    GridArea table = start;
    while (true) {
      GridArea grown = grow(sheet, table);
      if (grown.equals(table)) {
        return table;
      }
      table = grown;
    }
  }

  static boolean isBlank(Sheet sheet, GridArea area) {
    for (int row = area.startRow(); row < area.endRow(); row++) {
      for (int column = area.startColumn(); column < area.endColumn(); column++) {
        if (!sheet.cell(row, column).isBlank()) {
          return false;
        }
      }
    }
    return true;
  }

  /** The filled part of a range; its first cell when nothing is filled. */
  private static GridArea cut(Sheet sheet, GridArea range) {
    int top = Integer.MAX_VALUE;
    int bottom = -1;
    int left = Integer.MAX_VALUE;
    int right = -1;
    for (int row = range.startRow(); row < range.endRow(); row++) {
      int end = Math.min(range.endColumn(), sheet.row(row).width());
      for (int column = range.startColumn(); column < end; column++) {
        if (!sheet.cell(row, column).isBlank()) {
          top = Math.min(top, row);
          bottom = Math.max(bottom, row);
          left = Math.min(left, column);
          right = Math.max(right, column);
        }
      }
    }
    int id = range.sheetId();
    return bottom < 0
        ? new GridArea(
            id,
            range.startRow(),
            range.startRow() + 1,
            range.startColumn(),
            range.startColumn() + 1)
        : new GridArea(id, top, bottom + 1, left, right + 1);
  }

  private static GridArea grow(Sheet sheet, GridArea area) {
    int top = Math.max(0, area.startRow() - 1);
    int bottom = Math.min(sheet.rowCount(), area.endRow() + 1);
    int left = Math.max(0, area.startColumn() - 1);
    int right = Math.min(sheet.columnCount(), area.endColumn() + 1);
    int id = area.sheetId();
    boolean up = top < area.startRow() && isFilled(sheet, id, top, top + 1, left, right);
    boolean down = bottom > area.endRow() && isFilled(sheet, id, bottom - 1, bottom, left, right);
    boolean west = left < area.startColumn() && isFilled(sheet, id, top, bottom, left, left + 1);
    boolean east = right > area.endColumn() && isFilled(sheet, id, top, bottom, right - 1, right);
    return new GridArea(
        id,
        up ? top : area.startRow(),
        down ? bottom : area.endRow(),
        west ? left : area.startColumn(),
        east ? right : area.endColumn());
  }

  private static boolean isFilled(Sheet sheet, int id, int top, int bottom, int left, int right) {
    return !isBlank(sheet, new GridArea(id, top, bottom, left, right));
  }
}
