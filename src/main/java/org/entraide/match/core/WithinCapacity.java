package org.entraide.match.core;

import java.util.Arrays;

/** Makes a matching of what was one before capacities changed. */
final class WithinCapacity {

  private WithinCapacity() {}

  /**
   * Returns the edges that fit: a hospital or group that has more residents than places keeps those
   * whom it likes most.
   *
   * @param before the edge of each resident, or -1
   */
  static int[] kept(Preferences given, int[] before) {
    long[] order = new long[before.length];
    for (int r = 0; r < before.length; r++) {
      long rank = before[r] < 0 ? 0 : given.hospitalRank[before[r]];
      order[r] = (rank << Integer.SIZE) | r;
    }
    Arrays.sort(order);
    int[] room = given.capacity.clone();
    int[] groupRoom = given.groupCapacity.clone();
    int[] kept = new int[before.length];
    for (long item : order) {
      int r = (int) item;
      int h = before[r] < 0 ? -1 : given.hospital[before[r]];
      int g = h < 0 ? -1 : given.groupOf(h);
      boolean fits = h >= 0 && room[h] > 0 && (g < 0 || groupRoom[g] > 0);
      kept[r] = fits ? before[r] : -1;
      if (fits) {
        room[h]--;
        if (g >= 0) {
          groupRoom[g]--;
        }
      }
    }
    return kept;
  }
}
