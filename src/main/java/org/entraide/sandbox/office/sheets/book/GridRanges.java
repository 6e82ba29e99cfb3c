package org.entraide.sandbox.office.sheets.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** Google's index-based ranges as bounded areas of a book. */
public final class GridRanges {

  private GridRanges() {}

  /** A {@code GridRange}: absent ends reach the grid's; an end beyond the grid is cut. */
  public static GridArea area(Book book, JsonNode range) {
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

  /**
   * A {@code GridRange} as it is kept: with its tab, and open where it was.
   *
   * @throws InvalidRequest if it does not begin within the grid
   */
  public static ObjectNode stored(Book book, JsonNode range) {
    GridArea area = area(book, range);
    ObjectNode kept = OfficeJson.object().put("sheetId", area.sheetId());
    for (String name :
        List.of("startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex")) {
      if (range.hasNonNull(name)) {
        kept.set(name, area.json().get(name));
      }
    }
    return kept;
  }

  /** The part of the grid that a stored range covers now; empty beyond the grid. */
  public static Optional<GridArea> now(Book book, JsonNode range) {
    return book.find(range.path("sheetId").asInt())
        .map(
            sheet ->
                new GridArea(
                    sheet.id(),
                    RangeJson.start(range, "Row"),
                    Math.min(RangeJson.end(range, "Row"), sheet.rowCount()),
                    RangeJson.start(range, "Column"),
                    Math.min(RangeJson.end(range, "Column"), sheet.columnCount())))
        .filter(area -> area.rows() > 0 && area.columns() > 0);
  }

  /** A {@code DimensionRange} within the grid. */
  public static Span span(Book book, JsonNode range) {
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
  public record Span(Sheet sheet, Dimension dimension, int start, int end) {}

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
