package org.entraide.plan;

import org.jspecify.annotations.Nullable;

/**
 * A cell of the daemon's, by whom it is about and not by where it stands.
 *
 * @param reference the key of an answer's row ({@link ResponseRow#key}) or an introduction's
 *     reference
 * @param column the column's mark
 */
public record CellKey(String reference, String column) {

  /** The golden ratio of 2^32, odd: Knuth's multiplicative hashing. */
  private static final int SPREAD = 0x9E3779B9;

  /**
   * Written out, as it is asked for some million times a pass: what a record makes of itself takes
   * several times as long by the compiler that the daemon has.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof CellKey key
            && reference.equals(key.reference)
            && column.equals(key.column));
  }

  /**
   * Spread out: codes and marks differ in a few letters, and a map without chains, such as the
   * immutable ones, would search long runs of neighbours.
   */
  @Override
  public int hashCode() {
    return (31 * reference.hashCode() + column.hashCode()) * SPREAD;
  }
}
