package org.entraide.sandbox.office.sheets.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.entraide.sandbox.office.http.FieldTree;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.batch.CellRequests;
import org.entraide.sandbox.office.sheets.batch.DimensionRequests;
import org.entraide.sandbox.office.sheets.batch.Tidying;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** What organisers do to the look of cells and lines, and to what cells accept. */
final class OrganiserFormatting {

  private OrganiserFormatting() {}

  /** A note on each cell of {@code range}; an empty {@code text} takes it away. */
  static void note(OrganiserTable table) {
    ObjectNode cell = OfficeJson.object().put("note", table.text("text"));
    if (table.text("text").isEmpty()) {
      cell.remove("note");
    }
    repeat(table, cell, "note");
  }

  /**
   * {@code background} and {@code color} as {@code #rrggbb}, {@code bold}, {@code italic}, {@code *
   * wrap}…
   */
  static void format(OrganiserTable table) {
    JsonNode body = table.body();
    ObjectNode cell = OfficeJson.object();
    ObjectNode format = cell.putObject("userEnteredFormat");
    List<String> fields = new ArrayList<>();
    if (body.has("background")) {
      format.set("backgroundColor", colour(table.text("background")));
      fields.add("userEnteredFormat.backgroundColor");
    }
    ObjectNode text = format.putObject("textFormat");
    if (body.has("color")) {
      text.set("foregroundColor", colour(table.text("color")));
      fields.add("userEnteredFormat.textFormat.foregroundColor");
    }
    for (String style : List.of("bold", "italic", "strikethrough")) {
      if (body.has(style)) {
        text.put(style, body.path(style).asBoolean());
        fields.add("userEnteredFormat.textFormat." + style);
      }
    }
    if (body.has("pattern")) {
      String type = OfficeJson.text(body, "type").orElse("NUMBER");
      format.putObject("numberFormat").put("type", type).put("pattern", table.text("pattern"));
      fields.add("userEnteredFormat.numberFormat");
    }
    if (body.has("wrap")) {
      format.put("wrapStrategy", body.path("wrap").asBoolean() ? "WRAP" : "OVERFLOW_CELL");
      fields.add("userEnteredFormat.wrapStrategy");
    }
    if (fields.isEmpty()) {
      throw new InvalidRequest("The format says nothing.");
    }
    repeat(table, cell, String.join(",", fields));
  }

  static void clearFormat(OrganiserTable table) {
    repeat(table, OfficeJson.object(), "userEnteredFormat");
  }

  private static void repeat(OrganiserTable table, ObjectNode cell, String fields) {
    ObjectNode body = OfficeJson.object().put("fields", fields);
    body.set("range", table.area().json());
    body.set("cell", cell);
    CellRequests.repeat(table.book(), body, table.world());
  }

  /** A colour as {@code #rrggbb}. */
  static ObjectNode colour(String css) {
    if (!css.matches("#[0-9a-fA-F]{6}")) {
      throw new InvalidRequest("A colour must be written as #rrggbb.");
    }
    ObjectNode colour = OfficeJson.object();
    List<String> parts = List.of("red", "green", "blue");
    for (int i = 0; i < 3; i++) {
      colour.put(parts.get(i), Integer.parseInt(css.substring(1 + 2 * i, 3 + 2 * i), 16) / 255d);
    }
    return colour;
  }

  /** The cells of {@code range} offer {@code values}; {@code strict} takes no others. */
  static void dropDown(OrganiserTable table) {
    ArrayNode values = OfficeJson.object().arrayNode();
    table
        .body()
        .path("values")
        .forEach(value -> values.addObject().put("userEnteredValue", value.asText()));
    rule(table, "ONE_OF_LIST", values);
  }

  /** Boxes to tick; what was blank is an empty box, which counts as FALSE. */
  static void checkboxes(OrganiserTable table) {
    rule(table, "BOOLEAN", OfficeJson.object().arrayNode());
    GridArea area = table.area();
    Sheet sheet = table.book().sheet(area.sheetId());
    for (int i = area.startRow(); i < area.endRow(); i++) {
      for (int j = area.startColumn(); j < area.endColumn(); j++) {
        OfficeCell cell = sheet.cell(i, j);
        if (cell.isBlank()) {
          sheet.set(i, j, cell.withValue(new CellValue.Bool(false)));
        }
      }
    }
  }

  private static void rule(OrganiserTable table, String type, ArrayNode values) {
    ObjectNode rule =
        OfficeJson.object()
            .put("showCustomUi", true)
            .put("strict", table.body().path("strict").asBoolean());
    ObjectNode condition = rule.putObject("condition").put("type", type);
    if (!values.isEmpty()) {
      condition.set("values", values);
    }
    ObjectNode body = OfficeJson.object();
    body.set("range", table.area().json());
    body.set("rule", rule);
    CellRequests.setDataValidation(table.book(), body, table.world());
  }

  static void clearRule(OrganiserTable table) {
    ObjectNode body = OfficeJson.object();
    body.set("range", table.area().json());
    CellRequests.setDataValidation(table.book(), body, table.world());
  }

  /** Keeps the first {@code rows} and {@code columns} in sight; none where they are absent. */
  static void freeze(OrganiserTable table) {
    ObjectNode grid = table.sheet().gridProperties().deepCopy();
    frozen(grid, "frozenRowCount", table.body().path("rows").asInt());
    frozen(grid, "frozenColumnCount", table.body().path("columns").asInt());
    table.sheet().gridProperties(grid);
  }

  private static void frozen(ObjectNode grid, String name, int count) {
    grid.remove(name);
    if (count > 0) {
      grid.put(name, count);
    }
  }

  /** Makes lines {@code pixels} wide or high, or as wide as what they hold without it. */
  static void resize(OrganiserTable table, Dimension dimension) {
    GridRanges.Span span = table.span(dimension);
    if (!table.body().has("pixels")) {
      ObjectNode body = OfficeJson.object();
      body.putObject("dimensions")
          .put("sheetId", span.sheet().id())
          .put("dimension", dimension.name())
          .put("startIndex", span.start())
          .put("endIndex", span.end());
      Tidying.autoResize(table.book(), body, table.world());
      return;
    }
    ObjectNode properties =
        OfficeJson.object().put("pixelSize", table.body().path("pixels").asInt());
    for (int i = span.start(); i < span.end(); i++) {
      DimensionRequests.set(span.sheet(), dimension, i, properties, FieldTree.parse("pixelSize"));
    }
  }
}
