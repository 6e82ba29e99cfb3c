package org.entraide.place.index;

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

/** The small tables of the gazetteer: countries by their names, and names that are words too. */
final class GazetteerWords {

  private final Map<String, String> countries = new HashMap<>();
  private final Set<String> everyday = new HashSet<>();

  private GazetteerWords() {}

  /** Reads the file beside this class: a country's code and a name a line, or ~ and a word. */
  static GazetteerWords load(String file) {
    GazetteerWords words = new GazetteerWords();
    try (InputStream in = GazetteerWords.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The gazetteer's file " + file + " is not in the jar.");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(words::add);
    } catch (IOException e) {
      throw new UncheckedIOException("The gazetteer's file " + file + " cannot be read.", e);
    }
    return words;
  }

  private void add(String line) {
    List<String> cells = List.of(line.split("\t", 2));
    if (cells.get(0).equals("~")) {
      everyday.add(cells.get(1));
    } else {
      countries.put(cells.get(1), cells.get(0));
    }
  }

  /** The code of the country of that normalized name; empty if it is none. */
  String country(String name) {
    return countries.getOrDefault(name, "");
  }

  boolean isEveryday(String name) {
    return everyday.contains(name);
  }
}
