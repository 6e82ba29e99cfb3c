package org.entraide.sandbox.office.sheets.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What inserting, deleting and moving lines does to lists and to the cells of a row. */
public final class GridLines {

  private GridLines() {}

  /** Moves {@code [from, end)} so that it is before what was at {@code to}. */
  public static <T> void move(List<T> list, int from, int end, int to) {
    if (to >= from && to <= end) {
      return;
    }
    List<T> moving = new ArrayList<>(list.subList(from, end));
    list.subList(from, end).clear();
    list.addAll(to > from ? to - moving.size() : to, moving);
  }

  public static GridRow widened(GridRow row, int at, int count) {
    OfficeCell[] old = row.cells(row.width());
    OfficeCell[] cells = new OfficeCell[old.length + count];
    System.arraycopy(old, 0, cells, 0, at);
    Arrays.fill(cells, at, at + count, OfficeCell.EMPTY);
    System.arraycopy(old, at, cells, at + count, old.length - at);
    return row.withCells(cells);
  }

  public static GridRow narrowed(GridRow row, int from, int to) {
    OfficeCell[] old = row.cells(Math.max(row.width(), to));
    OfficeCell[] cells = new OfficeCell[old.length - (to - from)];
    System.arraycopy(old, 0, cells, 0, from);
    System.arraycopy(old, to, cells, from, old.length - to);
    return row.withCells(cells);
  }

  /** Gives new lines the formats and rules of another line; its notes and values stay its own. */
  public static void inherit(Sheet sheet, Dimension dimension, int at, int count, int model) {
    boolean rows = dimension == Dimension.ROWS;
    int end = rows ? at + count : sheet.rowCount();
    for (int i = rows ? at : 0; i < end; i++) {
      GridRow source = sheet.row(rows ? model : i);
      GridRow row = sheet.row(i);
      OfficeCell[] cells = row.cells(Math.max(row.width(), rows ? source.width() : at + count));
      for (int j = rows ? 0 : at; j < (rows ? source.width() : at + count); j++) {
        cells[j] = OfficeCell.EMPTY.withExtras(inherited(source.cell(rows ? j : model)));
      }
      sheet.setRow(i, row.withCells(cells));
    }
  }

  private static @Nullable ObjectNode inherited(OfficeCell cell) {
    ObjectNode extras = cell.extras();
    return extras == null ? null : extras.deepCopy().retain("userEnteredFormat", "dataValidation");
  }
}
