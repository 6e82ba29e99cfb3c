package org.entraide.sandbox.office.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.entraide.sandbox.office.http.JsonSchema;

/** The types of Sheets v4 with the names of their fields, as Google's own model has them. */
public final class SheetsTypes {

  private static final Map<String, JsonSchema> TYPES = JsonSchema.types(text());

  private SheetsTypes() {}

  /** The names of one of Google's types, such as {@code ValueRange}. */
  public static JsonSchema type(String name) {
    JsonSchema schema = TYPES.get(name);
    if (schema == null) {
      throw new IllegalArgumentException("Sheets v4 has no type " + name + ".");
    }
    return schema;
  }

  /**
   * Whether every name is known and every object is where one belongs. It says no more, and so is
   * fast on bodies of half a million cells, where {@link JsonSchema#check} builds the path to each.
   */
  static boolean fits(JsonSchema schema, JsonNode object) {
    if (!object.isObject()) {
      return false;
    }
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      Optional<JsonSchema.Field> field = schema.field(entry.getKey());
      if (field.isEmpty() || !fits(field.get(), entry.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(JsonSchema.Field field, JsonNode value) {
    JsonSchema inner = field.inner();
    if (value.isNull() || inner == null) {
      return true;
    }
    if (field.shape() == JsonSchema.Shape.ONE) {
      return fits(inner, value);
    }
    for (JsonNode element : value) {
      if (!fits(inner, element)) {
        return false;
      }
    }
    return value.isArray() == (field.shape() == JsonSchema.Shape.LIST);
  }

  private static String text() {
    try (InputStream resource = SheetsTypes.class.getResourceAsStream("sheets-types.txt")) {
      if (resource == null) {
        throw new IllegalStateException("The resource sheets-types.txt is missing.");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
