package org.entraide.match.core;

import java.util.Arrays;

/** Makes a matching of what was one before capacities changed. */
final class WithinCapacity {

  private WithinCapacity() {}

  /**
   * Returns the edges that fit: a hospital or group that has more residents than places keeps those
   * whom it likes most.
   *
   * @param matched the edge of each resident, or -1
   */
  static int[] kept(Preferences preferences, int[] matched) {
    long[] order = new long[matched.length];
    for (int r = 0; r < matched.length; r++) {
      long rank = matched[r] < 0 ? 0 : preferences.hospitalRank[matched[r]];
      order[r] = (rank << Integer.SIZE) | r;
    }
    Arrays.sort(order);
    int[] room = preferences.capacity.clone();
    int[] groupRoom = preferences.groupCapacity.clone();
    int[] kept = new int[matched.length];
    for (long item : order) {
      int r = (int) item;
      int h = matched[r] < 0 ? -1 : preferences.hospital[matched[r]];
      int g = h < 0 ? -1 : preferences.groupOf(h);
      boolean fits = h >= 0 && room[h] > 0 && (g < 0 || groupRoom[g] > 0);
      kept[r] = fits ? matched[r] : -1;
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
