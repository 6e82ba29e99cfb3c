package org.entraide.sandbox.office.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names that one kind of JSON object may hold, written as text.
 *
 * <pre>
 *   range majorDimension values[]          three names; anything may be below them
 *   properties{title sheetId}              an object with two names
 *   requests[]{addSheet{...} ...}          a list of objects
 *   answers&lt;&gt;{questionId textAnswers{...}}  a map: any keys, their values as described
 *   rows[]:RowData                         a list of a type that {@link #types} defines
 * </pre>
 *
 * <p>It serves two ends: a request's body with a name that is not listed is refused as Google
 * refuses it, and so is a {@code fields} mask that names what an answer cannot have.
 */
public final class JsonSchema {

  private static final String BAD_REQUEST = "type.googleapis.com/google.rpc.BadRequest";

  private final Map<String, Field> fields = new LinkedHashMap<>();

  public enum Shape {
    ONE,
    LIST,
    MAP
  }

  /**
   * A field of an object.
   *
   * @param inner what the field's values look like; null for anything
   */
  public record Field(Shape shape, @Nullable JsonSchema inner) {}

  JsonSchema() {}

  /**
   * Reads the names of one object.
   *
   * @throws IllegalArgumentException if the text is no schema
   */
  public static JsonSchema parse(String text) {
    return new SchemaParser(text, Map.of()).single();
  }

  /**
   * Reads several types that may refer to one another: {@code A = x y:B; B = z[]:A}.
   *
   * @throws IllegalArgumentException if the text is no list of types, or names one that is missing
   */
  public static Map<String, JsonSchema> types(String text) {
    return SchemaParser.types(text);
  }

  void add(String name, Field field) {
    if (fields.put(name, field) != null) {
      throw new IllegalArgumentException("The name " + name + " is twice in a schema.");
    }
  }

  /** The field of this name, where there is one. */
  public Optional<Field> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** All names, in the order written. */
  public List<String> names() {
    return List.copyOf(fields.keySet());
  }

  /** Refuses a request's body that holds a name not listed. */
  public void check(JsonNode body) {
    check(body, "");
  }

  /**
   * Refuses a request's body that holds a name not listed.
   *
   * @param at where the body is in Google's request message, such as {@code data} or {@code *
   *     draft}; empty for the message itself
   * @throws ApiException 400, with a {@code BadRequest} that lists every fault
   */
  public void check(JsonNode body, String at) {
    List<Violation> violations = new ArrayList<>();
    collect(body, at, violations);
    if (!violations.isEmpty()) {
      throw refusal(violations);
    }
  }

  /** One complaint and the path that it is about; empty at the top. */
  record Violation(String field, String description) {}

  /** 400 with Google's {@code BadRequest} detail. */
  static ApiException refusal(List<Violation> violations) {
    return refusal(
        String.join("\n", violations.stream().map(Violation::description).toList()), violations);
  }

  /** 400 with Google's {@code BadRequest} detail, and a message of the caller's. */
  static ApiException refusal(String message, List<Violation> violations) {
    ObjectNode detail = OfficeJson.object().put("@type", BAD_REQUEST);
    for (Violation violation : violations) {
      ObjectNode entry = detail.withArray("fieldViolations").addObject();
      if (!violation.field().isEmpty()) {
        entry.put("field", violation.field());
      }
      entry.put("description", violation.description());
    }
    return new ApiException(
        400, "INVALID_ARGUMENT", message, "badRequest", "global", List.of(detail));
  }

  private void collect(JsonNode node, String at, List<Violation> violations) {
    node.properties()
        .forEach(
            entry -> {
              Field field = fields.get(entry.getKey());
              if (field == null) {
                violations.add(unknown(entry.getKey(), at, "Cannot find field."));
              } else {
                collectValue(field, entry.getKey(), entry.getValue(), at, violations);
              }
            });
  }

  private static void collectValue(
      Field field, String name, JsonNode value, String at, List<Violation> violations) {
    if (value.isNull() || field.inner() == null) {
      return;
    }
    JsonSchema inner = Objects.requireNonNull(field.inner());
    String path = (at.isEmpty() ? "" : at + ".") + snake(name);
    if (field.shape() == Shape.LIST && value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        inner.collectObject(value.get(i), path + "[" + i + "]", violations);
      }
    } else if (field.shape() == Shape.MAP && value.isObject()) {
      value
          .properties()
          .forEach(
              entry ->
                  inner.collectObject(
                      entry.getValue(), path + "[" + entry.getKey() + "]", violations));
    } else if (field.shape() == Shape.ONE && value.isArray()) {
      violations.add(unknown(name, at, "Proto field is not repeating, cannot start list."));
    } else {
      inner.collectObject(value, path, violations);
    }
  }

  private void collectObject(JsonNode value, String path, List<Violation> violations) {
    if (value.isObject()) {
      collect(value, path, violations);
    } else {
      violations.add(new Violation(path, "Invalid value at '" + path + "'"));
    }
  }

  private static Violation unknown(String name, String at, String why) {
    String where = at.isEmpty() ? "" : " at '" + at + "'";
    return new Violation(
        at, "Invalid JSON payload received. Unknown name \"" + name + "\"" + where + ": " + why);
  }

  /** Google names the place by its proto path: {@code updateCells} is {@code update_cells}. */
  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
