package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entraide.sandbox.office.http.FieldTree;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellData;
import org.entraide.sandbox.office.sheets.book.CellFormat;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.GridRow;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.FormulaValues;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;
import org.entraide.sandbox.office.sheets.value.SheetLocale;

/** Requests that tidy up: spaces, duplicates, borders, widths. */
public final class Tidying {

  private static final int CHARACTER_PIXELS = 7;
  private static final int MARGIN_PIXELS = 12;

  private Tidying() {}

  public static ObjectNode trimWhitespace(Book book, ObjectNode body, SheetsWorld world) {
    GridArea area = GridRanges.area(book, body.path("range"));
    Sheet sheet = book.sheet(area.sheetId());
    int changed = 0;
    for (int i = area.startRow(); i < area.endRow(); i++) {
      int end = Math.min(area.endColumn(), sheet.row(i).width());
      for (int j = area.startColumn(); j < end; j++) {
        OfficeCell cell = sheet.cell(i, j);
        if (cell.entered() instanceof CellValue.Text text
            && !FormulaValues.trimmed(text.text()).equals(text.text())) {
          String trimmed = FormulaValues.trimmed(text.text());
          sheet.set(i, j, cell.withValue(trimmed.isEmpty() ? null : new CellValue.Text(trimmed)));
          changed++;
        }
      }
    }
    ObjectNode reply = OfficeJson.object();
    ObjectNode counts = reply.putObject("trimWhitespace");
    if (changed > 0) {
      counts.put("cellsChangedCount", changed);
    }
    return reply;
  }

  /** The first of rows that agree stays; the cells below the others move up. */
  public static ObjectNode deleteDuplicates(Book book, ObjectNode body, SheetsWorld world) {
    GridArea area = GridRanges.area(book, body.path("range"));
    Sheet sheet = book.sheet(area.sheetId());
    List<Integer> columns = compared(body.path("comparisonColumns"), area);
    CellFormat format = new CellFormat(SheetLocale.of(book.locale()));
    Set<List<String>> seen = new HashSet<>();
    int removed = 0;
    for (int i = area.startRow(); i < area.endRow() - removed; i++) {
      List<String> key = new ArrayList<>();
      for (int column : columns) {
        key.add(format.show(sheet.cell(i, column)).toLowerCase(Locale.ROOT));
      }
      if (!seen.add(key)) {
        GridArea line =
            new GridArea(area.sheetId(), i, i + 1, area.startColumn(), area.endColumn());
        RangeRequests.delete(book, line, Dimension.ROWS);
        removed++;
        i--;
      }
    }
    ObjectNode reply = OfficeJson.object();
    ObjectNode counts = reply.putObject("deleteDuplicates");
    if (removed > 0) {
      counts.put("duplicatesRemovedCount", removed);
    }
    return reply;
  }

  private static List<Integer> compared(JsonNode ranges, GridArea area) {
    List<Integer> columns = new ArrayList<>();
    for (int j = area.startColumn(); j < area.endColumn(); j++) {
      boolean named = ranges.isEmpty();
      for (JsonNode range : ranges) {
        named |= j >= range.path("startIndex").asInt() && j < range.path("endIndex").asInt();
      }
      if (named) {
        columns.add(j);
      }
    }
    if (columns.isEmpty()) {
      throw new InvalidRequest("The comparison columns must be within the range.");
    }
    return columns;
  }

  static ObjectNode updateBorders(Book book, ObjectNode body, SheetsWorld world) {
    GridArea area = GridRanges.area(book, body.path("range"));
    Sheet sheet = book.sheet(area.sheetId());
    for (int i = area.startRow(); i < area.endRow(); i++) {
      for (int j = area.startColumn(); j < area.endColumn(); j++) {
        ObjectNode borders = OfficeJson.object();
        side(borders, "top", body, i == area.startRow() ? "top" : "innerHorizontal");
        side(borders, "bottom", body, i == area.endRow() - 1 ? "bottom" : "innerHorizontal");
        side(borders, "left", body, j == area.startColumn() ? "left" : "innerVertical");
        side(borders, "right", body, j == area.endColumn() - 1 ? "right" : "innerVertical");
        if (!borders.isEmpty()) {
          sheet.set(i, j, bordered(sheet.cell(i, j), borders));
        }
      }
    }
    return OfficeJson.object();
  }

  private static void side(ObjectNode borders, String side, ObjectNode body, String bodyField) {
    if (body.hasNonNull(bodyField)) {
      borders.set(side, body.get(bodyField));
    }
  }

  private static OfficeCell bordered(OfficeCell cell, ObjectNode borders) {
    ObjectNode old = cell.extras();
    ObjectNode extras = old == null ? OfficeJson.object() : old.deepCopy();
    ObjectNode format = extras.withObject("/userEnteredFormat");
    ObjectNode merged = format.withObject("/borders");
    borders
        .properties()
        .forEach(
            side -> {
              boolean none = side.getValue().path("style").asText().equals("NONE");
              CellData.put(merged, side.getKey(), none ? null : side.getValue());
            });
    if (merged.isEmpty()) {
      format.remove("borders");
    }
    if (format.isEmpty()) {
      extras.remove("userEnteredFormat");
    }
    return cell.withExtras(extras);
  }

  /** Columns become as wide as their longest text, by an estimate; rows get their usual height. */
  public static ObjectNode autoResize(Book book, ObjectNode body, SheetsWorld world) {
    GridRanges.Span span = GridRanges.span(book, body.path("dimensions"));
    FieldTree fields = FieldTree.parse("pixelSize");
    CellFormat format = new CellFormat(SheetLocale.of(book.locale()));
    for (int at = span.start(); at < span.end(); at++) {
      ObjectNode properties = OfficeJson.object();
      if (span.dimension() == Dimension.COLUMNS) {
        int longest = 1;
        for (GridRow row : span.sheet().rows()) {
          longest = Math.max(longest, format.show(row.cell(at)).length());
        }
        properties.put("pixelSize", longest * CHARACTER_PIXELS + MARGIN_PIXELS);
      }
      DimensionRequests.set(span.sheet(), span.dimension(), at, properties, fields);
    }
    return OfficeJson.object();
  }
}
