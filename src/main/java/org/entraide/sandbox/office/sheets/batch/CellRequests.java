package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellData;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.GridRow;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.formula.BooleanCondition;
import org.entraide.sandbox.office.sheets.formula.Formulas;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** Requests that change cells in place. */
public final class CellRequests {

  private CellRequests() {}

  static ObjectNode update(Book book, ObjectNode body, SheetsWorld world) {
    CellData data = new CellData(body, Formulas::of);
    JsonNode rows = body.path("rows");
    if (body.hasNonNull("range")) {
      fill(book, GridRanges.area(book, body.get("range")), rows, data);
    } else if (body.hasNonNull("start")) {
      ObjectNode start = OfficeJson.child(body, "start");
      Sheet sheet = book.sheet(start.path("sheetId").asInt());
      int row = start.path("rowIndex").asInt();
      int column = start.path("columnIndex").asInt();
      requireWithin(sheet, row, column, rows);
      put(sheet, row, column, rows, data);
    } else {
      throw new InvalidRequest("One of 'start' or 'range' must be set.");
    }
    return OfficeJson.object();
  }

  static ObjectNode append(Book book, ObjectNode body, SheetsWorld world) {
    CellData data = new CellData(body, Formulas::of);
    if (body.hasNonNull("tableId")) {
      int count = Math.max(1, body.path("rows").size());
      GridArea area = Tables.extend(book, body.get("tableId").asText(), count);
      requireWidth(area, body.path("rows"));
      put(book.sheet(area.sheetId()), area.startRow(), area.startColumn(), body.path("rows"), data);
      return OfficeJson.object();
    }
    Sheet sheet = book.sheet(body.path("sheetId").asInt());
    JsonNode rows = body.path("rows");
    int at = sheet.usedRows();
    grow(sheet, Dimension.ROWS, at + rows.size());
    grow(sheet, Dimension.COLUMNS, widest(rows));
    put(sheet, at, 0, rows, data);
    return OfficeJson.object();
  }

  public static ObjectNode repeat(Book book, ObjectNode body, SheetsWorld world) {
    CellData data = new CellData(body, Formulas::of);
    JsonNode cell = body.path("cell");
    each(book, GridRanges.area(book, body.path("range")), old -> data.apply(old, cell));
    return OfficeJson.object();
  }

  public static ObjectNode setDataValidation(Book book, ObjectNode body, SheetsWorld world) {
    JsonNode rule = body.get("rule");
    if (rule != null && rule.isObject()) {
      BooleanCondition.check(rule.path("condition"), book, false);
    }
    each(
        book,
        GridRanges.area(book, body.path("range")),
        old -> {
          ObjectNode oldExtras = old.extras();
          ObjectNode extras = oldExtras == null ? OfficeJson.object() : oldExtras.deepCopy();
          CellData.put(extras, "dataValidation", rule);
          return old.withExtras(extras);
        });
    return OfficeJson.object();
  }

  private static void each(Book book, GridArea area, UnaryOperator<OfficeCell> change) {
    Sheet sheet = book.sheet(area.sheetId());
    for (int i = area.startRow(); i < area.endRow(); i++) {
      GridRow row = sheet.row(i);
      OfficeCell[] cells = row.cells(Math.max(row.width(), area.endColumn()));
      for (int j = area.startColumn(); j < area.endColumn(); j++) {
        cells[j] = change.apply(cells[j]);
      }
      sheet.setRow(i, row.withCells(cells));
    }
  }

  private static void fill(Book book, GridArea area, JsonNode rows, CellData data) {
    if (rows.size() > area.rows()) {
      throw new InvalidRequest(
          "Attempting to write row: "
              + area.endRow()
              + ", beyond the last requested row of: "
              + (area.endRow() - 1));
    }
    requireWidth(area, rows);
    Sheet sheet = book.sheet(area.sheetId());
    for (int i = 0; i < area.rows(); i++) {
      GridRow row = sheet.row(area.startRow() + i);
      OfficeCell[] cells = row.cells(Math.max(row.width(), area.endColumn()));
      JsonNode values = rows.path(i).path("values");
      for (int j = 0; j < area.columns(); j++) {
        int at = area.startColumn() + j;
        JsonNode value = values.has(j) ? values.get(j) : MissingNode.getInstance();
        cells[at] = data.apply(cells[at], value);
      }
      sheet.setRow(area.startRow() + i, row.withCells(cells));
    }
  }

  private static void requireWidth(GridArea area, JsonNode rows) {
    if (widest(rows) > area.columns()) {
      throw new InvalidRequest(
          "Attempting to write column: "
              + area.endColumn()
              + ", beyond the last requested column of: "
              + (area.endColumn() - 1));
    }
  }

  private static void put(Sheet sheet, int startRow, int column, JsonNode rows, CellData data) {
    for (int i = 0; i < rows.size(); i++) {
      JsonNode values = rows.get(i).path("values");
      GridRow row = sheet.row(startRow + i);
      OfficeCell[] cells = row.cells(Math.max(row.width(), column + values.size()));
      for (int j = 0; j < values.size(); j++) {
        cells[column + j] = data.apply(cells[column + j], values.get(j));
      }
      sheet.setRow(startRow + i, row.withCells(cells));
    }
  }

  private static void requireWithin(Sheet sheet, int row, int column, JsonNode rows) {
    if (row < 0 || row + rows.size() > sheet.rowCount()) {
      throw new InvalidRequest(
          "GridCoordinate.rowIndex["
              + (row + Math.max(0, rows.size() - 1))
              + "] is after last row in grid["
              + (sheet.rowCount() - 1)
              + "]");
    }
    int width = widest(rows);
    if (column < 0 || column + width > sheet.columnCount()) {
      throw new InvalidRequest(
          "GridCoordinate.columnIndex["
              + (column + Math.max(0, width - 1))
              + "] is after last column in grid["
              + (sheet.columnCount() - 1)
              + "]");
    }
  }

  private static int widest(JsonNode rows) {
    int widest = 0;
    for (JsonNode row : rows) {
      widest = Math.max(widest, row.path("values").size());
    }
    return widest;
  }

  private static void grow(Sheet sheet, Dimension dimension, int wanted) {
    int now = sheet.count(dimension);
    if (wanted > now) {
      sheet.insert(dimension, now, wanted - now);
    }
  }
}
