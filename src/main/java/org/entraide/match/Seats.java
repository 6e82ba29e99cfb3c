package org.entraide.match;

import java.util.Arrays;

/**
 * Who sits in which hospital: for each a binary heap with its worst resident on top, all in one
 * array. A resident sits in one hospital at most. Keys order residents: larger is worse; the low
 * {@value #RESIDENT_BITS} bits are the resident.
 */
final class Seats {

  static final int RESIDENT_BITS = 26;
  private static final long RESIDENT = (1L << RESIDENT_BITS) - 1;

  private final int[] capacity;
  private final int[] offset;
  private final int[] size;
  private final long[] heap;
  private final int[] slot;
  private final boolean[] everFull;

  Seats(Preferences preferences) {
    capacity = preferences.capacity;
    int hospitals = preferences.hospitals();
    int[] degree = new int[hospitals];
    for (int h : preferences.hospital) {
      degree[h]++;
    }
    offset = new int[hospitals + 1];
    everFull = new boolean[hospitals];
    for (int h = 0; h < hospitals; h++) {
      offset[h + 1] = offset[h] + Math.min(capacity[h], degree[h]);
      everFull[h] = capacity[h] == 0;
    }
    size = new int[hospitals];
    heap = new long[offset[hospitals]];
    slot = new int[preferences.residents()];
    Arrays.fill(slot, -1);
  }

  static int residentOf(long key) {
    return (int) (key & RESIDENT);
  }

  boolean hasRoom(int h) {
    return size[h] < capacity[h];
  }

  /** Tells whether the hospital has been full at some time; once true it stays true. */
  boolean everFull(int h) {
    return everFull[h];
  }

  /** Returns the key of the worst resident there, or -1 when there is none. */
  long worst(int h) {
    return size[h] == 0 ? -1 : heap[offset[h]];
  }

  void add(int h, long key) {
    int at = offset[h] + size[h]++;
    everFull[h] |= size[h] == capacity[h];
    siftUp(offset[h], at, key);
  }

  void remove(int h, int resident) {
    int base = offset[h];
    int at = slot[resident];
    int last = base + --size[h];
    slot[resident] = -1;
    if (at != last) {
      long moved = heap[last];
      siftUp(base, at, moved);
      siftDown(base, size[h], slot[residentOf(moved)], moved);
    }
  }

  private void siftUp(int base, int from, long key) {
    int at = from;
    while (at > base) {
      int parent = base + (at - base - 1) / 2;
      if (heap[parent] >= key) {
        break;
      }
      put(at, heap[parent]);
      at = parent;
    }
    put(at, key);
  }

  private void siftDown(int base, int length, int from, long key) {
    int at = from;
    while (true) {
      int child = base + 2 * (at - base) + 1;
      if (child >= base + length) {
        break;
      }
      if (child + 1 < base + length && heap[child + 1] > heap[child]) {
        child++;
      }
      if (heap[child] <= key) {
        break;
      }
      put(at, heap[child]);
      at = child;
    }
    put(at, key);
  }

  private void put(int at, long key) {
    heap[at] = key;
    slot[residentOf(key)] = at;
  }
}
