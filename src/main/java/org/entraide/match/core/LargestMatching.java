package org.entraide.match.core;

import java.util.Arrays;

/**
 * The size of a largest matching with capacities, stable or not: an upper bound for any.
 *
 * <p>Hopcroft and Karp, "An n^5/2 algorithm for maximum matchings in bipartite graphs", SIAM J.
 * Comput. 2 (1973) 225-231, on hospitals with several places, started from a given matching: phases
 * of a breadth-first search that layers the residents by their distance from the unmatched, and
 * depth-first searches that augment along a maximal set of disjoint shortest paths. {@code O(m
 * sqrt(n))}; few phases when the start is nearly largest. No recursion: paths may be long.
 */
public final class LargestMatching {

  private final Preferences preferences;
  private final int[] matched;
  private final int[] room;

  /** The residents of each hospital at the start of a phase, and how far they were tried in it. */
  private final int[] seats;

  private final int[] seatStart;
  private final int[] seatNext;

  private final int[] layer;
  private final int[] hospitalLayer;
  private final int[] next;
  private final int[] queue;

  private LargestMatching(Preferences preferences, int[] matched) {
    this.preferences = preferences;
    this.matched = matched.clone();
    room = preferences.capacity.clone();
    int residents = preferences.residents();
    seats = new int[residents];
    seatStart = new int[room.length + 1];
    seatNext = new int[room.length];
    layer = new int[residents];
    hospitalLayer = new int[room.length];
    next = new int[residents];
    queue = new int[residents];
    for (int e : matched) {
      if (e >= 0) {
        room[preferences.hospital[e]]--;
      }
    }
  }

  /**
   * The size of a largest matching.
   *
   * @param matched a matching to start from: the edge of each resident, or -1
   */
  public static int size(Preferences preferences, int[] matched) {
    return TieWalk.size(matching(preferences, matched));
  }

  /**
   * Returns a largest matching: the edge of each resident, or -1.
   *
   * @param matched a matching to start from, likewise
   */
  static int[] matching(Preferences preferences, int[] matched) {
    if (preferences.hasGroups()) {
      return new GroupAugmentation(preferences, matched).largest();
    }
    LargestMatching search = new LargestMatching(preferences, matched);
    while (search.layOut()) {
      search.augment();
    }
    return search.matched;
  }

  private void listSeats() {
    Arrays.fill(seatStart, 0);
    for (int e : matched) {
      if (e >= 0) {
        seatStart[preferences.hospital[e] + 1]++;
      }
    }
    for (int h = 0; h < room.length; h++) {
      seatStart[h + 1] += seatStart[h];
      seatNext[h] = seatStart[h];
    }
    for (int r = 0; r < matched.length; r++) {
      if (matched[r] >= 0) {
        seats[seatNext[preferences.hospital[matched[r]]]++] = r;
      }
    }
    System.arraycopy(seatStart, 0, seatNext, 0, room.length);
  }

  /** Layers residents and hospitals; false when nobody unmatched reaches a hospital with room. */
  private boolean layOut() {
    listSeats();
    Arrays.fill(layer, -1);
    Arrays.fill(hospitalLayer, -1);
    int tail = 0;
    for (int r = 0; r < matched.length; r++) {
      if (matched[r] < 0) {
        layer[r] = 0;
        queue[tail++] = r;
      }
    }
    int last = Integer.MAX_VALUE;
    for (int head = 0; head < tail && layer[queue[head]] < last; head++) {
      int r = queue[head];
      for (int e = preferences.start[r]; e < preferences.start[r + 1]; e++) {
        int h = preferences.hospital[e];
        if (hospitalLayer[h] >= 0) {
          continue;
        }
        hospitalLayer[h] = layer[r] + 1;
        if (room[h] > 0) {
          last = layer[r] + 1;
        }
        for (int i = seatStart[h]; i < seatStart[h + 1]; i++) {
          layer[seats[i]] = layer[r] + 1;
          queue[tail++] = seats[i];
        }
      }
    }
    return last < Integer.MAX_VALUE;
  }

  private void augment() {
    System.arraycopy(preferences.start, 0, next, 0, next.length);
    for (int r = 0; r < matched.length; r++) {
      if (matched[r] < 0) {
        augmentFrom(r);
      }
    }
  }

  /** The path is in {@link #queue}; each resident on it would take the edge in {@link #next}. */
  private void augmentFrom(int root) {
    int depth = 0;
    queue[0] = root;
    while (depth >= 0) {
      int r = queue[depth];
      int h = nextHospital(r);
      if (h < 0) {
        depth--;
      } else if (room[h] > 0) {
        room[h]--;
        for (int i = 0; i <= depth; i++) {
          matched[queue[i]] = next[queue[i]];
        }
        return;
      } else {
        queue[++depth] = seats[seatNext[h]++];
      }
    }
  }

  /** Returns a hospital in the next layer that has room or residents not yet tried, or -1. */
  private int nextHospital(int r) {
    for (; next[r] < preferences.start[r + 1]; next[r]++) {
      int h = preferences.hospital[next[r]];
      if (hospitalLayer[h] == layer[r] + 1 && (room[h] > 0 || seatNext[h] < seatStart[h + 1])) {
        return h;
      }
    }
    return -1;
  }
}
