package org.entraide.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The embedded table: places and countries by their folded names. */
final class Gazetteer {

  private static final Pattern BAR = Pattern.compile("\\|");
  private static final Pattern TAB = Pattern.compile("\t");

  private final Map<String, List<Entry>> byName = new HashMap<>();
  private final Set<String> everyday = new HashSet<>();
  private final Map<String, String> countries = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private int longest;

  private Gazetteer() {}

  /**
   * Reads the tables beside this class.
   *
   * @throws IllegalStateException if a table is missing or malformed, which is a fault of the build
   */
  static Gazetteer load() {
    Gazetteer gazetteer = new Gazetteer();
    read("places.tsv", 8).forEach(gazetteer::addPlace);
    read("countries.tsv", 2).forEach(gazetteer::addCountry);
    return gazetteer;
  }

  /** The places of that folded name, none if there are none. */
  List<Entry> named(String folded) {
    return byName.getOrDefault(folded, List.of());
  }

  /** Whether a name is an everyday word too, such as {@code nice} or {@code angel}. */
  boolean isEverydayWord(String folded) {
    return everyday.contains(folded);
  }

  /** The country of that folded name, null if it is none. */
  @Nullable String country(String folded) {
    return countries.get(folded);
  }

  /** How many words the longest name has. */
  int longestName() {
    return longest;
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  private void addPlace(List<String> columns) {
    String[] names = BAR.split(columns.get(0), -1);
    Entry entry =
        new Entry(
            names[0].replace("~", ""),
            new GeoPoint(Double.parseDouble(columns.get(1)), Double.parseDouble(columns.get(2))),
            Precision.valueOf(columns.get(3)),
            columns.get(4),
            Double.parseDouble(columns.get(5)),
            Integer.parseInt(columns.get(6)),
            columns.get(7));
    entries.add(entry);
    for (String name : names) {
      addName(name, entry);
    }
  }

  private void addName(String name, Entry entry) {
    String folded = Folding.name(name);
    if (name.startsWith("~")) {
      everyday.add(folded);
    }
    List<Entry> known = byName.computeIfAbsent(folded, key -> new ArrayList<>());
    if (!known.contains(entry)) {
      known.add(entry);
    }
    longest = Math.max(longest, Folding.words(folded).size());
  }

  private void addCountry(List<String> columns) {
    for (String name : BAR.split(columns.get(1), -1)) {
      String folded = Folding.name(name);
      countries.put(folded, columns.get(0));
      longest = Math.max(longest, Folding.words(folded).size());
    }
  }

  private static List<List<String>> read(String file, int width) {
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = Gazetteer.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The table " + file + " is not in the jar.");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> rows.add(columns(file, line, width)));
    } catch (IOException e) {
      throw new UncheckedIOException("The table " + file + " cannot be read.", e);
    }
    return rows;
  }

  private static List<String> columns(String file, String line, int width) {
    List<String> columns = List.of(TAB.split(line, -1));
    if (columns.size() != width) {
      throw new IllegalStateException(
          "%s: %d columns instead of %d: %s".formatted(file, columns.size(), width, line));
    }
    return columns;
  }
}
