package org.entraide.sandbox.office.sheets.values;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.BaseJsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.FieldMask;
import org.entraide.sandbox.office.http.StreamedJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellFormat;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.SheetLocale;

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
    Sheet sheet = book.sheet(area.sheetId());
    boolean byRow = major == Dimension.ROWS;
    int length = byRow ? area.columns() : area.rows();
    int filled = filled(sheet, area, byRow, length);
    if (filled == 0) {
      return Optional.empty();
    }
    CellFormat format = new CellFormat(SheetLocale.of(book.locale()));
    return Optional.of(
        StreamedJson.node(
            new StreamedJson() {
              @Override
              public void write(JsonGenerator json, SerializerProvider provider)
                  throws IOException {
                lines(json, shown -> shown.serialize(json, provider));
              }

              @Override
              public void write(JsonGenerator json, FieldMask mask) throws IOException {
                lines(json, shown -> mask.write(shown, json));
              }

              private void lines(JsonGenerator json, ValueOut out) throws IOException {
                json.writeStartArray();
                for (int i = 0; i < filled; i++) {
                  int used = used(sheet, area, byRow, i, length);
                  json.writeStartArray();
                  for (int j = 0; j < used; j++) {
                    out.write(show(at(sheet, area, byRow, i, j), format));
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

  private static int filled(Sheet sheet, GridArea area, boolean byRow, int length) {
    int lines = byRow ? area.rows() : area.columns();
    while (lines > 0 && used(sheet, area, byRow, lines - 1, length) == 0) {
      lines--;
    }
    return lines;
  }

  private static int used(Sheet sheet, GridArea area, boolean byRow, int line, int length) {
    int used = length;
    while (used > 0 && at(sheet, area, byRow, line, used - 1).isBlank()) {
      used--;
    }
    return used;
  }

  private static OfficeCell at(Sheet sheet, GridArea area, boolean byRow, int line, int place) {
    return byRow
        ? sheet.cell(area.startRow() + line, area.startColumn() + place)
        : sheet.cell(area.startRow() + place, area.startColumn() + line);
  }

  private BaseJsonNode show(OfficeCell cell, CellFormat format) {
    CellValue value = cell.effective();
    if (value == null) {
      return BLANK;
    }
    if (values.equals("FORMATTED_VALUE")) {
      return TextNode.valueOf(format.show(cell));
    }
    if (values.equals("FORMULA") && cell.entered() instanceof CellValue.Formula formula) {
      return format.printed(formula).plain();
    }
    return times.equals("FORMATTED_STRING") && CellFormat.isTemporal(cell)
        ? TextNode.valueOf(format.show(cell))
        : value.plain();
  }
}
