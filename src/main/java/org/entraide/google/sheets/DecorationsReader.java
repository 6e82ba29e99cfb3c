package org.entraide.google.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.google.wire.GarbledAnswerException;
import org.entraide.table.Area;
import org.entraide.table.Decorations;
import org.entraide.table.Overlay;
import org.entraide.table.Tint;
import org.jspecify.annotations.Nullable;

/** Reads how a spreadsheet looks; a few dozen rows only, so that the answer may be kept whole. */
final class DecorationsReader {

  static final String MASK =
      "spreadsheetId,properties(autoRecalc),namedRanges(namedRangeId,name,range),"
          + "sheets(properties(sheetId),conditionalFormats,protectedRanges(range),charts(chartId),"
          + "filterViews(filterViewId),"
          + "data(startRow,startColumn,"
          + "rowData(values(note,dataValidation,userEnteredFormat(numberFormat,wrapStrategy)))))";

  /** The sorts of rules that are made. */
  private static final Set<String> RULES = Set.of("TEXT_EQ", "CUSTOM_FORMULA");

  /** What a rule says of a cell that it only colours. */
  private static final Set<String> COLOUR = Set.of("backgroundColor", "backgroundColorStyle");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Area, String> notes = new HashMap<>();
  private final Map<Area, List<String>> helped = new HashMap<>();
  private final Set<Area> formatted = new HashSet<>();
  private final Set<Area> wrapped = new HashSet<>();
  private final Map<Integer, List<Decorations.Rule>> rules = new HashMap<>();
  private final List<Area> guarded = new ArrayList<>();
  private final Set<Integer> charts = new HashSet<>();
  private final Set<Integer> filterViews = new HashSet<>();

  private DecorationsReader() {}

  static Decorations read(@Nullable InputStream body) throws IOException {
    JsonNode book = body == null ? null : JSON.readTree(body);
    if (book == null || book.path("spreadsheetId").asText().isEmpty()) {
      throw new GarbledAnswerException("an answer about no spreadsheet");
    }
    return new DecorationsReader().decorations(book);
  }

  private Decorations decorations(JsonNode book) {
    book.path("sheets").forEach(this::sheet);
    Map<String, Overlay.NamedArea> names = new HashMap<>();
    for (JsonNode name : book.path("namedRanges")) {
      names.put(
          name.path("name").asText(),
          new Overlay.NamedArea(name.path("namedRangeId").asText(), area(name.path("range"), 0)));
    }
    return new Decorations(
        book.path("properties").path("autoRecalc").asText().equals("ON_CHANGE"),
        notes,
        helped,
        formatted,
        wrapped,
        rules,
        guarded,
        new Overlay(names, charts).withFilterViews(filterViews));
  }

  private void sheet(JsonNode sheet) {
    int id = sheet.path("properties").path("sheetId").asInt();
    List<Decorations.Rule> sheetRules = new ArrayList<>();
    for (JsonNode rule : sheet.path("conditionalFormats")) {
      List<Area> areas = new ArrayList<>();
      rule.path("ranges").forEach(range -> areas.add(area(range, id)));
      JsonNode values = rule.path("booleanRule").path("condition").path("values");
      String value = values.path(0).path("userEnteredValue").asText();
      sheetRules.add(new Decorations.Rule(areas, value, tint(rule.path("booleanRule"))));
    }
    rules.put(id, List.copyOf(sheetRules));
    sheet.path("protectedRanges").forEach(p -> guarded.add(area(p.path("range"), id)));
    sheet.path("charts").forEach(chart -> charts.add(chart.path("chartId").asInt()));
    sheet.path("filterViews").forEach(v -> filterViews.add(v.path("filterViewId").asInt()));
    sheet.path("data").forEach(data -> cells(id, data));
  }

  private void cells(int sheet, JsonNode data) {
    int row = data.path("startRow").asInt();
    for (JsonNode line : data.path("rowData")) {
      int column = data.path("startColumn").asInt();
      for (JsonNode cell : line.path("values")) {
        Area area = Area.cell(sheet, row, column);
        if (cell.hasNonNull("note")) {
          notes.put(area, cell.path("note").asText());
        }
        if (cell.hasNonNull("dataValidation")) {
          helped.put(area, words(cell.path("dataValidation").path("condition")));
        }
        note(cell.path("userEnteredFormat"), "numberFormat", area, formatted);
        note(cell.path("userEnteredFormat"), "wrapStrategy", area, wrapped);
        column++;
      }
      row++;
    }
  }

  private static List<String> words(JsonNode condition) {
    List<String> words = new ArrayList<>();
    if (condition.path("type").asText().equals("ONE_OF_LIST")) {
      condition.path("values").forEach(v -> words.add(v.path("userEnteredValue").asText()));
    }
    return words;
  }

  /** The colour of a rule that does nothing else. */
  private static Optional<Tint> tint(JsonNode rule) {
    String type = rule.path("condition").path("type").asText();
    List<String> fields = new ArrayList<>();
    rule.path("format").fieldNames().forEachRemaining(fields::add);
    if (!RULES.contains(type) || !COLOUR.containsAll(fields)) {
      return Optional.empty();
    }
    JsonNode colour = rule.path("format").path("backgroundColorStyle").path("rgbColor");
    int rgb = part(colour, "red") << 16 | part(colour, "green") << 8 | part(colour, "blue");
    return Arrays.stream(Tint.values()).filter(tint -> tint.rgb() == rgb).findFirst();
  }

  private static int part(JsonNode colour, String name) {
    return (int) Math.round(colour.path(name).asDouble() * 255);
  }

  private static void note(JsonNode cell, String field, Area area, Set<Area> areas) {
    if (cell.hasNonNull(field)) {
      areas.add(area);
    }
  }

  /**
   * What is left out has no bounds.
   *
   * @param sheet the tab that it is listed under; JSON leaves the number 0 out
   */
  static Area area(JsonNode range, int sheet) {
    return new Area(
        range.path("sheetId").asInt(sheet),
        range.path("startRowIndex").asInt(0),
        range.path("endRowIndex").asInt(Area.OPEN),
        range.path("startColumnIndex").asInt(0),
        range.path("endColumnIndex").asInt(Area.OPEN));
  }
}
