package org.entraide.sandbox.office.sheets.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ranges within an object of Google's, wherever they are in it. */
final class RangeJson {

  private static final Set<String> RANGES =
      Set.of("range", "ranges", "sources", "unprotectedRanges");

  private RangeJson() {}

  /**
   * The object after a change of lines. It is the same one where nothing in it moved; ranges of
   * which nothing is left are taken out.
   */
  @SuppressWarnings("ReferenceEquality") // the same node where nothing moved
  static ObjectNode follow(ObjectNode object, int sheetId, LineEdit edit) {
    ObjectNode result = object;
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      JsonNode old = entry.getValue();
      JsonNode fresh = follow(entry.getKey(), old, sheetId, edit);
      if (fresh != old) {
        result = result == object ? object.deepCopy() : result;
        CellData.put(result, entry.getKey(), fresh);
      }
    }
    return result;
  }

  private static @Nullable JsonNode follow(String name, JsonNode node, int sheet, LineEdit edit) {
    if (node instanceof ArrayNode array) {
      return follow(name, array, sheet, edit);
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    if (RANGES.contains(name)) {
      return object.path("sheetId").asInt() == sheet ? range(object, edit) : object;
    }
    if (name.equals("anchorCell")) {
      return object.path("sheetId").asInt() == sheet ? anchor(object, edit) : object;
    }
    return follow(object, sheet, edit);
  }

  @SuppressWarnings("ReferenceEquality") // the same node where nothing moved
  private static ArrayNode follow(String name, ArrayNode array, int sheet, LineEdit edit) {
    ArrayNode result = array.arrayNode();
    boolean same = true;
    for (JsonNode element : array) {
      JsonNode fresh = follow(name, element, sheet, edit);
      same &= fresh == element;
      if (fresh != null) {
        result.add(fresh);
      }
    }
    return same ? array : result;
  }

  /** A {@code GridRange} after the change; ends that it leaves open stay open. */
  static @Nullable ObjectNode range(ObjectNode range, LineEdit edit) {
    boolean rows = edit.dimension() == Dimension.ROWS;
    String across = rows ? "Column" : "Row";
    String along = rows ? "Row" : "Column";
    int start = start(range, along);
    int end = end(range, along);
    if (!edit.covers(start(range, across), end(range, across))) {
      return range;
    }
    LineEdit.Interval mapped = edit.map(start, end);
    if (mapped == null) {
      return null;
    }
    boolean opens = !range.has(startName(along));
    if (mapped.end() == end && (opens || mapped.start() == start)) {
      return range;
    }
    ObjectNode result = range.deepCopy();
    if (!opens) {
      result.put(startName(along), mapped.start());
    }
    if (end != LineEdit.OPEN) {
      result.put(endName(along), mapped.end());
    }
    return result;
  }

  private static ObjectNode anchor(ObjectNode cell, LineEdit edit) {
    String name = edit.dimension() == Dimension.ROWS ? "rowIndex" : "columnIndex";
    int index = cell.path(name).asInt();
    int line = edit.line(index);
    int wanted = line < 0 ? edit.from() : line;
    return wanted == index ? cell : cell.deepCopy().put(name, wanted);
  }

  /** A copy of an object with every range of one tab on another instead. */
  static ObjectNode onTab(ObjectNode object, int from, int to) {
    ObjectNode copy = object.deepCopy();
    retarget(copy, from, to);
    return copy;
  }

  private static void retarget(JsonNode node, int from, int to) {
    if (node instanceof ObjectNode object && object.path("sheetId").asInt(-1) == from) {
      object.put("sheetId", to);
    }
    node.forEach(child -> retarget(child, from, to));
  }

  static int start(JsonNode range, String along) {
    return range.path(startName(along)).asInt();
  }

  static int end(JsonNode range, String along) {
    return range.path(endName(along)).asInt(LineEdit.OPEN);
  }

  private static String startName(String along) {
    return "start" + along + "Index";
  }

  private static String endName(String along) {
    return "end" + along + "Index";
  }
}
