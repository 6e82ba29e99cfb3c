package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
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

  /** The values of an area, without what is empty at the end of rows and of the area. */
  ArrayNode read(Book book, GridArea area, Dimension major) {
    Sheet sheet = book.sheet(area.sheetId());
    CellFormat format = new CellFormat(SheetLocale.of(book.locale()));
    boolean byRow = major == Dimension.ROWS;
    int lines = byRow ? area.rows() : area.columns();
    int length = byRow ? area.columns() : area.rows();
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    int pendingEmpty = 0;
    for (int i = 0; i < lines; i++) {
      int used = used(sheet, area, byRow, i, length);
      if (used == 0) {
        pendingEmpty++;
        continue;
      }
      for (; pendingEmpty > 0; pendingEmpty--) {
        all.addArray();
      }
      ArrayNode line = all.addArray();
      for (int j = 0; j < used; j++) {
        line.add(show(at(sheet, area, byRow, i, j), format));
      }
    }
    return all;
  }

  private static int used(Sheet sheet, GridArea area, boolean byRow, int line, int length) {
    int used = length;
    while (used > 0 && at(sheet, area, byRow, line, used - 1).isBlank()) {
      used--;
    }
    return used;
  }

  private static Cell at(Sheet sheet, GridArea area, boolean byRow, int line, int place) {
    return byRow
        ? sheet.cell(area.startRow() + line, area.startColumn() + place)
        : sheet.cell(area.startRow() + place, area.startColumn() + line);
  }

  private JsonNode show(Cell cell, CellFormat format) {
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
