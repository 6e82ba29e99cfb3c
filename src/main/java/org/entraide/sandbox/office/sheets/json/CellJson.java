package org.entraide.sandbox.office.sheets.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.entraide.sandbox.office.http.FieldMask;
import org.entraide.sandbox.office.http.FieldTree;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellData;
import org.entraide.sandbox.office.sheets.book.CellFormat;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.formula.FormulaScope;
import org.entraide.sandbox.office.sheets.formula.Formulas;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.SheetLocale;
import org.jspecify.annotations.Nullable;

/** Cells as {@code CellData}, with no more of it than asked for. */
final class CellJson {

  private final CellFormat format;
  private final @Nullable CellAppearance appearance;
  private final boolean enteredValue;
  private final boolean effectiveValue;
  private final boolean formattedValue;
  private final boolean hyperlink;
  private final FormulaScope scope;
  private final List<String> extras;

  CellJson(Book book, Sheet sheet, FieldTree fields, Instant now) {
    this.format = new CellFormat(SheetLocale.of(book.locale()));
    this.scope = FormulaScope.of(book, sheet, now);
    this.appearance = fields.has("effectiveFormat") ? new CellAppearance(book, sheet, now) : null;
    this.enteredValue = fields.has("userEnteredValue");
    this.effectiveValue = fields.has("effectiveValue");
    this.formattedValue = fields.has("formattedValue");
    this.hyperlink = fields.has("hyperlink");
    this.extras = CellData.extras().stream().filter(fields::has).toList();
  }

  ObjectNode json(OfficeCell cell, int row, int column) {
    ObjectNode json = OfficeJson.object();
    CellValue entered = cell.entered();
    if (entered != null && enteredValue) {
      json.set("userEnteredValue", printed(entered).extended());
    }
    if (hyperlink && entered instanceof CellValue.Formula formula) {
      Formulas.link(formula, scope).ifPresent(link -> json.put("hyperlink", link));
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

  /** A formula with the separators of the spreadsheet's locale. */
  private CellValue printed(CellValue entered) {
    return entered instanceof CellValue.Formula formula ? format.printed(formula) : entered;
  }

  /** Writes what a mask names of the same, most often without any tree. */
  void write(JsonGenerator out, FieldMask mask, OfficeCell cell, int row, int column)
      throws IOException {
    CellValue effective = cell.effective();
    boolean rich =
        enteredValue
            || hyperlink
            || appearance != null
            || (cell.extras() != null && !extras.isEmpty());
    if (rich || mask.takesAll()) {
      mask.write(json(cell, row, column), out);
      return;
    }
    out.writeStartObject();
    if (effective != null && effectiveValue) {
      writeEffective(out, mask.below("effectiveValue"), effective);
    }
    if (effective != null && formattedValue) {
      FieldMask shown = mask.below("formattedValue");
      if (shown != null) {
        out.writeFieldName("formattedValue");
        shown.write(TextNode.valueOf(format.show(cell)), out);
      }
    }
    out.writeEndObject();
  }

  private static void writeEffective(
      JsonGenerator out, @Nullable FieldMask mask, CellValue effective) throws IOException {
    if (mask == null) {
      return;
    }
    out.writeFieldName("effectiveValue");
    if (mask.takesAll() && effective instanceof CellValue.Text text) {
      out.writeStartObject();
      out.writeStringField("stringValue", text.text());
      out.writeEndObject();
    } else {
      mask.write(effective.extended(), out);
    }
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
