package org.entraide.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entraide.text.Message;

/**
 * One table of the file. Each error becomes a finding and reading goes on with nothing in its
 * place; the keys that were asked for are the valid ones, so that no list of them can be out of
 * date.
 */
final class Section {

  private static final int LONGEST_SHOWN = 60;

  private final ConfigurationFindings findings;
  private final List<String> path;
  private final ObjectNode node;
  private final Set<String> askedKeys = new TreeSet<>();

  Section(ConfigurationFindings findings, List<String> path, ObjectNode node) {
    this.findings = findings;
    this.path = List.copyOf(path);
    this.node = node;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  boolean has(String key) {
    return node.has(key);
  }

  boolean isEmpty() {
    return node.isEmpty();
  }

  boolean hasTable(String key) {
    return node.get(key) instanceof ObjectNode;
  }

  boolean hasEmptyList(String key) {
    return node.get(key) instanceof ArrayNode list && list.isEmpty();
  }

  void wrong(String key, Message cause) {
    findings.add(path, key, cause);
  }

  /** Reports what is wrong in another file that this table names. */
  void wrong(Problem elsewhere) {
    findings.add(elsewhere);
  }

  /** Reports that the table itself is wrong. */
  void wrong(Message cause) {
    findings.add(path.subList(0, path.size() - 1), path.get(path.size() - 1), cause);
  }

  /**
   * Reports that a key must be there and is not, unless it is there and wrong anyway.
   *
   * @param words the key of what is said
   */
  void missing(String key, String words) {
    if (!node.has(key)) {
      wrong(key, Message.of(words));
    }
  }

  Optional<String> text(String key) {
    Optional<JsonNode> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.get().isTextual()) {
      return wrongType(key, Message.of("config.type.text"), value.get());
    }
    String text = value.get().textValue();
    if (text.isBlank()) {
      wrong(key, Message.of("config.value.empty"));
      return Optional.empty();
    }
    return Optional.of(text);
  }

  <T> Optional<T> parsed(String key, BadValue.Parser<T> parser) {
    return text(key).flatMap(text -> parse(key, text, parser));
  }

  /** A text of a key that was read already, such as one of a list. */
  <T> Optional<T> parse(String key, String text, BadValue.Parser<T> parser) {
    try {
      return Optional.of(parser.parse(text));
    } catch (BadValue e) {
      wrong(key, e.advice());
      return Optional.empty();
    }
  }

  boolean flag(String key, boolean otherwise) {
    Optional<JsonNode> value = value(key);
    if (value.isPresent() && !value.get().isBoolean()) {
      wrongType(key, Message.of("config.type.flag"), value.get());
      return otherwise;
    }
    return value.map(JsonNode::booleanValue).orElse(otherwise);
  }

  int whole(String key, int otherwise, int least, int most) {
    Optional<JsonNode> value = value(key);
    if (value.isEmpty()) {
      return otherwise;
    }
    JsonNode v = value.get();
    if (!v.isIntegralNumber()) {
      wrongType(key, Message.of("config.type.whole"), v);
      return otherwise;
    }
    if (!v.canConvertToInt() || v.intValue() < least || v.intValue() > most) {
      wrong(
          key,
          Message.of("config.value.range")
              .with("least", String.valueOf(least))
              .with("most", String.valueOf(most))
              .with("text", v.asText()));
      return otherwise;
    }
    return v.intValue();
  }

  /** A number that is positive, or at least 0. */
  Optional<Double> number(String key, boolean zeroToo, double most) {
    return value(key).flatMap(v -> number(key, v, zeroToo, most));
  }

  private Optional<Double> number(String key, JsonNode v, boolean zeroToo, double most) {
    if (!v.isNumber()) {
      return wrongType(key, Message.of("config.type.number"), v);
    }
    double d = v.doubleValue();
    boolean enough = zeroToo ? d >= 0 : d > 0; // false for "not a number", too
    if (!enough || d > most) {
      wrong(
          key,
          Message.of(zeroToo ? "config.value.from_zero" : "config.value.above_zero")
              .with("most", "%.0f".formatted(most))
              .with("text", v.asText()));
      return Optional.empty();
    }
    return Optional.of(d);
  }

  Optional<List<Double>> numbers(String key, double most) {
    Optional<JsonNode> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.get().isArray()) {
      return wrongType(key, Message.of("config.type.numbers"), value.get());
    }
    List<Double> numbers = new ArrayList<>();
    for (JsonNode element : value.get()) {
      Optional<Double> number = number(key, element, false, most);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      numbers.add(number.get());
    }
    return Optional.of(numbers);
  }

  /** A list of texts; empty where the key is absent or wrong. */
  List<String> texts(String key) {
    return value(key).map(v -> texts(key, v)).orElse(List.of());
  }

  /** One text, or a list of them. */
  List<String> textOrTexts(String key) {
    Optional<JsonNode> value = value(key);
    boolean one = value.isPresent() && value.get().isTextual();
    return one ? text(key).map(List::of).orElse(List.of()) : texts(key);
  }

  private List<String> texts(String key, JsonNode value) {
    if (!value.isArray()) {
      wrongType(key, Message.of("config.type.texts"), value);
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : value) {
      if (!element.isTextual()) {
        wrong(key, Message.of("config.value.element").with("value", described(element)));
      } else if (element.textValue().isBlank()) {
        wrong(key, Message.of("config.value.empty_element"));
      } else {
        texts.add(element.textValue());
      }
    }
    return texts;
  }

  /** A list of texts, each read into something better; what is wrong is left out. */
  <T> Optional<List<T>> list(String key, BadValue.Parser<T> parser) {
    if (value(key).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        texts(key).stream().flatMap(text -> parse(key, text, parser).stream()).toList());
  }

  /** A table in here; empty where there is none. */
  Section section(String key) {
    JsonNode value = value(key).orElse(null);
    if (value != null && !value.isObject()) {
      wrongType(
          key, Message.of("config.type.table").with("table", TomlLines.dotted(plus(key))), value);
    }
    return value instanceof ObjectNode object
        ? child(plus(key), object)
        : child(plus(key), empty());
  }

  /** All tables in here that people name as they like, in the file's order. */
  Map<String, Section> namedSections() {
    Map<String, Section> sections = new LinkedHashMap<>();
    for (String name : names()) {
      Section section = section(name);
      if (hasTable(name)) {
        sections.put(name, section);
      }
    }
    return sections;
  }

  /** The tables of a list of tables. */
  List<Section> sections(String key) {
    JsonNode value = value(key).orElse(null);
    if (value == null) {
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    Message wanted = Message.of("config.type.tables").with("table", TomlLines.dotted(plus(key)));
    if (!value.isArray()) {
      wrongType(key, wanted, value);
      return List.of();
    }
    for (JsonNode element : value) {
      List<String> childPath = plus(key);
      childPath.add(TomlLines.element(sections.size()));
      if (element instanceof ObjectNode object) {
        sections.add(child(childPath, object));
      } else {
        wrongType(key, wanted, element);
      }
    }
    return sections;
  }

  /** Reports every key that nobody asked for. To be called last. */
  void finish() {
    for (String name : names()) {
      if (!askedKeys.contains(name)) {
        findings.unknown(path, name, askedKeys);
      }
    }
  }

  private Optional<JsonNode> value(String key) {
    if (askedKeys.add(key)) {
      findings.knows(path, key);
    }
    return Optional.ofNullable(node.get(key));
  }

  private <T> Optional<T> wrongType(String key, Message wanted, JsonNode value) {
    wrong(key, Message.of("config.type").with("wanted", wanted).with("value", described(value)));
    return Optional.empty();
  }

  private static Message described(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> BadValue.about("config.value.text", value.textValue());
      case NUMBER -> Message.of("config.value.number").with("number", value.asText());
      case BOOLEAN -> Message.plain(value.asText());
      case ARRAY -> Message.of("config.value.list");
      case OBJECT -> Message.of("config.value.table");
      default -> Message.of("config.value.moment");
    };
  }

  /** A text for a message: on one line, and not too long. */
  static String quoted(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    boolean fits = line.length() <= LONGEST_SHOWN;
    return '"' + (fits ? line : line.substring(0, LONGEST_SHOWN) + "…") + '"';
  }

  private Section child(List<String> childPath, ObjectNode object) {
    return new Section(findings, childPath, object);
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  private List<String> plus(String key) {
    List<String> childPath = new ArrayList<>(path);
    childPath.add(key);
    return childPath;
  }
}
