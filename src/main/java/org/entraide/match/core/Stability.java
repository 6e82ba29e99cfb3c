package org.entraide.match.core;

import java.util.Arrays;

/**
 * Whether a matching is weakly stable, for the solver alone: published results are checked by a
 * scan.
 */
final class Stability {

  private Stability() {}

  /**
   * @param matched the edge of each resident, or -1
   */
  static boolean holds(Preferences given, int[] matched) {
    int[] room = given.capacity.clone();
    int[] worst = new int[room.length];
    Arrays.fill(worst, -1);
    for (int e : matched) {
      if (e >= 0) {
        room[given.hospital[e]]--;
        worst[given.hospital[e]] = Math.max(worst[given.hospital[e]], given.hospitalRank[e]);
      }
    }
    for (int r = 0; r < matched.length; r++) {
      int own = matched[r] < 0 ? Integer.MAX_VALUE : given.residentRank[matched[r]];
      for (int e = given.start[r]; e < given.start[r + 1] && given.residentRank[e] < own; e++) {
        int h = given.hospital[e];
        if (room[h] > 0 || worst[h] > given.hospitalRank[e]) {
          return false;
        }
      }
    }
    return true;
  }
}
