package org.entraide.sandbox.office.sheets.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.batch.FindReplace;
import org.entraide.sandbox.office.sheets.batch.InputParser;
import org.entraide.sandbox.office.sheets.batch.PasteRequests;
import org.entraide.sandbox.office.sheets.batch.Pasting;
import org.entraide.sandbox.office.sheets.batch.Sorting;
import org.entraide.sandbox.office.sheets.batch.Validation;
import org.entraide.sandbox.office.sheets.book.A1;
import org.entraide.sandbox.office.sheets.book.CellFormat;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.GridRow;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.formula.FormulaReferences;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;
import org.entraide.sandbox.office.sheets.value.SheetLocale;
import org.entraide.sandbox.office.sheets.values.ValueWriter;

/** What organisers do to the content of cells. */
final class OrganiserCells {

  private OrganiserCells() {}

  /** Types one text into every cell of {@code range}. */
  static void type(OrganiserTable table) {
    GridArea area = A1.resolve(table.book(), table.text("range"));
    Sheet sheet = table.book().sheet(area.sheetId());
    InputParser parser = InputParser.of(table.book(), table.world());
    String value = table.text("value");
    for (int i = area.startRow(); i < area.endRow(); i++) {
      for (int j = area.startColumn(); j < area.endColumn(); j++) {
        OfficeCell typed = parser.type(sheet.cell(i, j), value);
        Validation.requireAccepted(typed, A1.column(j) + (i + 1));
        sheet.set(i, j, typed);
      }
    }
  }

  /** A block of texts from the first cell of {@code range} on; null leaves a cell as it is. */
  static void paste(OrganiserTable table) {
    GridArea area = A1.resolve(table.book(), table.text("range"));
    Sheet sheet = table.book().sheet(area.sheetId());
    InputParser parser = InputParser.of(table.book(), table.world());
    int row = area.startRow();
    for (JsonNode line : table.body().path("values")) {
      table.grow(sheet, row + 1, area.startColumn() + line.size());
      for (int j = 0; j < line.size(); j++) {
        int column = area.startColumn() + j;
        if (!line.get(j).isNull()) {
          sheet.set(row, column, parser.type(sheet.cell(row, column), line.get(j).asText()));
        }
      }
      row++;
    }
  }

  static void clear(OrganiserTable table) {
    ValueWriter.clear(table.book(), A1.resolve(table.book(), table.text("range")));
  }

  /** Sorts {@code range}, or all below the tab's first row, by the columns of {@code by}. */
  static void sort(OrganiserTable table) {
    GridArea area =
        OfficeJson.text(table.body(), "range")
            .map(range -> A1.resolve(table.book(), range))
            .orElseGet(() -> body(table.sheet()));
    List<Sorting.SortKey> keys = new ArrayList<>();
    for (JsonNode by : table.body().path("by")) {
      String column = by.path("column").asText();
      if (!column.matches("[A-Za-z]{1,3}")) {
        throw new InvalidRequest("Each entry of by must name a column by its letters.");
      }
      keys.add(new Sorting.SortKey(A1.column(column), by.path("descending").asBoolean()));
    }
    Sorting.sort(table.book(), area, keys);
  }

  private static GridArea body(Sheet sheet) {
    if (sheet.rowCount() < 2) {
      throw new InvalidRequest("There is nothing below the first row.");
    }
    return new GridArea(sheet.id(), 1, Math.max(2, sheet.usedRows()), 0, sheet.columnCount());
  }

  /** Copies rows over those at {@code to}, or between rows there when {@code insert} is true. */
  static void copyRows(OrganiserTable table) {
    GridRanges.Span span = table.span(Dimension.ROWS);
    List<GridRow> copied = new ArrayList<>(span.sheet().rows().subList(span.start(), span.end()));
    int to = table.line(Dimension.ROWS, "to");
    if (table.body().path("insert").asBoolean()) {
      table.grow(span.sheet(), to, 0);
      span.sheet().insert(Dimension.ROWS, to, copied.size());
    }
    place(table, span.sheet(), copied, span.start(), to, false);
  }

  /** Cuts the content of rows and pastes it over those at {@code to}; the grid stays. */
  static void cutRows(OrganiserTable table) {
    GridRanges.Span span = table.span(Dimension.ROWS);
    Sheet sheet = span.sheet();
    List<GridRow> cut = new ArrayList<>(sheet.rows().subList(span.start(), span.end()));
    for (int i = span.start(); i < span.end(); i++) {
      sheet.setRow(i, sheet.row(i).withCells(new OfficeCell[0]));
    }
    place(table, sheet, cut, span.start(), table.line(Dimension.ROWS, "to"), true);
  }

  /** Copies {@code range} to where {@code to} begins; with {@code values} what it shows only. */
  static void copyCells(OrganiserTable table) {
    ObjectNode body = OfficeJson.object();
    body.set("source", table.area().json());
    body.set("destination", target(table).json());
    body.put("pasteType", table.body().path("values").asBoolean() ? "PASTE_VALUES" : "");
    PasteRequests.copyPaste(table.book(), body, table.world());
  }

  /** Cuts {@code range} and pastes it where {@code to} begins. */
  static void cutCells(OrganiserTable table) {
    GridArea source = table.area();
    GridArea to = target(table);
    GridArea target =
        PasteRequests.at(
            to.sheetId(), to.startRow(), to.startColumn(), source.rows(), source.columns());
    PasteRequests.cut(table.book(), source, target, Pasting.PASTE_NORMAL);
  }

  private static GridArea target(OrganiserTable table) {
    return A1.resolve(table.book(), table.text("to"));
  }

  /**
   * Fills {@code range} with its first row, or with {@code value} typed into that; references in
   * formulas count on.
   */
  static void fillDown(OrganiserTable table) {
    GridArea area = table.area();
    Sheet sheet = table.book().sheet(area.sheetId());
    if (table.body().has("value")) {
      InputParser parser = InputParser.of(table.book(), table.world());
      for (int j = area.startColumn(); j < area.endColumn(); j++) {
        OfficeCell old = sheet.cell(area.startRow(), j);
        sheet.set(area.startRow(), j, parser.type(old, table.text("value")));
      }
    }
    ObjectNode body = OfficeJson.object();
    body.set(
        "source",
        PasteRequests.at(area.sheetId(), area.startRow(), area.startColumn(), 1, area.columns())
            .json());
    body.set("destination", area.json());
    PasteRequests.copyPaste(table.book(), body, table.world());
  }

  /** Types {@code title} into the first row of {@code column}. */
  static void renameHeader(OrganiserTable table) {
    header(table, table.line(Dimension.COLUMNS, "column"), table.text("title"));
  }

  /** Types the header of {@code column} into the first row of {@code to} as well. */
  static void duplicateHeader(OrganiserTable table) {
    OfficeCell header = table.sheet().cell(0, table.line(Dimension.COLUMNS, "column"));
    CellFormat format = new CellFormat(SheetLocale.of(table.book().locale()));
    header(table, table.line(Dimension.COLUMNS, "to"), format.show(header));
  }

  private static void header(OrganiserTable table, int column, String title) {
    Sheet sheet = table.sheet();
    table.grow(sheet, 0, column + 1);
    InputParser parser = InputParser.of(table.book(), table.world());
    sheet.set(0, column, parser.type(sheet.cell(0, column), title));
  }

  /** Replaces {@code find} by {@code replace} on one tab, or on all without one. */
  static void findReplace(OrganiserTable table) {
    ObjectNode body =
        OfficeJson.object()
            .put("find", table.text("find"))
            .put("replacement", table.text("replace"))
            .put("matchCase", table.body().path("matchCase").asBoolean())
            .put("matchEntireCell", table.body().path("entireCell").asBoolean());
    if (table.body().has("range") || table.body().has("tab")) {
      body.set("range", table.area().json());
    } else {
      body.put("allSheets", true);
    }
    FindReplace.apply(table.book(), body, table.world());
  }

  private static void place(
      OrganiserTable table, Sheet sheet, List<GridRow> content, int from, int to, boolean moved) {
    table.grow(sheet, to + content.size(), 0);
    for (int i = 0; i < content.size(); i++) {
      OfficeCell[] cells = content.get(i).cells(content.get(i).width());
      for (int j = 0; j < cells.length && !moved; j++) {
        // a copy is no longer the form's own
        cells[j] = FormulaReferences.moved(cells[j], to - from, 0).withOrigin(null);
      }
      sheet.setRow(to + i, sheet.row(to + i).withCells(cells));
    }
  }
}
