package org.entraide.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** Words that are what they are in any language, such as what another program said. */
  public static Message plain(String text) {
    return Message.of("plain").with("text", text);
  }

  /**
   * The first of a list, and how many others there are, for a sentence that must be short.
   *
   * @param most of them that are named
   */
  public static List<Object> firstOf(List<?> all, int most) {
    List<Object> some = new ArrayList<>(all.subList(0, Math.min(most, all.size())));
    if (all.size() > most) {
      some.add(of("explain.others").with("count", all.size() - most));
    }
    return List.copyOf(some);
  }

  /** Returns this message with one more argument. */
  public Message with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(args);
    more.put(name, value);
    return new Message(key, more);
  }
}
