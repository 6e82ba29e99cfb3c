package org.entraide.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;
import org.entraide.text.Texts;

/**
 * What {@code explain} found, for people and for programs. Pure.
 *
 * @param campaign where somebody or something is called so
 * @param reference as it was asked for, without {@code M-}
 * @param lines what is to be said, in its order; never empty
 */
record ReferenceExplanation(String campaign, String reference, List<Message> lines) {

  /** Sentences of {@code explain} itself; others are the sheet's. */
  private static final String OWN = "why.";

  ReferenceExplanation {
    lines = List.copyOf(lines);
  }

  /** One sentence a line, each once. */
  List<String> text(Texts texts) {
    return List.copyOf(once(texts).keySet());
  }

  /**
   * All sentences for a program, each once. {@code key} names a sentence in all languages. {@code
   * values} has what it counts and names, as DESIGN's words: a need is {@code shopping}, a state
   * {@code drafted}. It is empty for a sentence of the sheet, whose values belong to its wording.
   */
  String json(Texts texts) throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode root = mapper.createObjectNode();
    root.put("campaign", campaign)
        .put("reference", reference)
        .put("kind", lines.get(0).key().equals("why.person") ? "person" : "introduction")
        .put("language", texts.language());
    ArrayNode sentences = root.putArray("lines");
    once(texts)
        .forEach(
            (sentence, message) -> {
              ObjectNode line = sentences.addObject();
              line.put("key", message.key()).put("text", sentence);
              ObjectNode values = line.putObject("values");
              if (message.key().startsWith(OWN)) {
                new TreeMap<>(message.args())
                    .forEach((name, value) -> values.set(name, value(value)));
              }
            });
    return mapper.writeValueAsString(root);
  }

  /** Two rows of one person may have the same to say. */
  private Map<String, Message> once(Texts texts) {
    Map<String, Message> once = new LinkedHashMap<>();
    lines.forEach(message -> once.putIfAbsent(texts.format(message), message));
    return once;
  }

  private static JsonNode value(Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value instanceof Message message) {
      return message.args().size() == 1 // it only joins a list as its language does
          ? value(message.args().values().iterator().next())
          : nodes.textNode(message.key().substring(message.key().lastIndexOf('.') + 1));
    }
    if (value instanceof PersonReference person) {
      return nodes.textNode(person.ref());
    }
    if (value instanceof List<?> list) {
      ArrayNode array = nodes.arrayNode();
      list.forEach(one -> array.add(value(one)));
      return array;
    }
    if (value instanceof Double number) {
      return nodes.numberNode(number);
    }
    return value instanceof Number number
        ? nodes.numberNode(number.longValue())
        : nodes.textNode(value.toString());
  }
}
