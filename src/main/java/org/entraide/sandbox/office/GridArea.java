package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A rectangle of one tab; indices from 0, the ends exclusive. */
record GridArea(int sheetId, int startRow, int endRow, int startColumn, int endColumn) {

  int rows() {
    return endRow - startRow;
  }

  int columns() {
    return endColumn - startColumn;
  }

  boolean isSingleCell() {
    return rows() == 1 && columns() == 1;
  }

  boolean intersects(GridArea other) {
    return sheetId == other.sheetId
        && startRow < other.endRow
        && other.startRow < endRow
        && startColumn < other.endColumn
        && other.startColumn < endColumn;
  }

  /** The rectangle as a {@code GridRange}. */
  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("sheetId", sheetId)
        .put("startRowIndex", startRow)
        .put("endRowIndex", endRow)
        .put("startColumnIndex", startColumn)
        .put("endColumnIndex", endColumn);
  }
}
