package org.entraide.match.core;

import java.util.Arrays;

/**
 * Strict orders that break the ties of ranked items, one for each owner: in constant time an item
 * goes to the front of its tie, and back again.
 */
final class TieOrder {

  private static final int NONE = -1;

  /** Lower is better; keys of items of one owner differ. */
  private final long[] key;

  private final int[] rank;
  private final int[] first;
  private final int[] next;
  private final int[] previous;
  private final int[] tie;
  private final int[] firstOfTie;

  /** What was done since {@link #begin}: the item, what it was behind, and its key. */
  private int[] item = new int[16];

  private int[] behind = new int[16];
  private long[] keyBefore = new long[16];
  private int done;
  private int front;

  /**
   * @param owners how many there are
   * @param owner of each item
   * @param rank of each item, at least 0; lower is better, equal is a tie
   */
  TieOrder(int owners, int[] owner, int[] rank) {
    this.rank = rank;
    int items = owner.length;
    key = new long[items];
    next = new int[items];
    previous = new int[items];
    tie = new int[items];
    firstOfTie = new int[items];
    first = new int[owners];
    Arrays.fill(first, NONE);
    int[] start = new int[owners + 1];
    for (int o : owner) {
      start[o + 1]++;
    }
    Arrays.parallelPrefix(start, Integer::sum);
    long[] sorted = new long[items];
    int[] fill = Arrays.copyOf(start, owners);
    for (int i = 0; i < items; i++) {
      sorted[fill[owner[i]]++] = ((long) rank[i] << Integer.SIZE) | i;
      key[i] = ((long) rank[i] << Integer.SIZE) + i;
    }
    int ties = 0;
    for (int o = 0; o < owners; o++) {
      Arrays.sort(sorted, start[o], start[o + 1]);
      int last = NONE;
      for (int at = start[o]; at < start[o + 1]; at++) {
        int i = (int) sorted[at];
        boolean another = last < 0 || rank[last] != rank[i];
        if (another) {
          firstOfTie[ties++] = i;
        }
        tie[i] = ties - 1;
        link(i, last, NONE, o);
        last = i;
      }
    }
  }

  private void link(int i, int predecessor, int successor, int owner) {
    previous[i] = predecessor;
    next[i] = successor;
    if (predecessor >= 0) {
      next[predecessor] = i;
    } else {
      first[owner] = i;
    }
    if (successor >= 0) {
      previous[successor] = i;
    }
  }

  /** Returns the best item of an owner, or -1. */
  int first(int owner) {
    return first[owner];
  }

  /** Returns the next best item of the same owner, or -1. */
  int next(int i) {
    return next[i];
  }

  /** Returns a number that is lower for the better of two items of one owner. */
  long key(int i) {
    return key[i];
  }

  /** What is done from now on can be taken back; what was done before stays. */
  void begin() {
    done = 0;
  }

  /** Moves an item to the front of its tie. */
  void prefer(int i, int owner) {
    int head = firstOfTie[tie[i]];
    if (head == i) {
      return;
    }
    if (done == item.length) {
      item = Arrays.copyOf(item, 2 * done);
      behind = Arrays.copyOf(behind, 2 * done);
      keyBefore = Arrays.copyOf(keyBefore, 2 * done);
    }
    item[done] = i;
    behind[done] = previous[i];
    keyBefore[done++] = key[i];
    unlink(i, owner);
    link(i, previous[head], head, owner);
    firstOfTie[tie[i]] = i;
    key[i] = ((long) rank[i] << Integer.SIZE) + --front;
  }

  private void unlink(int i, int owner) {
    if (previous[i] >= 0) {
      next[previous[i]] = next[i];
    } else {
      first[owner] = next[i];
    }
    if (next[i] >= 0) {
      previous[next[i]] = previous[i];
    }
  }

  /**
   * Takes the last change back that was not taken back yet; false when there is none.
   *
   * @param owner of each item
   */
  boolean takeBack(int[] owner) {
    if (done == 0) {
      return false;
    }
    int i = item[--done];
    firstOfTie[tie[i]] = next[i];
    unlink(i, owner[i]);
    link(i, behind[done], next[behind[done]], owner[i]);
    key[i] = keyBefore[done];
    return true;
  }
}
