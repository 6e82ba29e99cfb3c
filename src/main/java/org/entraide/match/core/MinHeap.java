package org.entraide.match.core;

import java.util.Arrays;

/** A binary heap of numbers with a long key; the least on top. */
public final class MinHeap {

  private long[] keys = new long[64];
  private int[] values = new int[64];
  private int size;

  public boolean isEmpty() {
    return size == 0;
  }

  public void clear() {
    size = 0;
  }

  /** Returns the least key. */
  public long least() {
    return keys[0];
  }

  public void push(long key, int value) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    int at = size++;
    while (at > 0 && keys[(at - 1) / 2] > key) {
      keys[at] = keys[(at - 1) / 2];
      values[at] = values[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    keys[at] = key;
    values[at] = value;
  }

  /** Removes the value with the least key. */
  public int pop() {
    int top = values[0];
    long key = keys[--size];
    int value = values[size];
    int at = 0;
    int child = 1;
    while (child < size) {
      child += child + 1 < size && keys[child + 1] < keys[child] ? 1 : 0;
      if (keys[child] >= key) {
        break;
      }
      keys[at] = keys[child];
      values[at] = values[child];
      at = child;
      child = 2 * at + 1;
    }
    keys[at] = key;
    values[at] = value;
    return top;
  }
}
