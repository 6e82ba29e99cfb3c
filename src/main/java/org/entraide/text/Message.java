package org.entraide.text;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to say to a person, before it is put into a language: decisions make messages, {@link
 * Texts} words them.
 *
 * @param key in the bundles, such as {@code people.email.invalid}
 * @param args by the name that the pattern uses; numbers, strings, people ({@link
 *     PersonReference}), moments without a zone, other messages, or lists of these (joined as the
 *     language joins lists)
 */
public record Message(String key, Map<String, Object> args) {

  public Message {
    args = Map.copyOf(args);
  }

  public static Message of(String key) {
    return new Message(key, Map.of());
  }

  /** Returns this message with one more argument. */
  public Message with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(args);
    more.put(name, value);
    return new Message(key, more);
  }
}
