package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cells as {@code CellData}, with no more of it than asked for. */
final class CellJson {

  private final CellFormat format;
  private final @Nullable Appearance appearance;
  private final boolean enteredValue;
  private final boolean effectiveValue;
  private final boolean formattedValue;
  private final List<String> extras;

  CellJson(Book book, Sheet sheet, FieldTree fields, Instant now) {
    this.format = new CellFormat(SheetLocale.of(book.locale()));
    this.appearance = fields.has("effectiveFormat") ? new Appearance(book, sheet, now) : null;
    this.enteredValue = fields.has("userEnteredValue");
    this.effectiveValue = fields.has("effectiveValue");
    this.formattedValue = fields.has("formattedValue");
    this.extras = CellData.extras().stream().filter(fields::has).toList();
  }

  ObjectNode json(Cell cell, int row, int column) {
    ObjectNode json = Json.object();
    CellValue entered = cell.entered();
    if (entered != null && enteredValue) {
      json.set("userEnteredValue", entered.extended());
    }
    CellValue effective = cell.effective();
    if (effective != null && effectiveValue) {
      json.set("effectiveValue", effective.extended());
    }
    if (effective != null && formattedValue) {
      json.put("formattedValue", format.show(cell));
    }
    if (appearance != null) {
      json.set("effectiveFormat", appearance.format(cell, row, column));
    }
    ObjectNode kept = cell.extras();
    if (kept != null) {
      copy(json, kept);
    }
    return json;
  }

  private void copy(ObjectNode json, ObjectNode from) {
    for (String name : extras) {
      JsonNode value = from.get(name);
      if (value != null) {
        json.set(name, value);
      }
    }
  }
}
