package org.entraide.sandbox.office.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BaseJsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.sandbox.office.http.JsonSchema.Field;
import org.entraide.sandbox.office.http.JsonSchema.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A partial response: the query parameter {@code fields}, such as {@code a,b(c,d/e),f/*}.
 *
 * <p>Both separators that Google takes between names are understood, the slash and the dot.
 */
public final class FieldMask {

  private static final SerializerProvider PLAIN =
      new ObjectMapper().getSerializerProviderInstance();

  private static final int FIRST_BYTES = 8192;

  private final Map<String, FieldMask> children = new LinkedHashMap<>();

  private FieldMask() {}

  /**
   * Reads a mask.
   *
   * @throws ApiException 400 if it is none
   */
  public static FieldMask parse(String text) {
    FieldMask root = new FieldMask();
    if (root.readList(text, 0) != text.length() || root.children.isEmpty()) {
      throw ApiException.invalid("Invalid field selection " + text);
    }
    return root;
  }

  /** Whether the mask lets everything below this level through. */
  public boolean takesAll() {
    return children.isEmpty();
  }

  /** What the mask names below a field; null where it does not name the field. */
  public @Nullable FieldMask below(String name) {
    FieldMask mask = children.get(name);
    return mask == null ? children.get("*") : mask;
  }

  /** The mask of an answer that nothing is cut from. */
  static FieldMask everything() {
    return new FieldMask();
  }

  /**
   * Writes what the mask names of a tree: a large sheet is never one text in memory.
   *
   * @param indented as Google lays it out, or else on one line
   */
  byte[] bytes(JsonNode node, boolean indented) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(FIRST_BYTES);
    try (JsonGenerator out = OfficeJson.generator(bytes, indented)) {
      write(node, out);
    } catch (IOException e) {
      throw new IllegalStateException("A tree of JSON nodes could not be written.", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Cuts JSON that the program itself wrote down to what the mask names, never as a tree: a sheet
   * of twenty thousand rows would be some hundred megabytes of nodes.
   *
   * @param indented as Google lays it out, or else on one line
   */
  byte[] rewrite(byte[] json, boolean indented) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(json.length + json.length / 4);
    try (JsonParser in = OfficeJson.parser(json);
        JsonGenerator out = OfficeJson.generator(kept, indented)) {
      in.nextToken();
      copy(in, out);
    } catch (IOException e) {
      throw new IllegalStateException("An answer of the office itself is no JSON.", e);
    }
    return kept.toByteArray();
  }

  /**
   * Copies of the parser's current value what the mask names, and nothing else; leaves the parser
   * at its end.
   */
  private void copy(JsonParser in, JsonGenerator out) throws IOException {
    if (takesAll()) {
      out.copyCurrentStructureExact(in);
    } else if (in.isExpectedStartArrayToken()) {
      out.writeStartArray();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        copy(in, out);
      }
      out.writeEndArray();
    } else {
      out.writeStartObject();
      if (in.isExpectedStartObjectToken()) {
        copyFields(in, out);
      }
      out.writeEndObject();
    }
  }

  private void copyFields(JsonParser in, JsonGenerator out) throws IOException {
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      FieldMask mask = below(name);
      if (mask == null) {
        in.skipChildren();
      } else {
        out.writeFieldName(name);
        mask.copy(in, out);
      }
    }
  }

  /** Writes what the mask names of a tree: the same bytes as a copy of it would be. */
  public void write(JsonNode node, JsonGenerator out) throws IOException {
    if (node instanceof POJONode other && other.getPojo() instanceof StreamedJson.Written written) {
      written.value().write(out, this);
    } else if (node instanceof ArrayNode array) {
      out.writeStartArray();
      for (JsonNode element : array) {
        write(element, out);
      }
      out.writeEndArray();
    } else if (node instanceof ObjectNode object) {
      out.writeStartObject();
      writeFields(object, out);
      out.writeEndObject();
    } else if (takesAll()) {
      writeValue(node, out);
    } else {
      out.writeStartObject(); // as for whatever has no fields
      out.writeEndObject();
    }
  }

  private void writeFields(ObjectNode object, JsonGenerator out) throws IOException {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      FieldMask mask = takesAll() ? this : below(field.getKey());
      if (mask != null) {
        out.writeFieldName(field.getKey());
        mask.write(field.getValue(), out);
      }
    }
  }

  /** A number that was parsed is written in another notation than one that never was text. */
  private static void writeValue(JsonNode value, JsonGenerator out) throws IOException {
    if (value instanceof TextNode) {
      out.writeString(value.textValue());
    } else if (value.isFloatingPointNumber()) {
      out.writeNumber(new BigDecimal(value.asText()));
    } else {
      ((BaseJsonNode) value).serialize(out, PLAIN);
    }
  }

  /**
   * Refuses a mask that names what the answer cannot have.
   *
   * @throws ApiException 400, in the recorded words
   */
  public void check(JsonSchema schema) {
    List<Violation> violations = new ArrayList<>();
    collect(schema, "", violations);
    if (!violations.isEmpty()) {
      throw JsonSchema.refusal("Request contains an invalid argument.", violations);
    }
  }

  private void collect(JsonSchema schema, String at, List<Violation> violations) {
    children.forEach(
        (name, mask) -> {
          String path = at.isEmpty() ? name : at + "." + name;
          Optional<Field> field = schema.field(name);
          if (!name.equals("*") && field.isEmpty()) {
            violations.add(new Violation(path, complaint(path)));
          } else if (field.isPresent()) {
            JsonSchema inner = field.get().inner();
            if (inner != null && field.get().shape() != JsonSchema.Shape.MAP) {
              mask.collect(inner, path, violations);
            }
          }
        });
  }

  private static String complaint(String path) {
    return "Error expanding 'fields' parameter. Cannot find matching fields for path '"
        + path
        + "'.";
  }

  private int readList(String text, int from) {
    int at = readItem(text, from);
    while (at < text.length() && text.charAt(at) == ',') {
      at = readItem(text, at + 1);
    }
    return at;
  }

  private int readItem(String text, int from) {
    int at = from;
    while (at < text.length() && (isName(text.charAt(at)) || text.charAt(at) == ' ')) {
      at++;
    }
    String name = text.substring(from, at).strip();
    if (name.isEmpty()) {
      throw ApiException.invalid("Invalid field selection " + text);
    }
    boolean deeper = at < text.length() && "/.(".indexOf(text.charAt(at)) >= 0;
    FieldMask existing = children.get(name);
    FieldMask child = existing == null ? new FieldMask() : existing;
    if (existing != null && (existing.takesAll() || !deeper)) {
      // named as a whole before or now: the whole wins
      child.children.clear();
      if (deeper) {
        return new FieldMask().readBelow(text, at);
      }
    }
    children.put(name, child);
    return deeper ? child.readBelow(text, at) : at;
  }

  private int readBelow(String text, int at) {
    if (text.charAt(at) != '(') {
      return readItem(text, at + 1);
    }
    int end = readList(text, at + 1);
    if (end >= text.length() || text.charAt(end) != ')') {
      throw ApiException.invalid("Invalid field selection " + text);
    }
    return end + 1;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '*' || c == '-' || c == '$';
  }
}
