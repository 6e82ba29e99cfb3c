package org.entraide.place.embedded;

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

/** Words that are no names of places, with what they do beside one: the table vocabulary.txt. */
final class PlaceVocabulary {

  private static final Map<String, Set<String>> LISTS = new HashMap<>();

  static {
    for (String line : lines("vocabulary.txt")) {
      int colon = line.indexOf(':');
      Set<String> list = LISTS.computeIfAbsent(line.substring(0, colon), k -> new HashSet<>());
      list.addAll(List.of(line.substring(colon + 1).strip().split(" ", -1)));
    }
  }

  private PlaceVocabulary() {}

  /**
   * Returns the words of a list.
   *
   * @throws IllegalArgumentException if there is none of that name, which is a mistake in the code
   */
  static Set<String> list(String name) {
    Set<String> list = LISTS.get(name);
    if (list == null) {
      throw new IllegalArgumentException("There is no list " + name + ".");
    }
    return Set.copyOf(list);
  }

  /** Returns the lines of a table beside this class, without its comments. */
  static List<String> lines(String file) {
    try (InputStream in = PlaceVocabulary.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The table " + file + " is not in the jar.");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The table " + file + " cannot be read.", e);
    }
  }
}
