package org.entraide.match.core;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Whether a matching keeps capacities and is weakly stable, for the solver alone: published results
 * are checked by a scan.
 */
final class Stability {

  private Stability() {}

  /**
   * @param matched the edge of each resident, or -1
   */
  static boolean holds(Preferences given, int[] matched) {
    int[] room = given.capacity.clone();
    int[] worst = new int[room.length];
    int[] groupRoom = given.groupCapacity.clone();
    int[] groupWorst = new int[groupRoom.length];
    Arrays.fill(worst, -1);
    Arrays.fill(groupWorst, -1);
    for (int e : matched) {
      if (e >= 0) {
        int h = given.hospital[e];
        int g = given.groupOf(h);
        room[h]--;
        worst[h] = Math.max(worst[h], given.hospitalRank[e]);
        if (g >= 0) {
          groupRoom[g]--;
          groupWorst[g] = Math.max(groupWorst[g], given.hospitalRank[e]);
        }
      }
    }
    if (IntStream.concat(IntStream.of(room), IntStream.of(groupRoom)).anyMatch(it -> it < 0)) {
      return false;
    }
    for (int r = 0; r < matched.length; r++) {
      int own = matched[r] < 0 ? Integer.MAX_VALUE : given.residentRank[matched[r]];
      for (int e = given.start[r]; e < given.start[r + 1] && given.residentRank[e] < own; e++) {
        int h = given.hospital[e];
        int g = room[h] > 0 ? given.groupOf(h) : -1;
        boolean inGroup =
            g >= 0 && matched[r] >= 0 && given.groupOf(given.hospital[matched[r]]) == g;
        boolean groupTakes =
            g < 0 || inGroup || groupRoom[g] > 0 || groupWorst[g] > given.hospitalRank[e];
        if (room[h] > 0 ? groupTakes : worst[h] > given.hospitalRank[e]) {
          return false;
        }
      }
    }
    return true;
  }
}
