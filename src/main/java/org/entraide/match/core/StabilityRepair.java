package org.entraide.match.core;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Makes a matching that was stable before people came and went stable again, moving few.
 *
 * <p>First hospitals with room take the best of those residents, matched before, who would rather
 * be there; that leaves room elsewhere, and residents only gain. Then the unmatched propose down
 * their lists and displace whom a hospital likes less, who propose in turn. Those who were not
 * matched before must not take part in the first step: they could displace nobody there, and would
 * block later.
 */
public final class StabilityRepair {

  private final Preferences given;
  private final int[] matched;
  private final int[] room;

  /** The resident of each edge. */
  private final int[] resident;

  /** The edges of each hospital, those it likes most first: rows in one array. */
  private final int[] edges;

  private final int[] rowStart;

  private StabilityRepair(Preferences given) {
    this.given = given;
    matched = new int[given.residents()];
    Arrays.fill(matched, -1);
    room = given.capacity.clone();
    resident = new int[given.edges()];
    long[] order = new long[given.edges()];
    rowStart = new int[room.length + 1];
    for (int r = 0; r < matched.length; r++) {
      for (int e = given.start[r]; e < given.start[r + 1]; e++) {
        resident[e] = r;
        rowStart[given.hospital[e] + 1]++;
      }
    }
    for (int h = 0; h < room.length; h++) {
      rowStart[h + 1] += rowStart[h];
    }
    int[] next = rowStart.clone();
    for (int e = 0; e < order.length; e++) {
      order[next[given.hospital[e]]++] = ((long) given.hospitalRank[e] << Integer.SIZE) | e;
    }
    for (int h = 0; h < room.length; h++) {
      Arrays.sort(order, rowStart[h], rowStart[h + 1]);
    }
    edges = Arrays.stream(order).mapToInt(it -> (int) it).toArray();
  }

  /**
   * Returns a stable matching, or null when ranks changed so much that this does not make one.
   *
   * @param before the edge of each resident, or -1; a hospital that has more than it has places for
   *     keeps those whom it likes most
   */
  public static int @Nullable [] repaired(Preferences given, int[] before) {
    StabilityRepair repair = new StabilityRepair(given);
    repair.keep(before);
    repair.fillRoom();
    repair.placeUnmatched();
    return Stability.holds(given, repair.matched) ? repair.matched : null;
  }

  private void keep(int[] before) {
    for (int e : edges) {
      if (before[resident[e]] == e && room[given.hospital[e]] > 0) {
        take(e);
      }
    }
  }

  private void take(int e) {
    matched[resident[e]] = e;
    room[given.hospital[e]]--;
  }

  private void fillRoom() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int h = 0; h < room.length; h++) {
      open.add(h);
    }
    while (!open.isEmpty()) {
      int h = open.remove();
      for (int i = rowStart[h]; i < rowStart[h + 1] && room[h] > 0; i++) {
        int own = matched[resident[edges[i]]];
        if (own >= 0 && given.residentRank[edges[i]] < given.residentRank[own]) {
          room[given.hospital[own]]++;
          open.add(given.hospital[own]);
          take(edges[i]);
        }
      }
    }
  }

  private void placeUnmatched() {
    Deque<Integer> waiting = new ArrayDeque<>();
    for (int r = 0; r < matched.length; r++) {
      if (matched[r] < 0) {
        waiting.add(r);
      }
    }
    while (!waiting.isEmpty()) {
      int r = waiting.remove();
      for (int e = given.start[r]; e < given.start[r + 1] && matched[r] < 0; e++) {
        int h = given.hospital[e];
        int worst = room[h] > 0 ? -1 : worst(h);
        if (worst >= 0 && given.hospitalRank[worst] > given.hospitalRank[e]) {
          matched[resident[worst]] = -1;
          room[h]++;
          waiting.add(resident[worst]);
        }
        if (room[h] > 0) {
          take(e);
        }
      }
    }
  }

  /** Returns the edge of whom the hospital likes least of those it has, or -1. */
  private int worst(int h) {
    for (int i = rowStart[h + 1] - 1; i >= rowStart[h]; i--) {
      if (matched[resident[edges[i]]] == edges[i]) {
        return edges[i];
      }
    }
    return -1;
  }
}
