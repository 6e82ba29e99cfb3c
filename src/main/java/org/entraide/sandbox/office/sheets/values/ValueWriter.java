package org.entraide.sandbox.office.sheets.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.batch.InputParser;
import org.entraide.sandbox.office.sheets.book.A1;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.value.CellValue;

/** Writes {@code ValueRange}s into a book under change. */
public final class ValueWriter {

  private final Book book;
  private final InputParser parser;
  private final boolean raw;

  private ValueWriter(Book book, InputParser parser, boolean raw) {
    this.book = book;
    this.parser = parser;
    this.raw = raw;
  }

  /**
   * @param inputOption RAW or USER_ENTERED
   * @throws ApiException 400 for anything else
   */
  static ValueWriter of(Book book, SheetsWorld world, String inputOption) {
    if (inputOption.isEmpty() || inputOption.equals("INPUT_VALUE_OPTION_UNSPECIFIED")) {
      throw ApiException.invalid("'valueInputOption' is required but not specified");
    }
    if (!Set.of("RAW", "USER_ENTERED").contains(inputOption)) {
      throw ApiException.invalid(
          "Invalid value at 'value_input_option'"
              + " (type.googleapis.com/google.apps.sheets.v4.ValueInputOption), \""
              + inputOption
              + "\"");
    }
    return new ValueWriter(book, InputParser.of(book, world), inputOption.equals("RAW"));
  }

  /**
   * What was written.
   *
   * @param area from the range's start to the last value given
   * @param rows how many rows had a cell written; null is none
   */
  record Written(GridArea area, int rows, int columns, int cells) {}

  /**
   * @param range the range as asked, for messages
   * @param area where it lies; a single cell is only where to start
   */
  Written write(GridArea area, String range, JsonNode values, Dimension major) {
    boolean byRow = major == Dimension.ROWS;
    int length = 0;
    for (JsonNode line : values) {
      if (!line.isArray()) {
        throw ApiException.invalid(
            "Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue)");
      }
      length = Math.max(length, line.size());
    }
    int rows = byRow ? values.size() : length;
    int columns = byRow ? length : values.size();
    requireRoom(area, range, rows, columns);
    Set<Integer> rowsTouched = new HashSet<>();
    Set<Integer> columnsTouched = new HashSet<>();
    int cells = 0;
    for (int i = 0; i < values.size(); i++) {
      ArrayNode line = (ArrayNode) values.get(i);
      for (int j = 0; j < line.size(); j++) {
        int row = byRow ? i : j;
        int column = byRow ? j : i;
        if (put(area.startRow() + row, area.startColumn() + column, line.get(j), area, i, j)) {
          rowsTouched.add(row);
          columnsTouched.add(column);
          cells++;
        }
      }
    }
    GridArea written =
        new GridArea(
            area.sheetId(),
            area.startRow(),
            area.startRow() + Math.max(1, rows),
            area.startColumn(),
            area.startColumn() + Math.max(1, columns));
    return new Written(written, rowsTouched.size(), columnsTouched.size(), cells);
  }

  private void requireRoom(GridArea area, String range, int rows, int columns) {
    Sheet sheet = book.sheet(area.sheetId());
    if (area.startRow() + rows > sheet.rowCount()
        || area.startColumn() + columns > sheet.columnCount()) {
      throw A1.exceeds(sheet, range);
    }
    if (area.isSingleCell()) {
      return;
    }
    String within = "Requested writing within range [" + range + "], but tried writing to ";
    if (rows > area.rows()) {
      throw ApiException.invalid(within + "row [" + (area.endRow() + 1) + "]");
    }
    if (columns > area.columns()) {
      throw ApiException.invalid(within + "column [" + A1.column(area.endColumn()) + "]");
    }
  }

  private boolean put(int row, int column, JsonNode value, GridArea area, int i, int j) {
    if (value.isNull()) {
      return false;
    }
    Sheet sheet = book.sheet(area.sheetId());
    sheet.set(row, column, entered(sheet.cell(row, column), value, i, j));
    return true;
  }

  private OfficeCell entered(OfficeCell cell, JsonNode value, int i, int j) {
    if (value.isTextual()) {
      String text = value.asText();
      if (!raw) {
        return parser.type(cell, text);
      }
      return cell.withValue(text.isEmpty() ? null : new CellValue.Text(text));
    }
    if (value.isNumber()) {
      return cell.withValue(new CellValue.Num(value.asDouble()));
    }
    if (value.isBoolean()) {
      return cell.withValue(new CellValue.Bool(value.asBoolean()));
    }
    String kind = value.isArray() ? "list_value" : "struct_value";
    throw ApiException.invalid("Invalid values[" + i + "][" + j + "]: " + kind);
  }

  /** Empties cells and keeps their formats, notes and rules. */
  public static void clear(Book book, GridArea area) {
    Sheet sheet = book.sheet(area.sheetId());
    for (int row = area.startRow(); row < area.endRow(); row++) {
      int width = Math.min(area.endColumn(), sheet.row(row).width());
      for (int column = area.startColumn(); column < width; column++) {
        sheet.set(row, column, sheet.cell(row, column).withValue(null));
      }
    }
  }

  /** The answer {@code UpdateValuesResponse} to one range. */
  ObjectNode answer(String spreadsheetId, Written written) {
    ObjectNode json = OfficeJson.object().put("spreadsheetId", spreadsheetId);
    json.put("updatedRange", A1.print(book, written.area()));
    if (written.cells() > 0) {
      json.put("updatedRows", written.rows())
          .put("updatedColumns", written.columns())
          .put("updatedCells", written.cells());
    }
    return json;
  }
}
