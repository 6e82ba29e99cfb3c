package org.entraide.sandbox.office;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * A tab's rows as {@code RowData}, written row by row.
 *
 * @param end the first row that does not come any more
 */
record RowsJson(Sheet sheet, GridArea area, int end, CellJson cells) implements Streamed {

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
  ObjectNode row(int index) {
    Row row = sheet.row(index);
    ObjectNode data = Json.object();
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
    FieldMask values = mask.all() ? mask : mask.below(VALUES);
    json.writeStartArray();
    for (int i = area.startRow(); i < end; i++) {
      json.writeStartObject();
      Row row = sheet.row(i);
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
  static int width(Row row, GridArea area) {
    return Math.max(0, Math.min(row.width(), area.endColumn()) - area.startColumn());
  }
}
