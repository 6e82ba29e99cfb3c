package org.entraide.match.core;

import java.util.Arrays;

/**
 * Who sits in which hospital: for each a binary heap with its worst resident on top, in an array
 * that grows with its residents. A resident sits in one hospital at most. Keys order residents:
 * larger is worse; the low {@value #RESIDENT_BITS} bits are the resident.
 */
public final class HospitalSeats {

  public static final int RESIDENT_BITS = 26;
  private static final long RESIDENT = (1L << RESIDENT_BITS) - 1;
  private static final long[] NONE = {};
  private static final int FIRST_ROW = 2;

  private final int[] capacity;
  private final int[] size;
  private final long[][] heap;
  private final int[] slot;
  private final boolean[] everFull;

  /**
   * @param capacity of each hospital
   */
  public HospitalSeats(int residents, int[] capacity) {
    this.capacity = capacity;
    int hospitals = capacity.length;
    everFull = new boolean[hospitals];
    for (int h = 0; h < hospitals; h++) {
      everFull[h] = capacity[h] == 0;
    }
    size = new int[hospitals];
    heap = new long[hospitals][];
    Arrays.fill(heap, NONE);
    slot = new int[residents];
    Arrays.fill(slot, -1);
  }

  public static int residentOf(long key) {
    return (int) (key & RESIDENT);
  }

  public int size(int h) {
    return size[h];
  }

  public boolean hasRoom(int h) {
    return size[h] < capacity[h];
  }

  /** Returns whether the hospital has been full at some time; once true it stays true. */
  boolean wasEverFull(int h) {
    return everFull[h];
  }

  /** Returns the key of the worst resident there, or -1 when there is none. */
  public long worst(int h) {
    return size[h] == 0 ? -1 : heap[h][0];
  }

  public void add(int h, long key) {
    int at = size[h]++;
    if (at == heap[h].length) {
      heap[h] = Arrays.copyOf(heap[h], Math.min(capacity[h], Math.max(FIRST_ROW, 2 * at)));
    }
    everFull[h] |= size[h] == capacity[h];
    siftUp(heap[h], at, key);
  }

  public void remove(int h, int resident) {
    long[] row = heap[h];
    int at = slot[resident];
    int last = --size[h];
    slot[resident] = -1;
    if (at != last) {
      long moved = row[last];
      siftUp(row, at, moved);
      siftDown(row, last, slot[residentOf(moved)], moved);
    }
  }

  private void siftUp(long[] row, int from, long key) {
    int at = from;
    while (at > 0) {
      int parent = (at - 1) / 2;
      if (row[parent] >= key) {
        break;
      }
      put(row, at, row[parent]);
      at = parent;
    }
    put(row, at, key);
  }

  private void siftDown(long[] row, int length, int from, long key) {
    int at = from;
    while (true) {
      int child = 2 * at + 1;
      if (child >= length) {
        break;
      }
      if (child + 1 < length && row[child + 1] > row[child]) {
        child++;
      }
      if (row[child] <= key) {
        break;
      }
      put(row, at, row[child]);
      at = child;
    }
    put(row, at, key);
  }

  private void put(long[] row, int at, long key) {
    row[at] = key;
    slot[residentOf(key)] = at;
  }
}
