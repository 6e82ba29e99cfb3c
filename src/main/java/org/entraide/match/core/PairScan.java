package org.entraide.match.core;

import java.util.Arrays;

/**
 * Counts the pairs that block a matching of an abstract instance: those in which the resident is
 * unmatched or strictly prefers the hospital, and the hospital has room or strictly prefers the
 * resident to somebody it got; where the hospital is in a group and has room, the group has room or
 * the resident, or strictly prefers the resident to somebody it got. One pass over all pairs; it
 * shares no code with the solver.
 */
final class PairScan {

  private PairScan() {}

  /**
   * @param matched the edge of each resident, or -1
   * @throws IllegalArgumentException if it is not a matching
   */
  static long blockingPairs(Preferences preferences, int[] matched) {
    int[] room = preferences.capacity.clone();
    int[] worst = new int[room.length];
    Arrays.fill(worst, -1);
    int[] groupRoom = preferences.groupCapacity.clone();
    int[] groupWorst = new int[groupRoom.length];
    Arrays.fill(groupWorst, -1);
    for (int r = 0; r < matched.length; r++) {
      int e = matched[r];
      if (e < 0) {
        continue;
      }
      int h = preferences.hospital[e];
      int g = preferences.groupOf(h);
      boolean own = e >= preferences.start[r] && e < preferences.start[r + 1];
      if (!own || --room[h] < 0 || (g >= 0 && --groupRoom[g] < 0)) {
        throw new IllegalArgumentException("Not a matching: resident %d.".formatted(r));
      }
      worst[h] = Math.max(worst[h], preferences.hospitalRank[e]);
      if (g >= 0) {
        groupWorst[g] = Math.max(groupWorst[g], preferences.hospitalRank[e]);
      }
    }
    long count = 0;
    for (int r = 0; r < matched.length; r++) {
      int own = matched[r] < 0 ? Integer.MAX_VALUE : preferences.residentRank[matched[r]];
      int ownGroup = matched[r] < 0 ? -1 : preferences.groupOf(preferences.hospital[matched[r]]);
      for (int e = preferences.start[r]; e < preferences.start[r + 1]; e++) {
        int h = preferences.hospital[e];
        boolean wants = matched[r] < 0 || preferences.residentRank[e] < own;
        boolean taken = preferences.hospitalRank[e] < worst[h];
        if (room[h] > 0) {
          int g = preferences.groupOf(h);
          boolean groupHasRoom = g < 0 || g == ownGroup || groupRoom[g] > 0;
          taken = groupHasRoom || preferences.hospitalRank[e] < groupWorst[g];
        }
        count += wants && taken ? 1 : 0;
      }
    }
    return count;
  }
}
