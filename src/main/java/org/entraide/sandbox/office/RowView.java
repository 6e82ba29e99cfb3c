package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows as the page shows them: texts, and by column what more there is to see of a cell ({@code
 * looks}, {@code notes}), which of the lists of {@code choices} it offers ({@code offers}), and of
 * boxes to tick whether they are ({@code ticks}).
 */
final class RowView {

  private static final JsonNode WHITE = Json.parse("{\"red\":1,\"green\":1,\"blue\":1}");

  private final Sheet sheet;
  private final SheetLocale locale;
  private final CellFormat format;
  private final Appearance appearance;
  private final FilteredRows filtered;
  private final boolean plain;
  private final ArrayNode choices = Json.object().arrayNode();
  private final Map<ArrayNode, Integer> known = new HashMap<>();

  RowView(Book book, Sheet sheet, Instant now) {
    this.sheet = sheet;
    this.locale = SheetLocale.of(book.locale());
    this.format = new CellFormat(locale);
    this.appearance = new Appearance(book, sheet, now);
    this.filtered = FilteredRows.of(book, sheet, now);
    this.plain = appearance.isPlain();
  }

  /** The lists that cells offer, by the numbers that rows give. */
  ArrayNode choices() {
    return choices;
  }

  void row(ObjectNode json, int index) {
    Row row = sheet.row(index);
    boolean hidden = SheetView.hidden(row.properties()) || filtered.hides(index);
    json.put("row", index + 1).put("hidden", hidden);
    ArrayNode cells = json.putArray("cells");
    for (int i = 0; i < row.width(); i++) {
      Cell cell = row.cell(i);
      cells.add(format.show(cell));
      ObjectNode extras = cell.extras();
      if (!plain || extras != null || cell.effective() instanceof CellValue.Num) {
        look(json, cell, index, i);
      }
      if (extras != null) {
        more(json, cell, extras, Integer.toString(i));
      }
    }
  }

  private void look(ObjectNode json, Cell cell, int row, int column) {
    ObjectNode effective = appearance.format(cell, row, column);
    ObjectNode look = Json.object();
    JsonNode background = effective.path("backgroundColor");
    if (!Appearance.css(background).equals(Appearance.css(WHITE))) {
      look.put("background", Appearance.css(background));
    }
    JsonNode text = effective.path("textFormat");
    JsonNode style = text.path("foregroundColorStyle").path("rgbColor");
    JsonNode colour = style.isObject() ? style : text.path("foregroundColor");
    if (colour.isObject()) {
      look.put("color", Appearance.css(colour));
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

  private void more(ObjectNode json, Cell cell, ObjectNode extras, String column) {
    if (extras.hasNonNull("note")) {
      json.withObject("/notes").put(column, extras.get("note").asText());
    }
    JsonNode rule = extras.path("dataValidation");
    ArrayNode list = list(rule.path("condition"));
    if (list != null) {
      int number =
          known.computeIfAbsent(
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
    ArrayNode list = Json.object().arrayNode();
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
