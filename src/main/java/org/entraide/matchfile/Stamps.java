package org.entraide.matchfile;

/** Who was seen in the present list. */
final class Stamps {

  private final int[] seen;

  Stamps(int size) {
    seen = new int[size];
  }

  /**
   * Returns whether this is the first time.
   *
   * @param list from 1, never one that was over
   */
  boolean add(int who, int list) {
    boolean first = seen[who] != list;
    seen[who] = list;
    return first;
  }

  boolean contains(int who, int list) {
    return seen[who] == list;
  }
}
