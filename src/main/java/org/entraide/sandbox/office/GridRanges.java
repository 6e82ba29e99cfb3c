package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.JsonNode;

/** Google's index-based ranges as bounded areas of a book. */
final class GridRanges {

  private GridRanges() {}

  /** A {@code GridRange}: absent ends reach the grid's; an end beyond the grid is cut. */
  static GridArea area(Book book, JsonNode range) {
    Sheet sheet = book.sheet(range.path("sheetId").asInt());
    int rows = sheet.rowCount();
    int columns = sheet.columnCount();
    int startRow = start(range, "startRowIndex", rows, "row");
    int startColumn = start(range, "startColumnIndex", columns, "column");
    return new GridArea(
        sheet.id(),
        startRow,
        end(range, "endRowIndex", startRow, rows),
        startColumn,
        end(range, "endColumnIndex", startColumn, columns));
  }

  /** A {@code DimensionRange} within the grid. */
  static Span span(Book book, JsonNode range) {
    Sheet sheet = book.sheet(range.path("sheetId").asInt());
    Dimension dimension = Dimension.of(range.path("dimension").asText());
    int count = sheet.count(dimension);
    int start = range.path("startIndex").asInt();
    int end = range.path("endIndex").asInt(count);
    if (start < 0 || start >= end || start >= count) {
      throw new InvalidRequest(
          "range.startIndex["
              + start
              + "] must be within the grid and before range.endIndex["
              + end
              + "].");
    }
    return new Span(sheet, dimension, start, Math.min(end, count));
  }

  /** Consecutive lines of a tab; the end exclusive. */
  record Span(Sheet sheet, Dimension dimension, int start, int end) {}

  private static int start(JsonNode range, String field, int count, String what) {
    int start = range.path(field).asInt();
    if (start < 0 || start >= count) {
      throw new InvalidRequest(
          "range."
              + field
              + "["
              + start
              + "] is after last "
              + what
              + " in grid["
              + (count - 1)
              + "]");
    }
    return start;
  }

  private static int end(JsonNode range, String field, int start, int count) {
    int end = range.path(field).asInt(count);
    if (end <= start) {
      throw new InvalidRequest("range." + field + "[" + end + "] must be after its start.");
    }
    return Math.min(end, count);
  }
}
