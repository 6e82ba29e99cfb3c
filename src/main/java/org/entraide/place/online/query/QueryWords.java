package org.entraide.place.online.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lists of words by which a query is cut down, all folded; see {@code words.txt}. */
final class QueryWords {

  private static final Map<String, Set<String>> LISTS = load();

  /** After these comes a person. */
  static final Set<String> PERSON = list("person");

  /** After these comes a part of a building. */
  static final Set<String> BUILDING = list("building");

  /** After these comes the name of a street. */
  static final Set<String> STREET_BEFORE = list("street-before");

  /** Before these comes the name of a street. */
  static final Set<String> STREET_AFTER = list("street-after");

  /** Given names: what begins with one is no town that a service should be asked for. */
  static final Set<String> GIVEN = list("given");

  /** Words that are no part of a town's name at its beginning or its end. */
  static final Set<String> SMALL = list("small");

  /** Words that no town's name has. */
  static final Set<String> TALK = list("talk");

  /** Between a person and where that person lives. */
  static final Set<String> AT = list("at");

  private QueryWords() {}

  private static Set<String> list(String name) {
    Set<String> list = LISTS.get(name);
    if (list == null) {
      throw new IllegalStateException("words.txt has no list " + name + ".");
    }
    return Set.copyOf(list);
  }

  private static Map<String, Set<String>> load() {
    Map<String, Set<String>> lists = new HashMap<>();
    try (InputStream in = QueryWords.class.getResourceAsStream("words.txt")) {
      if (in == null) {
        throw new IllegalStateException("The list words.txt is not in the jar.");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      String name = "";
      for (@Nullable String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("[")) {
          name = line.substring(1, line.length() - 1);
        } else if (!line.startsWith("#")) {
          lists.computeIfAbsent(name, n -> new HashSet<>()).addAll(List.of(line.split(" ", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The list words.txt cannot be read.", e);
    }
    return lists;
  }
}
