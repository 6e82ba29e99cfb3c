package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridLines;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.GridRow;
import org.entraide.sandbox.office.sheets.book.LineEdit;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;

/** Requests that shift cells of a part of the grid. */
public final class RangeRequests {

  private RangeRequests() {}

  static ObjectNode insert(Book book, ObjectNode body, SheetsWorld world) {
    GridArea area = GridRanges.area(book, body.path("range"));
    insert(book, area, Dimension.of(body.path("shiftDimension").asText()));
    return OfficeJson.object();
  }

  static ObjectNode delete(Book book, ObjectNode body, SheetsWorld world) {
    GridArea area = GridRanges.area(book, body.path("range"));
    delete(book, area, Dimension.of(body.path("shiftDimension").asText()));
    return OfficeJson.object();
  }

  /** Cells of the area and beyond it move down or right by its size. */
  public static void insert(Book book, GridArea area, Dimension dimension) {
    Sheet sheet = book.sheet(area.sheetId());
    boolean down = dimension == Dimension.ROWS;
    int count = down ? area.rows() : area.columns();
    int from = down ? area.startRow() : area.startColumn();
    LineEdit edit = band(LineEdit.insert(dimension, from, count), area);
    if (down) {
      int used = sheet.usedRows();
      PasteRequests.grow(
          sheet, new GridArea(sheet.id(), 0, Math.max(used, area.startRow()) + count, 0, 1));
      shiftDown(sheet, area, count, Math.max(used, area.startRow()));
    } else {
      for (int i = area.startRow(); i < area.endRow(); i++) {
        GridRow row = sheet.row(i);
        if (row.width() > area.startColumn()) {
          GridRow widened = GridLines.widened(row, area.startColumn(), count);
          PasteRequests.grow(sheet, new GridArea(sheet.id(), 0, 1, 0, widened.width()));
          sheet.setRow(i, widened);
        }
      }
    }
    sheet.shifted(edit);
  }

  private static void shiftDown(Sheet sheet, GridArea area, int count, int used) {
    for (int i = used + count - 1; i >= area.startRow(); i--) {
      GridRow source = i - count >= area.startRow() ? sheet.row(i - count) : GridRow.empty(-1);
      sheet.setRow(i, transplanted(sheet.row(i), source, area));
    }
  }

  /** Cells beyond the area move up or left into it. */
  public static void delete(Book book, GridArea area, Dimension dimension) {
    Sheet sheet = book.sheet(area.sheetId());
    if (dimension == Dimension.ROWS) {
      int count = area.rows();
      for (int i = area.startRow(); i < sheet.rowCount(); i++) {
        GridRow source = i + count < sheet.rowCount() ? sheet.row(i + count) : GridRow.empty(-1);
        sheet.setRow(i, transplanted(sheet.row(i), source, area));
      }
      sheet.shifted(band(LineEdit.delete(dimension, area.startRow(), area.endRow()), area));
    } else {
      for (int i = area.startRow(); i < area.endRow(); i++) {
        GridRow row = sheet.row(i);
        if (row.width() > area.startColumn()) {
          sheet.setRow(i, GridLines.narrowed(row, area.startColumn(), area.endColumn()));
        }
      }
      sheet.shifted(band(LineEdit.delete(dimension, area.startColumn(), area.endColumn()), area));
    }
  }

  private static LineEdit band(LineEdit edit, GridArea area) {
    return edit.dimension() == Dimension.ROWS
        ? edit.within(area.startColumn(), area.endColumn())
        : edit.within(area.startRow(), area.endRow());
  }

  private static GridRow transplanted(GridRow row, GridRow from, GridArea area) {
    List<OfficeCell> cells =
        new ArrayList<>(List.of(row.cells(Math.max(row.width(), area.endColumn()))));
    for (int j = area.startColumn(); j < area.endColumn(); j++) {
      cells.set(j, from.cell(j));
    }
    return row.withCells(cells.toArray(OfficeCell[]::new));
  }
}
