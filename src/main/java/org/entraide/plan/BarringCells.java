package org.entraide.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * In which cells <i>Exclu</i> is said, and in which it is not: the instruction and the status of
 * each row. To clear the cell takes it back, and so does another order; a note that somebody types
 * over it does not.
 */
final class BarringCells {

  private static final String STATUS = "/status";

  private final int tab;
  private final Map<String, Set<String>> saying = new HashMap<>(); // by fingerprint
  private final Set<String> clear = new HashSet<>();

  /**
   * @param tab Google's number for the tab of the answers
   */
  BarringCells(int tab) {
    this.tab = tab;
  }

  /** What a cell says of a bar. */
  enum Says {
    BARRED,
    /** Something that is no order: whether it still holds nobody knows. */
    A_NOTE,
    /** Nothing, or that something else is to be done. */
    OTHERWISE
  }

  /** One row. */
  void read(String fingerprint, Says instruction, Says status) {
    String row = Bar.row(tab, fingerprint);
    read(fingerprint, row, instruction);
    read(fingerprint, row + STATUS, status);
  }

  private void read(String fingerprint, String cell, Says says) {
    if (says == Says.BARRED) {
      saying.computeIfAbsent(fingerprint, row -> new HashSet<>()).add(cell);
    } else if (says == Says.OTHERWISE) {
      clear.add(cell);
    }
  }

  /** Of a row, the cells that say it. */
  Set<String> saying(String fingerprint) {
    return saying.getOrDefault(fingerprint, Set.of());
  }

  /** Of all rows, the cells that do not. */
  Set<String> clear() {
    Set<String> all = new HashSet<>(clear);
    saying.values().forEach(all::removeAll); // rows of equal content
    return all;
  }
}
