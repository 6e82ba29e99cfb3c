package org.entraide.match.core;

import java.util.stream.IntStream;

/**
 * An order of the residents of a weakly stable matching by which ties can be broken so that nobody
 * puts anybody out.
 *
 * <p>Without groups any will do, as long as they come before those whom their hospital does not
 * have. But a group has one order for all its hospitals: a resident who would rather have another
 * one of them must come after those who have it and are liked as well. Where that goes round in a
 * circle no order fits; then one of them puts another one out, and each gets what they would rather
 * have.
 */
final class SettledOrder {

  private final Preferences preferences;
  private final SeatedResidents seats;
  private final int[] matched;

  private final int[] order;
  private int size;

  /** By resident: the next edge to look at, and the next resident at its hospital. */
  private final int[] edge;

  private final int[] seat;
  private final boolean[] met;
  private final int[] path;

  private SettledOrder(Preferences preferences, SeatedResidents seats, int[] matched) {
    this.preferences = preferences;
    this.seats = seats;
    this.matched = matched;
    order = new int[(int) IntStream.of(matched).filter(e -> e >= 0).count()];
    size = order.length;
    edge = preferences.start.clone();
    seat = new int[matched.length];
    met = new boolean[matched.length];
    path = new int[matched.length];
  }

  /** Returns those who are matched; who must come before somebody follows them. */
  static int[] lastFirst(Preferences preferences, SeatedResidents seats, int[] matched) {
    if (!preferences.hasGroups()) {
      return IntStream.range(0, matched.length).filter(r -> matched[r] >= 0).toArray();
    }
    SettledOrder all = new SettledOrder(preferences, seats, matched);
    for (int r = matched.length - 1; r >= 0; r--) {
      if (matched[r] >= 0 && !all.met[r]) {
        all.append(r);
      }
    }
    return all.order;
  }

  /** Depth first, without recursion: chains may be long. */
  private void append(int first) {
    int depth = 0;
    path[0] = first;
    met[first] = true;
    while (depth >= 0) {
      int predecessor = predecessor(path[depth]);
      if (predecessor >= 0) {
        met[predecessor] = true;
        path[++depth] = predecessor;
      } else {
        order[--size] = path[depth--];
      }
    }
  }

  /** Returns somebody not met yet who must come before a resident, or -1. */
  private int predecessor(int r) {
    int g = preferences.groupOf(preferences.hospital[matched[r]]);
    for (;
        g >= 0 && preferences.residentRank[edge[r]] < preferences.residentRank[matched[r]];
        edge[r]++) {
      int h = preferences.hospital[edge[r]];
      while (preferences.groupOf(h) == g && seat[r] < seats.size(h)) {
        int other = seats.resident(h, seat[r]++);
        if (!met[other]
            && preferences.hospitalRank[matched[other]] == preferences.hospitalRank[edge[r]]) {
          return other;
        }
      }
      seat[r] = 0;
    }
    return -1;
  }
}
