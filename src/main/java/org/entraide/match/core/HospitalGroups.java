package org.entraide.match.core;

import java.util.Arrays;

/**
 * The groups of an instance and their claims. A hospital without a group counts as a group of one.
 * A claim is a resident and a group that have at least one pair.
 */
final class HospitalGroups {

  private final Preferences preferences;
  private final int[] group;
  private final int[] capacity;
  private final int[] start;
  private final int[] member;

  /** By edge, and by claim one edge of it, its group, and its rank. */
  private final int[] claim;

  private final int[] edge;
  private final int[] groupOfClaim;
  private final int[] rankOfClaim;
  private final int[] resident;

  /**
   * @param resident of each edge
   */
  HospitalGroups(Preferences preferences, int[] resident) {
    this.preferences = preferences;
    this.resident = resident;
    int hospitals = preferences.hospitals();
    int size = preferences.groupCapacity.length;
    group = new int[hospitals];
    for (int h = 0; h < hospitals; h++) {
      int own = preferences.groupOf(h);
      group[h] = own < 0 ? size++ : own;
    }
    capacity = Arrays.copyOf(preferences.groupCapacity, size);
    start = new int[size + 1];
    for (int h = 0; h < hospitals; h++) {
      start[group[h] + 1]++;
      if (preferences.groupOf(h) < 0) {
        capacity[group[h]] = preferences.capacity[h];
      }
    }
    Arrays.parallelPrefix(start, Integer::sum);
    member = new int[hospitals];
    int[] fill = Arrays.copyOf(start, size);
    for (int h = 0; h < hospitals; h++) {
      member[fill[group[h]]++] = h;
    }
    Claims claims = new Claims(preferences, resident, group, size);
    claim = claims.ofEdge;
    edge = claims.edge;
    groupOfClaim = Arrays.copyOf(claims.group, claims.count);
    rankOfClaim = Arrays.copyOf(claims.rank, claims.count);
  }

  int size() {
    return capacity.length;
  }

  int of(int hospital) {
    return group[hospital];
  }

  int capacity(int g) {
    return capacity[g];
  }

  /** Members of a group are from here to {@link #end}. */
  int begin(int g) {
    return start[g];
  }

  int end(int g) {
    return start[g + 1];
  }

  int member(int i) {
    return member[i];
  }

  /** Returns whether a group is one hospital, which is full when the group is. */
  boolean isSingle(int g) {
    return start[g + 1] - start[g] == 1 && capacity[g] == preferences.capacity[member[start[g]]];
  }

  int claim(int e) {
    return claim[e];
  }

  int edgeOfClaim(int c) {
    return edge[c];
  }

  int residentOfClaim(int c) {
    return resident[edge[c]];
  }

  /** Returns the group of each claim. */
  int[] groupOfClaim() {
    return groupOfClaim;
  }

  /** Returns what the group of each claim thinks of its resident. */
  int[] rankOfClaim() {
    return rankOfClaim;
  }

  /** The claims as they are met along the edges. */
  private static final class Claims {
    private final int[] ofEdge;
    private final int[] edge;
    private final int[] group;
    private final int[] rank;
    private int count;

    Claims(Preferences preferences, int[] resident, int[] groupOf, int groups) {
      ofEdge = new int[preferences.edges()];
      edge = new int[preferences.edges()];
      group = new int[preferences.edges()];
      rank = new int[preferences.edges()];
      int[] last = new int[groups];
      Arrays.fill(last, -1);
      for (int e = 0; e < ofEdge.length; e++) {
        int g = groupOf[preferences.hospital[e]];
        if (last[g] < 0 || resident[edge[last[g]]] != resident[e]) {
          edge[count] = e;
          group[count] = g;
          rank[count] = preferences.hospitalRank[e];
          last[g] = count++;
        }
        ofEdge[e] = last[g];
      }
    }
  }
}
