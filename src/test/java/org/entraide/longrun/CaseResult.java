package org.entraide.longrun;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a case ended: a line of {@code cases.tsv}.
 *
 * @param id family and case
 * @param label the case in words
 * @param seconds it took
 * @param end whether it is well
 * @param counts what it says of itself, such as its requests
 * @param words the first line of what was wrong, or why it did not run; empty if it is well
 */
record CaseResult(
    String id, String label, double seconds, End end, Map<String, Long> counts, String words) {

  private static final int COLUMNS = 6;
  private static final int MOST_WORDS = 500;

  /** The ends of a case. */
  enum End {
    OK,
    FOUND,
    /** The machine lacks something that it needs. */
    SKIPPED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  CaseResult {
    label = oneLine(label);
    words = oneLine(words);
  }

  /** The name of the family. */
  String family() {
    return id.substring(0, id.indexOf(':'));
  }

  String line() {
    return String.join(
        "\t",
        id,
        String.format(Locale.ROOT, "%.3f", seconds),
        end.word(),
        label,
        counts.entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue())
            .collect(Collectors.joining(" ")),
        words);
  }

  /** The results by their ids. Of two with one id the later counts; a line cut off is none. */
  static Map<String, CaseResult> parse(List<String> lines) {
    Map<String, CaseResult> results = new LinkedHashMap<>();
    for (String line : lines) {
      parse(line).ifPresent(result -> results.put(result.id(), result));
    }
    return results;
  }

  private static Optional<CaseResult> parse(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS || columns[0].indexOf(':') < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new CaseResult(
              columns[0],
              columns[3],
              Double.parseDouble(columns[1]),
              End.valueOf(columns[2].toUpperCase(Locale.ROOT)),
              counts(columns[4]),
              columns[5]));
    } catch (IllegalArgumentException e) { // cut off within a column
      return Optional.empty();
    }
  }

  private static Map<String, Long> counts(String words) {
    Map<String, Long> counts = new TreeMap<>();
    for (String word : words.isEmpty() ? new String[0] : words.split(" ", -1)) {
      int equals = word.indexOf('=');
      counts.put(word.substring(0, Math.max(0, equals)), Long.valueOf(word.substring(equals + 1)));
    }
    return counts;
  }

  /** The first line that says something. */
  private static String oneLine(String text) {
    String line =
        text.lines().filter(it -> !it.isBlank()).findFirst().orElse("").replace('\t', ' ').strip();
    return line.length() > MOST_WORDS ? line.substring(0, MOST_WORDS) : line;
  }

  /** Sums by name. */
  static Map<String, Long> sums(List<CaseResult> results) {
    Map<String, Long> sums = new TreeMap<>();
    for (CaseResult result : results) {
      result.counts().forEach((name, count) -> sums.merge(name, count, Long::sum));
    }
    return sums;
  }
}
