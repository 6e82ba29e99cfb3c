package org.entraide.sandbox.office.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.http.JsonSchema.Field;
import org.entraide.sandbox.office.http.JsonSchema.Shape;
import org.jspecify.annotations.Nullable;

/** Reads the text form of a {@link JsonSchema}. */
final class SchemaParser {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<!\\s)\\s*+(?:(?<name>[A-Za-z@_][\\w@.]*)|(?<mark>\\[\\]|<>|[{}:=;])|(?<bad>\\S))");

  private final Map<String, JsonSchema> types;
  private final Matcher tokens;
  private final String text;
  private @Nullable String next;

  SchemaParser(String text, Map<String, JsonSchema> types) {
    this.text = text;
    this.types = types;
    this.tokens = TOKEN.matcher(text);
    advance();
  }

  JsonSchema single() {
    JsonSchema schema = new JsonSchema();
    fields(schema);
    if (next != null) {
      throw wrong();
    }
    return schema;
  }

  static Map<String, JsonSchema> types(String text) {
    Map<String, JsonSchema> types = new LinkedHashMap<>();
    // Names first, so that a type may refer to one that is defined below it.
    Matcher heads = Pattern.compile("(?:^|;)\\s*(\\w+)\\s*=").matcher(text);
    while (heads.find()) {
      types.put(heads.group(1), new JsonSchema());
    }
    new SchemaParser(text, types).definitions();
    return types;
  }

  private void definitions() {
    while (next != null) {
      JsonSchema schema = type(take());
      expect("=");
      fields(schema);
      if (next != null) {
        expect(";");
      }
    }
  }

  private void fields(JsonSchema into) {
    while (next != null && (Character.isLetter(next.charAt(0)) || "@type".equals(next))) {
      String name = take();
      into.add(name, field());
    }
  }

  private Field field() {
    Shape shape = Shape.ONE;
    if ("[]".equals(next)) {
      take();
      shape = Shape.LIST;
    } else if ("<>".equals(next)) {
      take();
      shape = Shape.MAP;
    }
    if ("{".equals(next)) {
      take();
      JsonSchema inner = new JsonSchema();
      fields(inner);
      expect("}");
      return new Field(shape, inner);
    }
    if (":".equals(next)) {
      take();
      return new Field(shape, type(take()));
    }
    return new Field(shape, null);
  }

  private JsonSchema type(String name) {
    JsonSchema schema = types.get(name);
    if (schema == null) {
      throw new IllegalArgumentException("No type " + name + " is defined in the schema.");
    }
    return schema;
  }

  private void expect(String mark) {
    if (!mark.equals(take())) {
      throw wrong();
    }
  }

  private String take() {
    String taken = next;
    if (taken == null) {
      throw wrong();
    }
    advance();
    return taken;
  }

  private void advance() {
    next = tokens.find() ? tokens.group().strip() : null;
    if (next != null && tokens.group("bad") != null) {
      throw wrong();
    }
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException("This is no schema: " + text);
  }
}
