package org.entraide.match.core;

import java.util.Arrays;

/** A set of small numbers of which any can be taken by its position. */
final class IntPool {

  private final int[] items;
  private final int[] position;
  private int size;

  /**
   * @param most numbers are from 0 to less than this
   */
  IntPool(int most) {
    items = new int[most];
    position = new int[most];
    Arrays.fill(position, -1);
  }

  int size() {
    return size;
  }

  int get(int at) {
    return items[at];
  }

  void add(int item) {
    position[item] = size;
    items[size++] = item;
  }

  /** Does nothing where the number is not in the set. */
  void remove(int item) {
    if (position[item] >= 0) {
      int last = items[--size];
      items[position[item]] = last;
      position[last] = position[item];
      position[item] = -1;
    }
  }
}
