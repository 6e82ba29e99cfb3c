package org.entraide.match.core;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * An instance of hospitals/residents with ties and incomplete lists, as flat arrays (compressed
 * sparse rows). Edge {@code e} is one acceptable pair; those of resident {@code r} are {@code *
 * start[r]} to {@code start[r + 1] - 1}, sorted by {@code residentRank}. Ranks are at least 0,
 * lower is better, equal is a tie.
 *
 * <p>The order of the edges within a tie, and the index of a resident, break what ties the
 * algorithm leaves to chance; they never matter to stability.
 */
public final class Preferences {

  private static final int[] NONE = {};

  public final int[] start;
  public final int[] hospital;
  public final int[] residentRank;
  public final int[] hospitalRank;
  public final int[] capacity;

  /** The group of each hospital, or -1; empty where no hospital is in a group. */
  final int[] group;

  /** How many residents the hospitals of each group have together at most. */
  final int[] groupCapacity;

  /**
   * Takes the arrays as they are, without a copy.
   *
   * @param start where the edges of each resident begin, one entry more than there are residents
   * @param hospital of each edge; a resident names a hospital once at most
   * @param residentRank what the resident thinks of the hospital, by edge
   * @param hospitalRank what the hospital thinks of the resident, by edge
   * @param capacity of each hospital, at least 0
   * @throws IllegalArgumentException if the edges of a resident are not sorted
   */
  public Preferences(
      int[] start, int[] hospital, int[] residentRank, int[] hospitalRank, int[] capacity) {
    this(start, hospital, residentRank, hospitalRank, capacity, NONE, NONE);
  }

  private Preferences(
      int[] start,
      int[] hospital,
      int[] residentRank,
      int[] hospitalRank,
      int[] capacity,
      int[] group,
      int[] groupCapacity) {
    this.group = group;
    this.groupCapacity = groupCapacity;
    this.start = start;
    this.hospital = hospital;
    this.residentRank = residentRank;
    this.hospitalRank = hospitalRank;
    this.capacity = capacity;
    for (int r = 0; r < residents(); r++) {
      for (int e = start[r] + 1; e < start[r + 1]; e++) {
        if (residentRank[e - 1] > residentRank[e]) {
          throw new IllegalArgumentException("The list of resident %d is not sorted.".formatted(r));
        }
      }
    }
  }

  /**
   * Sorts acceptable pairs that come in any order; among pairs of one resident and rank the order
   * given stays.
   *
   * @param residents how many there are
   * @param resident of each pair
   * @param hospital of each pair; no pair twice
   * @param residentRank what the resident thinks of the hospital, by pair
   * @param hospitalRank what the hospital thinks of the resident, by pair
   * @param capacity of each hospital, at least 0
   */
  public static Preferences ofPairs(
      int residents,
      int[] resident,
      int[] hospital,
      int[] residentRank,
      int[] hospitalRank,
      int[] capacity) {
    int[] start = new int[residents + 1];
    for (int r : resident) {
      start[r + 1]++;
    }
    for (int r = 0; r < residents; r++) {
      start[r + 1] += start[r];
    }
    long[] order = new long[resident.length];
    int[] next = Arrays.copyOf(start, residents);
    for (int i = 0; i < order.length; i++) {
      order[next[resident[i]]++] = ((long) residentRank[i] << Integer.SIZE) | i;
    }
    int[] sortedHospital = new int[order.length];
    int[] sortedResidentRank = new int[order.length];
    int[] sortedHospitalRank = new int[order.length];
    for (int r = 0; r < residents; r++) {
      Arrays.sort(order, start[r], start[r + 1]);
    }
    for (int e = 0; e < order.length; e++) {
      int i = (int) order[e];
      sortedHospital[e] = hospital[i];
      sortedResidentRank[e] = residentRank[i];
      sortedHospitalRank[e] = hospitalRank[i];
    }
    return new Preferences(start, sortedHospital, sortedResidentRank, sortedHospitalRank, capacity);
  }

  /**
   * Returns the same pairs where hospitals are in groups: student-project allocation with ties, of
   * which hospitals are the projects and groups the lecturers. A group ranks residents as each of
   * its hospitals does.
   *
   * @param groupOf the group of each hospital, or -1
   * @param capacities of each group, at least 0
   * @throws IllegalArgumentException if two hospitals of one group rank a resident differently
   */
  public Preferences withGroups(int[] groupOf, int[] capacities) {
    int[] rank = new int[capacities.length];
    int[] ranked = new int[capacities.length];
    Arrays.fill(ranked, -1);
    for (int r = 0; r < residents(); r++) {
      for (int e = start[r]; e < start[r + 1]; e++) {
        int g = groupOf[hospital[e]];
        if (g >= 0 && ranked[g] == r && rank[g] != hospitalRank[e]) {
          throw new IllegalArgumentException(
              "Group %d has two ranks for resident %d.".formatted(g, r));
        }
        if (g >= 0) {
          ranked[g] = r;
          rank[g] = hospitalRank[e];
        }
      }
    }
    return new Preferences(
        start, hospital, residentRank, hospitalRank, capacity, groupOf, capacities);
  }

  /** Returns the hospitals of each group. */
  int[][] members() {
    int[] size = new int[groupCapacity.length];
    IntStream.of(group).filter(g -> g >= 0).forEach(g -> size[g]++);
    int[][] members = Arrays.stream(size).mapToObj(int[]::new).toArray(int[][]::new);
    for (int h = group.length - 1; h >= 0; h--) {
      if (group[h] >= 0) {
        members[group[h]][--size[group[h]]] = h;
      }
    }
    return members;
  }

  /** Returns whether hospitals are in groups. */
  public boolean hasGroups() {
    return groupCapacity.length > 0;
  }

  /** Returns the group of a hospital, or -1. */
  int groupOf(int h) {
    return group.length == 0 ? -1 : group[h];
  }

  /** Returns the hospital of an edge. */
  public int hospitalOf(int edge) {
    return hospital[edge];
  }

  /** Returns how many residents there are. */
  public int residents() {
    return start.length - 1;
  }

  /** Returns how many hospitals there are. */
  public int hospitals() {
    return capacity.length;
  }

  /** Returns how many acceptable pairs there are. */
  public int edges() {
    return hospital.length;
  }
}
