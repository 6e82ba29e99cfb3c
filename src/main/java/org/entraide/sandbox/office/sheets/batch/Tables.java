package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellFormat;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.book.Overlays;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;
import org.entraide.sandbox.office.sheets.value.SheetLocale;

/** Tables of a tab: a named range with a header and with columns that have names and types. */
final class Tables {

  private Tables() {}

  /**
   * Requires a name and a place that no other table has, and names the columns by their headers.
   *
   * @param id of the table itself, where it is there already
   */
  static void complete(Book book, ObjectNode table, String id) {
    String name = table.path("name").asText();
    if (name.isBlank()) {
      name = Overlays.freeTableName(book.overlays(), "Table1");
      table.put("name", name);
    }
    GridArea area = GridRanges.area(book, table.path("range"));
    for (OfficeOverlay other : book.overlays().of(Kind.TABLE)) {
      if (!other.id().equals(id)) {
        if (area.touches(other.json().path("range"))) {
          throw new InvalidRequest("Tables cannot overlap.");
        }
        if (other.json().path("name").asText().equalsIgnoreCase(name)) {
          throw new InvalidRequest("A table with the name \"" + name + "\" already exists.");
        }
      }
    }
    table.set("range", area.json());
    table.set("columnProperties", columns(book, table.path("columnProperties"), area));
  }

  private static ArrayNode columns(Book book, JsonNode columnProperties, GridArea area) {
    Sheet sheet = book.sheet(area.sheetId());
    CellFormat format = new CellFormat(SheetLocale.of(book.locale()));
    ArrayNode columns = OfficeJson.object().arrayNode();
    for (int i = 0; i < area.columns(); i++) {
      ObjectNode column = columns.addObject().put("columnIndex", i);
      for (JsonNode one : columnProperties) {
        if (one.path("columnIndex").asInt() == i && one instanceof ObjectNode object) {
          column.setAll(object);
        }
      }
      if (!column.hasNonNull("columnName")) {
        String header = format.show(sheet.cell(area.startRow(), area.startColumn() + i));
        column.put("columnName", header.isEmpty() ? "Column " + (i + 1) : header);
      }
      if (!column.hasNonNull("columnType")) {
        column.put("columnType", "TEXT");
      }
    }
    return columns;
  }

  /** Makes room right below a table's last row, and takes it into the table. */
  static GridArea extend(Book book, String tableId, int rows) {
    OfficeOverlay table = book.overlays().require(Kind.TABLE, tableId);
    GridArea area = GridRanges.area(book, table.json().path("range"));
    Sheet sheet = book.sheet(area.sheetId());
    GridArea below =
        new GridArea(
            area.sheetId(),
            area.endRow(),
            area.endRow() + rows,
            area.startColumn(),
            area.endColumn());
    sheet.insert(Dimension.ROWS, area.endRow(), rows);
    ObjectNode grown = table.json().deepCopy();
    ((ObjectNode) grown.path("range")).put("endRowIndex", below.endRow());
    OfficeOverlay now = book.overlays().require(Kind.TABLE, tableId);
    book.overlays().replace(now, grown, area.sheetId());
    return below;
  }
}
