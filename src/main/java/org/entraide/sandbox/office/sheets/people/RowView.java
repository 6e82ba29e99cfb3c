package org.entraide.sandbox.office.sheets.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellFormat;
import org.entraide.sandbox.office.sheets.book.GridRow;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.formula.FormulaScope;
import org.entraide.sandbox.office.sheets.formula.Formulas;
import org.entraide.sandbox.office.sheets.json.CellAppearance;
import org.entraide.sandbox.office.sheets.json.FilteredRows;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.SheetLocale;
import org.jspecify.annotations.Nullable;

/**
 * Rows as the page shows them: texts, and by column what more there is to see of a cell ({@code *
 * looks}, {@code notes}), which of the lists of {@code choices} it offers ({@code offers}), where
 * its link leads ({@code links}), and of boxes to tick whether they are ({@code ticks}).
 */
final class RowView {

  private static final JsonNode WHITE = OfficeJson.parse("{\"red\":1,\"green\":1,\"blue\":1}");

  private final Sheet sheet;
  private final SheetLocale locale;
  private final CellFormat format;
  private final CellAppearance appearance;
  private final FilteredRows filtered;
  private final FormulaScope scope;
  private final boolean plain;
  private final ArrayNode choices = OfficeJson.object().arrayNode();
  private final Map<ArrayNode, Integer> choiceNumbers = new HashMap<>();

  /**
   * @param view the number of the filter view that people look through; empty without one
   */
  RowView(Book book, Sheet sheet, Instant now, String view) {
    this.sheet = sheet;
    this.locale = SheetLocale.of(book.locale());
    this.format = new CellFormat(locale);
    this.appearance = new CellAppearance(book, sheet, now);
    this.filtered = FilteredRows.through(view, book, sheet, now);
    this.scope = FormulaScope.of(book, sheet, now);
    this.plain = appearance.isPlain();
  }

  /** The lists that cells offer, by the numbers that rows give. */
  ArrayNode choices() {
    return choices;
  }

  /** Whether a row has a cell whose text is such. */
  boolean shows(int index, Predicate<String> wanted) {
    GridRow row = sheet.row(index);
    for (int i = 0; i < row.width(); i++) {
      if (wanted.test(format.show(row.cell(i)))) {
        return true;
      }
    }
    return false;
  }

  void row(ObjectNode json, int index) {
    GridRow row = sheet.row(index);
    boolean hidden = SheetView.isHidden(row.properties()) || filtered.hides(index);
    json.put("row", index + 1).put("hidden", hidden);
    ArrayNode cells = json.putArray("cells");
    for (int i = 0; i < row.width(); i++) {
      OfficeCell cell = row.cell(i);
      cells.add(format.show(cell));
      ObjectNode extras = cell.extras();
      if (!plain || extras != null || cell.effective() instanceof CellValue.Num) {
        look(json, cell, index, i);
      }
      if (cell.entered() instanceof CellValue.Formula formula) {
        String column = Integer.toString(i);
        Formulas.link(formula, scope)
            .ifPresent(link -> json.withObject("/links").put(column, link));
      }
      if (extras != null) {
        more(json, cell, extras, Integer.toString(i));
      }
    }
  }

  private void look(ObjectNode json, OfficeCell cell, int row, int column) {
    ObjectNode effective = appearance.format(cell, row, column);
    ObjectNode look = OfficeJson.object();
    JsonNode background = effective.path("backgroundColor");
    if (!CellAppearance.css(background).equals(CellAppearance.css(WHITE))) {
      look.put("background", CellAppearance.css(background));
    }
    JsonNode text = effective.path("textFormat");
    JsonNode style = text.path("foregroundColorStyle").path("rgbColor");
    JsonNode colour = style.isObject() ? style : text.path("foregroundColor");
    if (colour.isObject()) {
      look.put("color", CellAppearance.css(colour));
    }
    if (text.path("bold").asBoolean()) {
      look.put("bold", true);
    }
    if (effective.path("wrapStrategy").asText().equals("WRAP")) {
      look.put("wrap", true);
    }
    if (cell.effective() instanceof CellValue.Num) {
      look.put("right", true);
    }
    if (!look.isEmpty()) {
      json.withObject("/looks").set(Integer.toString(column), look);
    }
  }

  private void more(ObjectNode json, OfficeCell cell, ObjectNode extras, String column) {
    if (extras.hasNonNull("note")) {
      json.withObject("/notes").put(column, extras.get("note").asText());
    }
    JsonNode rule = extras.path("dataValidation");
    ArrayNode list = list(rule.path("condition"));
    if (list != null) {
      int number =
          choiceNumbers.computeIfAbsent(
              list,
              fresh -> {
                choices.add(fresh);
                return choices.size() - 1;
              });
      json.withObject("/offers").put(column, number);
    }
    if (rule.path("condition").path("type").asText().equals("BOOLEAN")) {
      json.withObject("/ticks")
          .put(column, cell.effective() instanceof CellValue.Bool box && box.flag());
    }
  }

  private @Nullable ArrayNode list(JsonNode condition) {
    ArrayNode list = OfficeJson.object().arrayNode();
    switch (condition.path("type").asText()) {
      case "ONE_OF_LIST" ->
          condition
              .path("values")
              .forEach(value -> list.add(value.path("userEnteredValue").asText()));
      case "BOOLEAN" -> list.add(locale.trueWord()).add(locale.falseWord());
      default -> {
        return null;
      }
    }
    return list;
  }
}
