package org.entraide.longrun;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Tests of one kind, as a line of {@code families.tsv} says.
 *
 * @param name for options and tables
 * @param test the class
 * @param size how many, where that can be chosen; else 0
 * @param settings system properties that the class reads
 * @param seconds that one case took, by itself, where the file was measured
 * @param scales whether a case takes less time on a faster machine
 */
record Family(
    String name,
    String test,
    int size,
    Map<String, String> settings,
    double seconds,
    boolean scales) {

  /** The family whose cases tell how fast a machine is. */
  static final String MEASURE = "stories";

  private static final String ALL = "all";

  /** All of them, in the order in which they run. */
  static List<Family> all() {
    try (InputStream file = Family.class.getResourceAsStream("families.tsv")) {
      return parse(
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the lines of the file; those that begin with {@code #} are comments. */
  static List<Family> parse(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(
            columns ->
                new Family(
                    columns[0],
                    columns[1],
                    Integer.parseInt(columns[2]),
                    settings(columns[3]),
                    Double.parseDouble(columns[4]),
                    columns[5].equals("scales")))
        .toList();
  }

  private static Map<String, String> settings(String words) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String word : words.split(" ", -1)) {
      int equals = word.indexOf('=');
      settings.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return settings;
  }

  /**
   * The families that are asked for.
   *
   * @param words {@code all}, or names, each with a size after a colon or without, and commas
   *     between them
   * @throws IllegalArgumentException for a name that is not known, or a size where there is none
   */
  static List<Family> chosen(List<Family> all, String words) {
    if (words.equals(ALL)) {
      return all;
    }
    Map<String, Integer> sizes = new HashMap<>();
    for (String word : words.split(",", -1)) {
      String[] parts = word.strip().split(":", 2);
      Family family =
          all.stream()
              .filter(it -> it.name().equals(parts[0]))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "There is no family \"%s\". Maybe one of %s is meant."
                              .formatted(parts[0], all.stream().map(Family::name).toList())));
      if (parts.length == 2 && family.size() == 0) {
        throw new IllegalArgumentException(
            "The family \"%s\" has no size to choose.".formatted(parts[0]));
      }
      sizes.put(parts[0], parts.length == 2 ? Integer.parseInt(parts[1]) : family.size());
    }
    List<Family> chosen = new ArrayList<>();
    for (Family family : all) {
      if (sizes.containsKey(family.name())) {
        chosen.add(family.sized(sizes.get(family.name())));
      }
    }
    return chosen;
  }

  /** The same with another size. */
  Family sized(int other) {
    return new Family(name, test, other, settings, seconds, scales);
  }

  /** The same with another time for a case. */
  Family costing(double other) {
    return new Family(name, test, size, settings, other, scales);
  }

  /** What the class is to read, where the seeds begin with one. */
  Map<String, String> properties(long first) {
    Map<String, String> properties = new LinkedHashMap<>();
    settings.forEach(
        (key, value) ->
            properties.put(
                key,
                value
                    .replace("{size}", String.valueOf(size))
                    .replace("{first}", String.valueOf(first))));
    return properties;
  }

  /** Whether its cases depend on the first seed. */
  boolean isSeeded() {
    return settings.containsValue("{first}");
  }

  /** Its line of the file. */
  String line() {
    return String.join(
        "\t",
        Arrays.asList(
            name,
            test,
            String.valueOf(size),
            settings.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .reduce((a, b) -> a + " " + b)
                .orElse(""),
            String.format(Locale.ROOT, "%.2f", seconds),
            scales ? "scales" : "same"));
  }
}
