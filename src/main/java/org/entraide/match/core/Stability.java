package org.entraide.match.core;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Whether a matching keeps capacities and is weakly stable, for the solver alone: published results
 * are checked by a scan.
 */
final class Stability {

  private final Preferences preferences;
  private final int[] matched;
  private final int[] room;
  private final int[] worst;
  private final int[] groupRoom;
  private final int[] groupWorst;

  private Stability(Preferences preferences, int[] matched) {
    this.preferences = preferences;
    this.matched = matched;
    room = preferences.capacity.clone();
    worst = new int[room.length];
    groupRoom = preferences.groupCapacity.clone();
    groupWorst = new int[groupRoom.length];
    Arrays.fill(worst, -1);
    Arrays.fill(groupWorst, -1);
    for (int e : matched) {
      if (e >= 0) {
        int h = preferences.hospital[e];
        int g = preferences.groupOf(h);
        room[h]--;
        worst[h] = Math.max(worst[h], preferences.hospitalRank[e]);
        if (g >= 0) {
          groupRoom[g]--;
          groupWorst[g] = Math.max(groupWorst[g], preferences.hospitalRank[e]);
        }
      }
    }
  }

  /**
   * @param matched the edge of each resident, or -1
   */
  static boolean holds(Preferences preferences, int[] matched) {
    return new Stability(preferences, matched).holds();
  }

  /**
   * Is called for edges because of which a matching is not stable: those that block, and those to a
   * hospital or a group that has more residents than places.
   */
  static void violations(Preferences preferences, int[] matched, IntConsumer action) {
    Stability stability = new Stability(preferences, matched);
    for (int r = 0; r < matched.length; r++) {
      if (matched[r] >= 0 && stability.isTooFull(preferences.hospital[matched[r]])) {
        action.accept(matched[r]);
      }
      stability.blocking(r, action);
    }
  }

  private boolean isTooFull(int h) {
    int g = preferences.groupOf(h);
    return room[h] < 0 || (g >= 0 && groupRoom[g] < 0);
  }

  private boolean holds() {
    if (IntStream.concat(IntStream.of(room), IntStream.of(groupRoom)).anyMatch(it -> it < 0)) {
      return false;
    }
    boolean[] some = new boolean[1];
    for (int r = 0; r < matched.length && !some[0]; r++) {
      blocking(r, e -> some[0] = true);
    }
    return !some[0];
  }

  private void blocking(int r, IntConsumer action) {
    int own = matched[r] < 0 ? Integer.MAX_VALUE : preferences.residentRank[matched[r]];
    int ownGroup = matched[r] < 0 ? -1 : preferences.groupOf(preferences.hospital[matched[r]]);
    for (int e = preferences.start[r];
        e < preferences.start[r + 1] && preferences.residentRank[e] < own;
        e++) {
      int h = preferences.hospital[e];
      int g = preferences.groupOf(h);
      boolean groupTakes =
          g < 0 || g == ownGroup || groupRoom[g] > 0 || groupWorst[g] > preferences.hospitalRank[e];
      if (room[h] > 0 ? groupTakes : worst[h] > preferences.hospitalRank[e]) {
        action.accept(e);
      }
    }
  }
}
