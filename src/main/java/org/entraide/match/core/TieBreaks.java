package org.entraide.match.core;

import java.util.Arrays;

/**
 * Ties of an instance, broken in ways that can be tried and taken back. A favour puts a resident
 * before others whom a hospital likes equally well; a turn exchanges two hospitals in the list of a
 * resident who likes them equally well. What is stable for the one is stable for the instance.
 */
public final class TieBreaks {

  /** How many favours a pair can have. */
  private static final int GRADES = 256;

  private final Preferences given;
  private final Preferences broken;

  /** The edge of {@link #given} that each edge of {@link #broken} is. */
  private final int[] original;

  /** What was done since {@link #begin}: a favour has its edge twice, and the rank it had. */
  private final int[] edge;

  private final int[] other;
  private final int[] rank;
  private int done;

  /**
   * @param most how many favours and turns there are between two calls of {@link #begin}, at most
   */
  public TieBreaks(Preferences given, int most) {
    this.given = given;
    int[] ranks = Arrays.stream(given.hospitalRank).distinct().sorted().toArray();
    broken =
        new Preferences(
            given.start,
            given.hospital.clone(),
            given.residentRank,
            Arrays.stream(given.hospitalRank)
                .map(it -> GRADES * Arrays.binarySearch(ranks, it) + GRADES - 1)
                .toArray(),
            given.capacity);
    original = new int[given.edges()];
    Arrays.setAll(original, e -> e);
    edge = new int[most];
    other = new int[most];
    rank = new int[most];
  }

  /** Returns the instance with its ties broken, which changes with each favour and turn. */
  public Preferences broken() {
    return broken;
  }

  /** Returns edges of the instance for those of {@link #broken}, -1 for -1. */
  public int[] original(int[] matched) {
    return Arrays.stream(matched).map(e -> e < 0 ? -1 : original[e]).toArray();
  }

  /** What is done from now on can be taken back; what was done before stays. */
  public void begin() {
    done = 0;
  }

  public void favour(int e, int amount) {
    note(e, e);
    int most = broken.hospitalRank[e] / GRADES * GRADES;
    broken.hospitalRank[e] = Math.max(most, broken.hospitalRank[e] - amount);
  }

  /** Two edges of one resident and rank change places. */
  public void turn(int e, int f) {
    note(e, f);
    exchange(e, f);
  }

  /**
   * Favours the pairs of a matching, for good, so that what is solved next comes close to it.
   *
   * @param matched the edge of each resident, or -1, before anything else was done
   */
  public void prefer(int[] matched, int amount) {
    for (int r = 0; r < matched.length; r++) {
      if (matched[r] >= 0) {
        int first = firstOfTie(r, matched[r]);
        exchange(first, matched[r]);
        favour(first, amount);
        begin();
      }
    }
  }

  private void note(int e, int f) {
    edge[done] = e;
    other[done] = f;
    rank[done++] = broken.hospitalRank[e];
  }

  private void exchange(int e, int f) {
    swap(broken.hospital, e, f);
    swap(broken.hospitalRank, e, f);
    swap(original, e, f);
  }

  private static void swap(int[] array, int i, int j) {
    int item = array[i];
    array[i] = array[j];
    array[j] = item;
  }

  public void takeBack() {
    while (done > 0) {
      done--;
      if (edge[done] == other[done]) {
        broken.hospitalRank[edge[done]] = rank[done];
      } else {
        exchange(edge[done], other[done]);
      }
    }
  }

  /** Returns the first edge that the resident of this one likes as well. */
  public int firstOfTie(int resident, int e) {
    int first = e;
    while (first > given.start[resident]
        && given.residentRank[first - 1] == given.residentRank[e]) {
      first--;
    }
    return first;
  }

  /** Returns the edge after the last one that the resident of this one likes as well. */
  public int endOfTie(int resident, int e) {
    int end = e + 1;
    while (end < given.start[resident + 1] && given.residentRank[end] == given.residentRank[e]) {
      end++;
    }
    return end;
  }
}
