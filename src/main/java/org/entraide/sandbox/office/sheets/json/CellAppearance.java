package org.entraide.sandbox.office.sheets.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellData;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.formula.BooleanCondition;
import org.entraide.sandbox.office.sheets.formula.FormulaScope;

/**
 * How the cells of a tab look: what was set, over alternating colours, under what conditional rules
 * add at this moment. Where several rules hold, the first one that says something of a property
 * wins.
 */
public final class CellAppearance {

  private static final ObjectNode WHITE =
      OfficeJson.object().put("red", 1).put("green", 1).put("blue", 1);
  private static final ObjectNode PLAIN = plain();

  private final FormulaScope scope;
  private final List<Rule> rules = new ArrayList<>();
  private final List<Band> bands = new ArrayList<>();
  private final Map<List<ObjectNode>, ObjectNode> layeredFormats = new HashMap<>();

  private record Rule(List<GridArea> areas, BooleanCondition condition, ObjectNode format) {}

  private record Band(GridArea area, JsonNode rows) {}

  public CellAppearance(Book book, Sheet sheet, Instant now) {
    this.scope = FormulaScope.of(book, sheet, now);
    for (OfficeOverlay overlay : book.overlays().of(Kind.CONDITIONAL_FORMAT, sheet.id())) {
      JsonNode rule = overlay.json().path("booleanRule");
      if (rule.isObject()) {
        rules.add(
            new Rule(
                areas(book, overlay.json().path("ranges")),
                new BooleanCondition(rule.path("condition"), book),
                OfficeJson.child(rule, "format")));
      }
    }
    for (OfficeOverlay overlay : book.overlays().of(Kind.BANDING, sheet.id())) {
      GridRanges.now(book, overlay.json().path("range"))
          .ifPresent(area -> bands.add(new Band(area, overlay.json().path("rowProperties"))));
    }
  }

  private static List<GridArea> areas(Book book, JsonNode ranges) {
    List<GridArea> areas = new ArrayList<>();
    ranges.forEach(range -> GridRanges.now(book, range).ifPresent(areas::add));
    return areas;
  }

  /** Whether only what was set on a cell itself makes it look different. */
  public boolean isPlain() {
    return rules.isEmpty() && bands.isEmpty();
  }

  /** The {@code effectiveFormat} of a cell; not to be changed. */
  public ObjectNode format(OfficeCell cell, int row, int column) {
    ObjectNode extras = cell.extras();
    JsonNode entered = extras == null ? null : extras.get("userEnteredFormat");
    List<ObjectNode> layers = new ArrayList<>();
    for (Band band : bands) {
      if (band.area().contains(row, column)) {
        layers.add(banded(band, row));
      }
    }
    if (entered instanceof ObjectNode object) {
      layers.add(object);
    }
    for (int i = rules.size() - 1; i >= 0; i--) {
      if (holds(rules.get(i), cell, row, column)) {
        layers.add(rules.get(i).format());
      }
    }
    return layers.isEmpty()
        ? PLAIN
        : layeredFormats.computeIfAbsent(layers, CellAppearance::layered);
  }

  /** Each layer over those before it. */
  private static ObjectNode layered(List<ObjectNode> layers) {
    ObjectNode format = PLAIN;
    for (ObjectNode layer : layers) {
      format = over(format, coloured(layer));
    }
    return format;
  }

  private boolean holds(Rule rule, OfficeCell cell, int row, int column) {
    for (GridArea area : rule.areas()) {
      if (area.contains(row, column)) {
        GridArea first = rule.areas().get(0);
        return rule.condition()
            .holds(cell, scope.shifted(row - first.startRow(), column - first.startColumn()));
      }
    }
    return false;
  }

  private static ObjectNode banded(Band band, int row) {
    int index = row - band.area().startRow();
    boolean header = band.rows().has("headerColor") || band.rows().has("headerColorStyle");
    String name;
    if (header && index == 0) {
      name = "header";
    } else {
      name = (index - (header ? 1 : 0)) % 2 == 0 ? "firstBand" : "secondBand";
    }
    ObjectNode format = OfficeJson.object();
    CellData.put(format, "backgroundColor", band.rows().get(name + "Color"));
    CellData.put(format, "backgroundColorStyle", band.rows().get(name + "ColorStyle"));
    return format;
  }

  /** Google gives a background as colour and as style, whichever was set. */
  private static ObjectNode coloured(ObjectNode format) {
    JsonNode style = format.path("backgroundColorStyle").get("rgbColor");
    JsonNode colour = style == null ? format.get("backgroundColor") : style;
    if (colour == null) {
      return format;
    }
    ObjectNode result = format.deepCopy();
    result.set("backgroundColor", colour);
    result.putObject("backgroundColorStyle").set("rgbColor", colour);
    return result;
  }

  /** Both formats in one; where both say something, the second. */
  private static ObjectNode over(ObjectNode below, ObjectNode above) {
    ObjectNode result = below.deepCopy();
    for (Map.Entry<String, JsonNode> entry : above.properties()) {
      boolean deeper =
          entry.getKey().equals("textFormat")
              && result.get("textFormat") instanceof ObjectNode
              && entry.getValue() instanceof ObjectNode;
      result.set(
          entry.getKey(),
          deeper
              ? over(OfficeJson.child(result, "textFormat"), (ObjectNode) entry.getValue())
              : entry.getValue());
    }
    return result;
  }

  private static ObjectNode plain() {
    ObjectNode format = OfficeJson.object();
    format.set("backgroundColor", WHITE);
    format.putObject("backgroundColorStyle").set("rgbColor", WHITE);
    return format;
  }

  /** A {@code Color} as a style sheet writes it, such as {@code #f4cccc}. */
  public static String css(JsonNode color) {
    StringBuilder text = new StringBuilder("#");
    for (String part : List.of("red", "green", "blue")) {
      long value = Math.round(Math.max(0, Math.min(1, color.path(part).asDouble())) * 255);
      text.append(value < 16 ? "0" : "").append(Long.toHexString(value));
    }
    return text.toString();
  }
}
