package org.entraide.sandbox.office.sheets.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * Something that lies over a grid: a rule, a protection, a chart. Its JSON is Google's and is never
 * changed in place.
 *
 * @param key its identity in this book, which Google does not show
 * @param sheetId the tab that it belongs to
 */
public record OfficeOverlay(long key, Kind kind, int sheetId, ObjectNode json) {

  /**
   * What overlays there are.
   *
   * <p>Each has the name of its list in a {@code Sheet}, the field of its identifier, where it has
   * one, and what messages call it.
   */
  public enum Kind {
    NAMED_RANGE("namedRanges", "namedRangeId", "named range"),
    CONDITIONAL_FORMAT("conditionalFormats", "", "conditional format"),
    FILTER_VIEW("filterViews", "filterViewId", "filter view"),
    PROTECTED_RANGE("protectedRanges", "protectedRangeId", "protected range"),
    BASIC_FILTER("basicFilter", "", "basic filter"),
    MERGE("merges", "", "merge"),
    CHART("charts", "chartId", "embedded object"),
    BANDING("bandedRanges", "bandedRangeId", "banded range"),
    TABLE("tables", "tableId", "table");

    private final String list;
    private final String id;
    private final String words;

    Kind(String list, String id, String words) {
      this.list = list;
      this.id = id;
      this.words = words;
    }

    public String list() {
      return list;
    }

    public String id() {
      return id;
    }

    public String words() {
      return words;
    }

    /** Whether Google's identifier is a text; the others are numbers. */
    public boolean isNamedByText() {
      return this == NAMED_RANGE || this == TABLE;
    }
  }

  /** Its identifier as text, whatever its type. */
  public String id() {
    return json.path(kind.id()).asText();
  }

  /** The overlay after a change of lines; empty when nothing is left of what it lay on. */
  @SuppressWarnings("ReferenceEquality") // the same object where nothing moved
  Optional<OfficeOverlay> follow(int changed, LineEdit edit) {
    if (kind == Kind.MERGE) {
      return changed == sheetId ? merge(edit) : Optional.of(this);
    }
    ObjectNode fresh = RangeJson.follow(json, changed, edit);
    if (isLost(fresh)) {
      return Optional.empty();
    }
    boolean columns = edit.dimension() == Dimension.COLUMNS && changed == sheetId;
    if (columns && (kind == Kind.BASIC_FILTER || kind == Kind.FILTER_VIEW)) {
      fresh = filteredColumns(fresh, edit);
    }
    return Optional.of(fresh == json ? this : with(fresh));
  }

  private boolean isLost(ObjectNode fresh) {
    return (json.has("range") && !fresh.has("range"))
        || (json.has("ranges") && fresh.path("ranges").isEmpty());
  }

  /** A merge is itself a range, and one of a single cell is none. */
  @SuppressWarnings("ReferenceEquality") // the same object where nothing moved
  private Optional<OfficeOverlay> merge(LineEdit edit) {
    ObjectNode range = RangeJson.range(json, edit);
    if (range == null) {
      return Optional.empty();
    }
    boolean single =
        RangeJson.end(range, "Row") - RangeJson.start(range, "Row") == 1
            && RangeJson.end(range, "Column") - RangeJson.start(range, "Column") == 1;
    return single ? Optional.empty() : Optional.of(range == json ? this : with(range));
  }

  /** Its JSON with every range of its tab on another instead. */
  public ObjectNode onTab(int other) {
    return RangeJson.onTab(json, sheetId, other);
  }

  OfficeOverlay with(ObjectNode other) {
    return new OfficeOverlay(key, kind, sheetId, other);
  }

  /** A filter names columns by their index in the tab. */
  private static ObjectNode filteredColumns(ObjectNode filter, LineEdit edit) {
    ObjectNode result = filter.deepCopy();
    if (filter.get("criteria") instanceof ObjectNode criteria) {
      ObjectNode moved = result.putObject("criteria");
      for (Map.Entry<String, JsonNode> entry : criteria.properties()) {
        int line = edit.line(Integer.parseInt(entry.getKey()));
        if (line >= 0) {
          moved.set(Integer.toString(line), entry.getValue());
        }
      }
    }
    columns(result, "filterSpecs", "columnIndex", edit);
    columns(result, "sortSpecs", "dimensionIndex", edit);
    return result;
  }

  private static void columns(ObjectNode filter, String list, String field, LineEdit edit) {
    if (filter.get(list) instanceof ArrayNode specs) {
      ArrayNode kept = filter.putArray(list);
      for (JsonNode spec : specs) {
        int line = edit.line(spec.path(field).asInt());
        if (line >= 0 && spec instanceof ObjectNode object) {
          kept.add(object.deepCopy().put(field, line));
        }
      }
    }
  }
}
