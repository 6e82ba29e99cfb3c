package org.entraide.sandbox.office.sheets.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.entraide.sandbox.office.http.FieldMask;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.StreamedJson;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRow;
import org.entraide.sandbox.office.sheets.book.Sheet;

/**
 * A tab's rows as {@code RowData}, written row by row.
 *
 * @param end the first row that does not come any more
 */
public record RowsJson(Sheet sheet, GridArea area, int end, CellJson cells)
    implements StreamedJson {

  private static final String VALUES = "values";

  @Override
  public void write(JsonGenerator json, SerializerProvider provider) throws IOException {
    json.writeStartArray();
    for (int i = area.startRow(); i < end; i++) {
      row(i).serialize(json, provider);
    }
    json.writeEndArray();
  }

  /** One row as a tree. */
  public ObjectNode row(int index) {
    GridRow row = sheet.row(index);
    ObjectNode data = OfficeJson.object();
    int width = width(row, area);
    if (width > 0) {
      ArrayNode values = data.putArray(VALUES);
      for (int column = area.startColumn(); column < area.startColumn() + width; column++) {
        values.add(cells.json(row.cell(column), index, column));
      }
    }
    return data;
  }

  @Override
  public void write(JsonGenerator json, FieldMask mask) throws IOException {
    FieldMask values = mask.takesAll() ? mask : mask.below(VALUES);
    json.writeStartArray();
    for (int i = area.startRow(); i < end; i++) {
      json.writeStartObject();
      GridRow row = sheet.row(i);
      int width = width(row, area);
      if (width > 0 && values != null) {
        json.writeArrayFieldStart(VALUES);
        for (int column = area.startColumn(); column < area.startColumn() + width; column++) {
          cells.write(json, values, row.cell(column), i, column);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** How many cells of the area come, those that are empty at the end left out. */
  static int width(GridRow row, GridArea area) {
    return Math.max(0, Math.min(row.width(), area.endColumn()) - area.startColumn());
  }
}
