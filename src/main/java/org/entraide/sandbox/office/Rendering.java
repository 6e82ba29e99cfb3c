package org.entraide.sandbox.office;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.BaseJsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * How values are shown in a {@code ValueRange}.
 *
 * @param values a {@code ValueRenderOption}
 * @param times a {@code DateTimeRenderOption}
 */
record Rendering(String values, String times) {

  private static final Set<String> VALUES =
      Set.of("FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA");
  private static final Set<String> TIMES = Set.of("SERIAL_NUMBER", "FORMATTED_STRING");
  private static final TextNode BLANK = TextNode.valueOf("");

  Rendering {
    if (!VALUES.contains(values)) {
      throw ApiException.invalid(
          "Invalid value at 'value_render_option'"
              + " (type.googleapis.com/google.apps.sheets.v4.ValueRenderOption), \""
              + values
              + "\"");
    }
    if (!TIMES.contains(times)) {
      throw ApiException.invalid(
          "Invalid value at 'date_time_render_option'"
              + " (type.googleapis.com/google.apps.sheets.v4.DateTimeRenderOption), \""
              + times
              + "\"");
    }
  }

  /**
   * The values of an area as an array of arrays, without what is empty at the end of rows and of
   * the area; empty where nothing is filled.
   */
  Optional<JsonNode> read(Book book, GridArea area, Dimension major) {
    AreaLines lines = new AreaLines(book.sheet(area.sheetId()), area, major == Dimension.ROWS);
    int filled = lines.filled();
    if (filled == 0) {
      return Optional.empty();
    }
    CellFormat format = new CellFormat(SheetLocale.of(book.locale()));
    return Optional.of(
        Streamed.node(
            new Streamed() {
              @Override
              public void write(JsonGenerator json, SerializerProvider provider)
                  throws IOException {
                write(json, shown -> shown.serialize(json, provider));
              }

              @Override
              public void write(JsonGenerator json, FieldMask mask) throws IOException {
                write(json, shown -> mask.write(shown, json));
              }

              private void write(JsonGenerator json, ValueOut out) throws IOException {
                json.writeStartArray();
                for (int i = 0; i < filled; i++) {
                  int used = lines.used(i);
                  json.writeStartArray();
                  for (int j = 0; j < used; j++) {
                    out.write(show(lines.cell(i, j), format));
                  }
                  json.writeEndArray();
                }
                json.writeEndArray();
              }
            }));
  }

  /** Writes one value of a line. */
  @FunctionalInterface
  private interface ValueOut {
    void write(BaseJsonNode value) throws IOException;
  }

  /** The rows of an area, or its columns. */
  private record AreaLines(Sheet sheet, GridArea area, boolean byRow) {

    /** How many there are without the empty ones at the end. */
    int filled() {
      int lines = byRow ? area.rows() : area.columns();
      while (lines > 0 && used(lines - 1) == 0) {
        lines--;
      }
      return lines;
    }

    /** How many cells one has without the empty ones at its end. */
    int used(int line) {
      int used = byRow ? area.columns() : area.rows();
      while (used > 0 && cell(line, used - 1).isBlank()) {
        used--;
      }
      return used;
    }

    Cell cell(int line, int place) {
      return byRow
          ? sheet.cell(area.startRow() + line, area.startColumn() + place)
          : sheet.cell(area.startRow() + place, area.startColumn() + line);
    }
  }

  private BaseJsonNode show(Cell cell, CellFormat format) {
    CellValue value = cell.effective();
    if (value == null) {
      return BLANK;
    }
    if (values.equals("FORMATTED_VALUE")) {
      return TextNode.valueOf(format.show(cell));
    }
    if (values.equals("FORMULA") && cell.entered() instanceof CellValue.Formula formula) {
      return formula.plain();
    }
    return times.equals("FORMATTED_STRING") && CellFormat.isTemporal(cell)
        ? TextNode.valueOf(format.show(cell))
        : value.plain();
  }
}
