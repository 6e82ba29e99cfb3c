package org.entraide.match.core;

import java.util.Arrays;

/** Numbers, first in, first out. */
final class IntQueue {

  private int[] items = new int[16];
  private int head;
  private int tail;

  boolean isEmpty() {
    return head == tail;
  }

  void clear() {
    head = 0;
    tail = 0;
  }

  void add(int item) {
    if (tail == items.length) {
      items = Arrays.copyOf(items, 2 * tail);
    }
    items[tail++] = item;
  }

  int remove() {
    int item = items[head++];
    if (head == tail) {
      head = 0;
      tail = 0;
    }
    return item;
  }
}
