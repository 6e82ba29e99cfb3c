package org.entraide.plan.layout;

import org.jspecify.annotations.Nullable;

/**
 * A cell of the daemon's, by whom it is about and not by where it is.
 *
 * @param row the key of an answer's row ({@link ResponseRow#key}) or an introduction's reference
 * @param column the column's mark
 */
public record CellKey(String row, String column) {

  /** Before the mark of a daemon's column: a text that a person typed there. */
  public static final String TYPED = "typed.";

  /** Before the mark of a column: a text that was not typed for this row's person. */
  public static final String STRAY = "stray.";

  /** Before the mark of an organisers' column: a text that was away from this row's person. */
  public static final String AWAY = "away.";

  /** Before the mark of an organisers' column: a text that went with its row, and is nowhere. */
  public static final String WENT = "went.";

  /** The golden ratio of 2^32, odd: Knuth's multiplicative hashing. */
  private static final int SPREAD = 0x9E3779B9;

  /**
   * Written out, as it is asked for some million times a pass: what a record makes of itself takes
   * several times as long by the compiler that the daemon has.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof CellKey key && row.equals(key.row) && column.equals(key.column));
  }

  /**
   * Spread out: codes and marks differ in a few letters, and a map without chains, such as the
   * immutable ones, would search long runs of neighbours.
   */
  @Override
  public int hashCode() {
    return (31 * row.hashCode() + column.hashCode()) * SPREAD;
  }
}
