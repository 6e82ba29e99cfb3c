package org.entraide.matchfile;

import java.util.Arrays;
import org.entraide.match.core.Preferences;

/**
 * The pairs of which each side lists the other.
 *
 * <p>The hospitals' lists are turned round by counting, so that each resident finds the hospitals
 * that list them in the hospitals' order and can look them up by halving: linear but for the
 * logarithm of one list, and nearly all memory is walked in order.
 */
final class MutualPairs {

  private static final int TIED = InstanceReader.TIED;

  private MutualPairs() {}

  /**
   * Joins the two sides.
   *
   * @param residentList positions of hospitals, {@code TIED} set where tied with the one before
   * @param hospitalList positions of residents, likewise
   * @param ranks of the entries of that list, -1 where it is the position in it; empty where it
   *     always is
   * @param capacity of each hospital
   */
  static Preferences join(
      Ints residentStart,
      int[] residentList,
      Ints hospitalStart,
      Ints hospitalList,
      int[] ranks,
      int[] capacity) {
    int residents = residentStart.size() - 1;
    int[] by = new int[residents + 1];
    for (int e = 0; e < hospitalList.size(); e++) {
      by[(hospitalList.get(e) & ~TIED) + 1]++;
    }
    Arrays.parallelPrefix(by, Integer::sum);
    int[] fill = by.clone();
    int[] from = new int[hospitalList.size()];
    int[] rank = new int[hospitalList.size()];
    for (int h = 0; h < capacity.length; h++) {
      int place = -1;
      for (int e = hospitalStart.get(h); e < hospitalStart.get(h + 1); e++) {
        int entry = hospitalList.get(e);
        place += entry < 0 ? 0 : 1;
        int at = fill[entry & ~TIED]++;
        from[at] = h;
        rank[at] = ranks.length == 0 || ranks[e] < 0 ? place : ranks[e];
      }
    }
    return join(residentStart, residentList, by, from, rank, capacity);
  }

  private static Preferences join(
      Ints residentStart, int[] residentList, int[] by, int[] from, int[] rank, int[] capacity) {
    int residents = residentStart.size() - 1;
    int[] start = new int[residents + 1];
    int[] hospital = new int[residentList.length];
    int[] residentRank = new int[residentList.length];
    int[] hospitalRank = new int[residentList.length];
    int size = 0;
    for (int r = 0; r < residents; r++) {
      int place = -1;
      for (int e = residentStart.get(r); e < residentStart.get(r + 1); e++) {
        place += residentList[e] < 0 ? 0 : 1;
        int h = residentList[e] & ~TIED;
        int position = Arrays.binarySearch(from, by[r], by[r + 1], h);
        if (position >= 0) {
          hospital[size] = h;
          hospitalRank[size] = rank[position];
          residentRank[size++] = place;
        }
      }
      sortTies(hospital, residentRank, hospitalRank, start[r], size);
      start[r + 1] = size;
    }
    return new Preferences(
        start,
        Arrays.copyOf(hospital, size),
        Arrays.copyOf(residentRank, size),
        Arrays.copyOf(hospitalRank, size),
        capacity);
  }

  /** Orders each tie by number, so that how it is written down does not matter. */
  private static void sortTies(
      int[] hospital, int[] residentRank, int[] hospitalRank, int from, int to) {
    int tie = from;
    boolean sorted = true;
    for (int pair = from + 1; pair <= to; pair++) {
      if (pair < to && residentRank[pair] == residentRank[tie]) {
        sorted &= hospital[pair - 1] < hospital[pair];
      } else {
        if (!sorted) {
          sort(hospital, hospitalRank, tie, pair);
        }
        tie = pair;
        sorted = true;
      }
    }
  }

  private static void sort(int[] hospital, int[] hospitalRank, int from, int to) {
    long[] packed = new long[to - from];
    for (int i = from; i < to; i++) {
      packed[i - from] = (long) hospital[i] << Integer.SIZE | hospitalRank[i];
    }
    Arrays.sort(packed);
    for (int i = from; i < to; i++) {
      hospital[i] = (int) (packed[i - from] >> Integer.SIZE);
      hospitalRank[i] = (int) packed[i - from];
    }
  }
}
