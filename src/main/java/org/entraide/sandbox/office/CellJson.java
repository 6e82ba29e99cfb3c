package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Cells as {@code CellData}, with no more of it than asked for. */
final class CellJson {

  private final FieldTree fields;
  private final CellFormat format;
  private final boolean enteredValue;
  private final boolean effectiveValue;
  private final boolean formattedValue;

  CellJson(Book book, FieldTree fields) {
    this.fields = fields;
    this.format = new CellFormat(SheetLocale.of(book.locale()));
    this.enteredValue = fields.has("userEnteredValue");
    this.effectiveValue = fields.has("effectiveValue");
    this.formattedValue = fields.has("formattedValue");
  }

  ObjectNode json(Cell cell) {
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
    ObjectNode extras = cell.extras();
    if (extras != null) {
      extras(json, extras);
    }
    return json;
  }

  private void extras(ObjectNode json, ObjectNode extras) {
    for (String name : CellData.extras()) {
      JsonNode value = extras.get(name);
      if (value != null && fields.has(name)) {
        json.set(name, value);
      }
    }
    JsonNode entered = extras.get("userEnteredFormat");
    if (entered != null && fields.has("effectiveFormat")) {
      json.set("effectiveFormat", entered);
    }
  }
}
