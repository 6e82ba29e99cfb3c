package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.sandbox.office.Schema.Field;
import org.entraide.sandbox.office.Schema.Violation;

/**
 * A partial response: the query parameter {@code fields}, such as {@code a,b(c,d/e),f/*}.
 *
 * <p>Both separators that Google takes between names are understood, the slash and the dot.
 */
public final class FieldMask {

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
  private boolean all() {
    return children.isEmpty();
  }

  /** A copy of the answer with what the mask names, and nothing else. */
  public JsonNode apply(JsonNode node) {
    if (all()) {
      return node;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode kept = array.arrayNode();
      array.forEach(element -> kept.add(apply(element)));
      return kept;
    }
    ObjectNode kept = Json.object();
    node.properties()
        .forEach(
            entry ->
                Optional.ofNullable(children.getOrDefault(entry.getKey(), children.get("*")))
                    .ifPresent(mask -> kept.set(entry.getKey(), mask.apply(entry.getValue()))));
    return kept;
  }

  /**
   * Refuses a mask that names what the answer cannot have.
   *
   * @throws ApiException 400, in the recorded words
   */
  public void check(Schema schema) {
    List<Violation> found = new ArrayList<>();
    collect(schema, "", found);
    if (!found.isEmpty()) {
      throw Schema.refusal("Request contains an invalid argument.", found);
    }
  }

  private void collect(Schema schema, String at, List<Violation> found) {
    children.forEach(
        (name, mask) -> {
          String path = at.isEmpty() ? name : at + "." + name;
          Optional<Field> field = schema.field(name);
          if (!name.equals("*") && field.isEmpty()) {
            found.add(new Violation(path, complaint(path)));
          } else if (field.isPresent()) {
            Schema inner = field.get().inner();
            if (inner != null && field.get().shape() != Schema.Shape.MAP) {
              mask.collect(inner, path, found);
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
    FieldMask known = children.get(name);
    FieldMask child = known == null ? new FieldMask() : known;
    if (known != null && (known.all() || !deeper)) {
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
