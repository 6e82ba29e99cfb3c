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

  private final Preferences given;
  private final SeatedResidents seats;
  private final int[] matched;

  private final int[] order;
  private int size;

  /** By resident: the next edge to look at, and the next resident at its hospital. */
  private final int[] edge;

  private final int[] seat;
  private final boolean[] met;
  private final int[] path;

  private SettledOrder(Preferences given, SeatedResidents seats, int[] matched) {
    this.given = given;
    this.seats = seats;
    this.matched = matched;
    order = new int[(int) IntStream.of(matched).filter(e -> e >= 0).count()];
    size = order.length;
    edge = given.start.clone();
    seat = new int[matched.length];
    met = new boolean[matched.length];
    path = new int[matched.length];
  }

  /** Returns those who are matched; who must come before somebody follows them. */
  static int[] lastFirst(Preferences given, SeatedResidents seats, int[] matched) {
    if (!given.hasGroups()) {
      return IntStream.range(0, matched.length).filter(r -> matched[r] >= 0).toArray();
    }
    SettledOrder all = new SettledOrder(given, seats, matched);
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
      int before = before(path[depth]);
      if (before >= 0) {
        met[before] = true;
        path[++depth] = before;
      } else {
        order[--size] = path[depth--];
      }
    }
  }

  /** Returns somebody not met yet who must come before a resident, or -1. */
  private int before(int r) {
    int g = given.groupOf(given.hospital[matched[r]]);
    for (; g >= 0 && given.residentRank[edge[r]] < given.residentRank[matched[r]]; edge[r]++) {
      int h = given.hospital[edge[r]];
      while (given.groupOf(h) == g && seat[r] < seats.size(h)) {
        int other = seats.resident(h, seat[r]++);
        if (!met[other] && given.hospitalRank[matched[other]] == given.hospitalRank[edge[r]]) {
          return other;
        }
      }
      seat[r] = 0;
    }
    return -1;
  }
}
