package org.entraide.match.state;

import java.util.Arrays;

/** A set of ordered pairs of people, for when nearly everybody has few or none. */
final class PairSet {

  private static final int[] NONE = {};

  private final int[][] rows;

  PairSet(int people) {
    rows = new int[people][];
    Arrays.fill(rows, NONE);
  }

  boolean contains(int person, int helper) {
    int[] row = rows[person];
    return row.length > 0 && Arrays.binarySearch(row, helper) >= 0;
  }

  /** Returns everybody who is paired with a person, in order; not to be changed. */
  int[] row(int person) {
    return rows[person];
  }

  void add(int person, int helper) {
    int[] row = rows[person];
    int position = Arrays.binarySearch(row, helper);
    if (position >= 0) {
      return;
    }
    int at = -position - 1;
    int[] longer = new int[row.length + 1];
    System.arraycopy(row, 0, longer, 0, at);
    longer[at] = helper;
    System.arraycopy(row, at, longer, at + 1, row.length - at);
    rows[person] = longer;
  }
}
