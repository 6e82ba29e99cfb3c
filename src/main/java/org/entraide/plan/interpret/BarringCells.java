package org.entraide.plan.interpret;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In which cells <i>Exclu</i> is said, and in which it is not: the instruction and the status of
 * each row. To clear the cell takes it back, and so does another order. A note that somebody types
 * over it does not, nor does what is moved there from another row or hits it in a write that people
 * overtook, nor another order in its cell while the word is beside somebody else, nor the deletion
 * of one of several rows of equal content, nor an older version of the row that is put back.
 *
 * <p>A cell is named by the tab and the row's content, {@code /status} for the status, and the
 * number of rows that have this content where there are several.
 */
final class BarringCells {

  private static final String STATUS = "/status";

  private final int tab;
  private final Map<String, Integer> rows = new HashMap<>(); // how many of a content
  private final Map<String, Map<String, Says>> cells = new HashMap<>(); // by content
  private final Map<String, String> former = new HashMap<>(); // contents now, by those before

  /**
   * @param tab Google's number for the tab of the answers
   */
  BarringCells(int tab) {
    this.tab = tab;
  }

  /** What a cell says of a bar; what counts most comes last. */
  enum Says {
    /** What an older version of the row said, which somebody put back. */
    WHAT_IT_SAID,
    /** Nothing, or that something else is to be done. */
    OTHERWISE,
    /**
     * Something that is no order, or was not typed for the row, or an order that was typed while
     * the word is beside somebody else: nobody knows whether the bar holds.
     */
    A_NOTE,
    BARRED
  }

  /** One row. */
  void read(String fingerprint, Says instruction, Says status) {
    rows.merge(fingerprint, 1, Integer::sum);
    Map<String, Says> row = cells.computeIfAbsent(fingerprint, f -> new HashMap<>());
    row.merge("", instruction, BarringCells::more);
    row.merge(STATUS, status, BarringCells::more);
  }

  /**
   * Takes note that an answer was edited: what was beside the former contents was in this row.
   *
   * @param formerFingerprint contents that no row has any more
   */
  void edited(String formerFingerprint, String fingerprint) {
    former.put(formerFingerprint, fingerprint);
  }

  private static Says more(Says one, Says other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private String name(String fingerprint, String column, int number) {
    return tab + "/" + fingerprint + column + (number == 1 ? "" : "/" + number);
  }

  /** Of the rows of a content, the cells that say it. */
  Set<String> saying(String fingerprint) {
    int number = rows.getOrDefault(fingerprint, 1);
    return cells.getOrDefault(fingerprint, Map.of()).entrySet().stream()
        .filter(cell -> cell.getValue() == Says.BARRED)
        .map(cell -> name(fingerprint, cell.getKey(), number))
        .collect(Collectors.toSet());
  }

  /**
   * Whether a row of that content is there.
   *
   * @param cell that it had, as {@link #saying} names it
   */
  boolean hasRowOf(String cell) {
    String[] parts = cell.split("/", -1);
    return parts[0].equals(String.valueOf(tab)) && rows.containsKey(parts[1]);
  }

  /** Of all rows, the cells that do not, by the contents that they have and had. */
  Set<String> clear() {
    Set<String> clear = new HashSet<>();
    cells.forEach(
        (fingerprint, row) ->
            row.forEach(
                (column, says) -> {
                  int number = says == Says.OTHERWISE ? rows.getOrDefault(fingerprint, 1) : 0;
                  for (int equal = 1; equal <= number; equal++) {
                    clear.add(name(fingerprint, column, equal));
                  }
                }));
    former.forEach(
        (formerFingerprint, now) ->
            cells
                .getOrDefault(now, Map.of())
                .forEach(
                    (column, says) -> {
                      if (says == Says.OTHERWISE) {
                        clear.add(name(formerFingerprint, column, 1));
                      }
                    }));
    return clear;
  }
}
