package org.entraide.sandbox.office.sheets.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entraide.sandbox.office.http.FieldTree;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** Copies from {@code CellData} what a mask names. */
public final class CellData {

  /** What a request can set. */
  private static final Set<String> SETTABLE =
      Set.of(
          "userEnteredValue",
          "userEnteredFormat",
          "note",
          "dataValidation",
          "textFormatRuns",
          "chipRuns");

  /** What the spreadsheet finds by itself: allowed in a mask, without effect. */
  private static final Set<String> OUTPUT_ONLY =
      Set.of("effectiveValue", "effectiveFormat", "formattedValue", "hyperlink");

  private static final List<String> EXTRAS =
      SETTABLE.stream().filter(name -> !name.equals("userEnteredValue")).sorted().toList();

  private final FieldTree fields;
  private final Function<String, CellValue.Formula> formulas;
  private final Map<ObjectNode, ObjectNode> shared = new HashMap<>();

  /**
   * @param request whose {@code fields} says which parts of its cells count
   * @param formulas reads the text of a formula
   */
  public CellData(ObjectNode request, Function<String, CellValue.Formula> formulas) {
    Set<String> knownFields = new HashSet<>(SETTABLE);
    knownFields.addAll(OUTPUT_ONLY);
    this.fields = fields(request, knownFields);
    this.formulas = formulas;
  }

  /** The settable parts beside the value, by which a cell's extras are known. */
  public static List<String> extras() {
    return EXTRAS;
  }

  /**
   * The required mask of a request.
   *
   * @throws InvalidRequest if it is missing or names something unknown
   */
  public static FieldTree fields(ObjectNode request, Set<String> knownFields) {
    String mask = OfficeJson.text(request, "fields").orElse("");
    if (mask.isBlank()) {
      throw new InvalidRequest(
          "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
    }
    FieldTree fields = FieldTree.parse(mask);
    for (String name : fields.names()) {
      if (!knownFields.contains(name)) {
        throw new InvalidRequest("Invalid field: " + name);
      }
    }
    return fields;
  }

  /** The cell with the named parts as in {@code data}; a named part that is absent is cleared. */
  public OfficeCell apply(OfficeCell cell, JsonNode data) {
    OfficeCell result = cell;
    if (fields.has("userEnteredValue")) {
      result = result.withValue(value(data.path("userEnteredValue")));
    }
    ObjectNode old = cell.extras();
    if (EXTRAS.stream().anyMatch(fields::has)) {
      ObjectNode extras = old == null ? OfficeJson.object() : old.deepCopy();
      EXTRAS.stream().filter(fields::has).forEach(name -> setExtra(extras, name, data.get(name)));
      result = result.withExtras(shared.computeIfAbsent(extras, e -> e));
    }
    return result;
  }

  private void setExtra(ObjectNode extras, String name, @Nullable JsonNode value) {
    FieldTree inner = fields.get(name);
    boolean object = value == null || value.isObject();
    if (inner.isAll() || !object) {
      put(extras, name, value);
    } else {
      ObjectNode merged =
          merge(
              OfficeJson.child(extras, name),
              value instanceof ObjectNode o ? o : OfficeJson.object(),
              inner);
      put(extras, name, merged.isEmpty() ? null : merged);
    }
  }

  /** Copies what the mask names from one object over another; absent means removed. */
  public static ObjectNode merge(ObjectNode old, ObjectNode fresh, FieldTree fields) {
    ObjectNode merged = old.deepCopy();
    if (fields.isAll()) {
      return merged.removeAll().setAll(fresh);
    }
    for (String name : fields.names()) {
      FieldTree inner = fields.get(name);
      JsonNode value = fresh.get(name);
      if (!inner.isAll() && value instanceof ObjectNode object) {
        merged.set(name, merge(OfficeJson.child(merged, name), object, inner));
      } else {
        put(merged, name, value);
      }
    }
    return merged;
  }

  public static void put(ObjectNode object, String name, @Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      object.remove(name);
    } else {
      object.set(name, value);
    }
  }

  /** Reads an {@code ExtendedValue}: text stays text whatever it looks like. */
  private @Nullable CellValue value(JsonNode extended) {
    long set =
        Stream.of("stringValue", "numberValue", "boolValue", "formulaValue", "errorValue")
            .filter(extended::hasNonNull)
            .count();
    if (set > 1) {
      throw new InvalidRequest("More than one kind of value is set.");
    }
    if (extended.hasNonNull("stringValue")) {
      String text = extended.get("stringValue").asText();
      return text.isEmpty() ? null : new CellValue.Text(text);
    }
    if (extended.hasNonNull("numberValue")) {
      return new CellValue.Num(extended.get("numberValue").asDouble());
    }
    if (extended.hasNonNull("boolValue")) {
      return new CellValue.Bool(extended.get("boolValue").asBoolean());
    }
    if (extended.hasNonNull("formulaValue")) {
      String formula = extended.get("formulaValue").asText();
      return formulas.apply(formula.startsWith("=") ? formula : "=" + formula);
    }
    if (extended.hasNonNull("errorValue")) {
      throw new InvalidRequest("userEnteredValue.errorValue cannot be set.");
    }
    return null;
  }
}
