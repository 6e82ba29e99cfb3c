package org.entraide.sandbox.office.sheets.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A rectangle of one tab; indices from 0, the ends exclusive. */
public record GridArea(int sheetId, int startRow, int endRow, int startColumn, int endColumn) {

  public int rows() {
    return endRow - startRow;
  }

  public int columns() {
    return endColumn - startColumn;
  }

  public boolean isSingleCell() {
    return rows() == 1 && columns() == 1;
  }

  public boolean intersects(GridArea other) {
    return sheetId == other.sheetId
        && startRow < other.endRow
        && other.startRow < endRow
        && startColumn < other.endColumn
        && other.startColumn < endColumn;
  }

  public boolean contains(GridArea other) {
    return sheetId == other.sheetId
        && startRow <= other.startRow
        && other.endRow <= endRow
        && startColumn <= other.startColumn
        && other.endColumn <= endColumn;
  }

  public boolean contains(int row, int column) {
    return row >= startRow && row < endRow && column >= startColumn && column < endColumn;
  }

  /** Whether it has a cell in common with a {@code GridRange}, whose ends may be open. */
  public boolean touches(JsonNode range) {
    return range.path("sheetId").asInt() == sheetId
        && RangeJson.start(range, "Row") < endRow
        && startRow < RangeJson.end(range, "Row")
        && RangeJson.start(range, "Column") < endColumn
        && startColumn < RangeJson.end(range, "Column");
  }

  /** The rectangle as a {@code GridRange}. */
  public ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("sheetId", sheetId)
        .put("startRowIndex", startRow)
        .put("endRowIndex", endRow)
        .put("startColumnIndex", startColumn)
        .put("endColumnIndex", endColumn);
  }
}
