package org.entraide.match.core;

import java.util.Arrays;

/**
 * Tries to prove that no weakly stable matching of an instance is larger than a given one.
 *
 * <p>The instance falls into components that have no pair in common. In each, a largest matching,
 * stable or not, is a bound; where that is not met, {@link StableSearch} looks for a stable
 * matching with one resident more, as long as it may. Its answer is a proof either way.
 */
public final class LargestProof {

  private final Preferences given;
  private final int[] matched;

  /** By resident and then by hospital, the next in a tree of those in one component. */
  private final int[] parent;

  private LargestProof(Preferences given, int[] matched) {
    this.given = given;
    this.matched = matched;
    int residents = given.residents();
    parent = new int[residents + given.hospitals() + given.groupCapacity.length];
    Arrays.setAll(parent, i -> i);
    for (int r = 0; r < residents; r++) {
      for (int e = given.start[r]; e < given.start[r + 1]; e++) {
        join(r, residents + given.hospital[e]);
      }
    }
    for (int h = 0; h < given.hospitals(); h++) {
      if (given.groupOf(h) >= 0) {
        join(residents + h, residents + given.hospitals() + given.groupOf(h));
      }
    }
  }

  /**
   * Returns whether it is proved that no weakly stable matching has more residents.
   *
   * @param matched a weakly stable matching: the edge of each resident, or -1
   * @param effort how many pairs may be looked at
   */
  public static boolean isLargest(Preferences given, int[] matched, long effort) {
    return new LargestProof(given, matched).isLargest(effort);
  }

  private void join(int one, int other) {
    parent[root(one)] = root(other);
  }

  private int root(int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private boolean isLargest(long effort) {
    int[] largest = LargestMatching.matching(given, matched);
    int[] more = new int[parent.length];
    for (int r = 0; r < matched.length; r++) {
      more[root(r)] += (largest[r] >= 0 ? 1 : 0) - (matched[r] >= 0 ? 1 : 0);
    }
    int open = (int) Arrays.stream(more).filter(it -> it > 0).count();
    if (open > 0 && given.hasGroups()) {
      return false;
    }
    for (int component = 0; component < more.length; component++) {
      if (more[component] > 0 && !isLargestIn(component, effort / open)) {
        return false;
      }
    }
    return true;
  }

  private boolean isLargestIn(int component, long effort) {
    int[] start = new int[given.residents() + 1];
    int[] edges = new int[given.edges()];
    int[] own = new int[matched.length];
    int size = 0;
    int count = 0;
    for (int r = 0; r < matched.length; r++) {
      own[r] = -1;
      if (root(r) == component) {
        for (int e = given.start[r]; e < given.start[r + 1]; e++) {
          own[r] = e == matched[r] ? size : own[r];
          edges[size++] = e;
        }
        count += own[r] >= 0 ? 1 : 0;
      }
      start[r + 1] = size;
    }
    Preferences part =
        new Preferences(
            start,
            column(given.hospital, edges, size),
            column(given.residentRank, edges, size),
            column(given.hospitalRank, edges, size),
            given.capacity);
    return StableSearch.exists(part, own, count + 1, effort) == StableSearch.Answer.NO;
  }

  private static int[] column(int[] all, int[] edges, int size) {
    return Arrays.stream(edges, 0, size).map(e -> all[e]).toArray();
  }
}
