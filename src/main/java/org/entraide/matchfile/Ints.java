package org.entraide.matchfile;

import java.util.Arrays;

/** A list of ints that grows. */
final class Ints {

  private int[] values = new int[16];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(size + 1, size + (size >> 1)));
    }
    values[size++] = value;
  }

  void clear() {
    size = 0;
  }

  int get(int i) {
    return values[i];
  }

  int size() {
    return size;
  }

  /** The values, without what is spare. */
  int[] toArray() {
    return Arrays.copyOf(values, size);
  }

  /** The position of a value in a list that increases, or something negative. */
  int search(int value) {
    // identifiers are nearly always 1, 2, 3…
    return value >= 1 && value <= size && values[value - 1] == value
        ? value - 1
        : Arrays.binarySearch(values, 0, size, value);
  }
}
