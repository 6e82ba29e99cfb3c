package org.entraide.journal.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * Messages in a text column:
 *
 * <pre>{@code
 * [{"key": "google.failed", "args": {"doing": {"key": "…", "args": {}}, …}, "text": "…"}]
 * }</pre>
 *
 * <p>{@code text} is the English, for a version that does not say the same under that key. A text
 * that is no such JSON is what earlier versions wrote: words as they are.
 */
final class MessageJson {

  private static final JsonMapper JSON = new JsonMapper();

  private MessageJson() {}

  /** Empty for none. */
  static String write(List<Message> messages) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Message message : messages) {
      all.add(json(message).put("text", Texts.english().format(message)));
    }
    return all.isEmpty() ? "" : all.toString();
  }

  private static ObjectNode json(Message message) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("key", message.key());
    ObjectNode args = json.putObject("args");
    message.args().forEach((name, value) -> args.set(name, value(value)));
    return json;
  }

  private static JsonNode value(Object value) {
    if (value instanceof Message message) {
      return json(message);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      list.forEach(one -> array.add(value(one)));
      return array;
    }
    return value instanceof Number
        ? JSON.valueToTree(value)
        : JsonNodeFactory.instance.textNode(value.toString());
  }

  static List<Message> read(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<Message> messages = new ArrayList<>();
    for (JsonNode one : parse(text)) {
      String english = one.path("text").asText("");
      Message message = message(one);
      messages.add(says(message, english) ? message : Message.plain(english));
    }
    return messages.isEmpty() ? List.of(Message.plain(text)) : List.copyOf(messages);
  }

  private static Iterable<JsonNode> parse(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return json.isArray() && json.path(0).has("key") ? json : List.of();
    } catch (JsonProcessingException e) {
      return List.of(); // an earlier version's words
    }
  }

  private static Message message(JsonNode json) {
    Map<String, Object> args = new LinkedHashMap<>();
    json.path("args").properties().forEach(arg -> args.put(arg.getKey(), value(arg.getValue())));
    return new Message(json.path("key").asText(""), args);
  }

  private static Object value(JsonNode json) {
    if (json.isObject()) {
      return message(json);
    }
    if (json.isArray()) {
      List<Object> list = new ArrayList<>();
      json.forEach(one -> list.add(value(one)));
      return List.copyOf(list);
    }
    return json.isNumber() ? json.numberValue() : json.asText();
  }

  /** Whether this version means the same by a message. */
  private static boolean says(Message message, String english) {
    try {
      return Texts.english().format(message).equals(english);
    } catch (IllegalArgumentException e) {
      return false; // a key or an argument of another version
    }
  }
}
