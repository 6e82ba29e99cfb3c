package org.entraide.match.core;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Which residents moved, and what they had before, so that it can be taken back. */
final class ChangeLog {

  private int[] resident = new int[64];
  private int[] edgeBefore = new int[64];
  private int size;

  /** By resident, what they had at first; meaningless but for those who moved. */
  private final int[] first;

  private final boolean[] counted;

  ChangeLog(int residents) {
    first = new int[residents];
    counted = new boolean[residents];
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  int resident(int i) {
    return resident[i];
  }

  /** Returns the edge that the resident had before this change, or -1. */
  int edgeBefore(int i) {
    return edgeBefore[i];
  }

  void note(int r, int edge) {
    if (size == resident.length) {
      resident = Arrays.copyOf(resident, 2 * size);
      edgeBefore = Arrays.copyOf(edgeBefore, 2 * size);
    }
    resident[size] = r;
    edgeBefore[size++] = edge;
  }

  /** Returns by resident what those who moved had at first. */
  int[] first() {
    for (int i = size - 1; i >= 0; i--) {
      first[resident[i]] = edgeBefore[i];
    }
    return first;
  }

  /**
   * Returns how many more residents have what they have in another matching.
   *
   * @param matched the edge of each resident
   * @param target that of each in the other matching
   */
  int nearer(int[] matched, int[] target) {
    int[] had = first();
    int nearer = 0;
    for (int i = 0; i < size; i++) {
      int r = resident[i];
      if (!counted[r]) {
        counted[r] = true;
        nearer += (matched[r] == target[r] ? 1 : 0) - (had[r] == target[r] ? 1 : 0);
      }
    }
    for (int i = 0; i < size; i++) {
      counted[resident[i]] = false;
    }
    return nearer;
  }

  /** Returns one of those who moved and have not what they have in another matching, or -1. */
  int anybodyApart(int[] matched, int[] target, SplittableRandom random) {
    for (int tries = Math.min(size, 4); tries > 0; tries--) {
      int r = resident[random.nextInt(size)];
      if (matched[r] != target[r]) {
        return r;
      }
    }
    return -1;
  }
}
