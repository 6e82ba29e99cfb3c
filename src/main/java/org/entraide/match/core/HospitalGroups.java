package org.entraide.match.core;

import java.util.Arrays;

/**
 * The groups of an instance, where a hospital without one is a group of its own, and their claims:
 * a claim is a resident and a group that have a pair, or several, in common.
 */
final class HospitalGroups {

  private final Preferences given;
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
  HospitalGroups(Preferences given, int[] resident) {
    this.given = given;
    this.resident = resident;
    int hospitals = given.hospitals();
    int size = given.groupCapacity.length;
    group = new int[hospitals];
    for (int h = 0; h < hospitals; h++) {
      int own = given.groupOf(h);
      group[h] = own < 0 ? size++ : own;
    }
    capacity = Arrays.copyOf(given.groupCapacity, size);
    start = new int[size + 1];
    for (int h = 0; h < hospitals; h++) {
      start[group[h] + 1]++;
      if (given.groupOf(h) < 0) {
        capacity[group[h]] = given.capacity[h];
      }
    }
    Arrays.parallelPrefix(start, Integer::sum);
    member = new int[hospitals];
    int[] fill = Arrays.copyOf(start, size);
    for (int h = 0; h < hospitals; h++) {
      member[fill[group[h]]++] = h;
    }
    claim = new int[given.edges()];
    edge = new int[given.edges()];
    int[] ofClaim = new int[given.edges()];
    int[] rank = new int[given.edges()];
    int claims = 0;
    int[] claimOfGroup = new int[size];
    Arrays.fill(claimOfGroup, -1);
    for (int e = 0; e < claim.length; e++) {
      int g = group[given.hospital[e]];
      int known = claimOfGroup[g];
      if (known < 0 || resident[edge[known]] != resident[e]) {
        known = claims++;
        edge[known] = e;
        ofClaim[known] = g;
        rank[known] = given.hospitalRank[e];
        claimOfGroup[g] = known;
      }
      claim[e] = known;
    }
    groupOfClaim = Arrays.copyOf(ofClaim, claims);
    rankOfClaim = Arrays.copyOf(rank, claims);
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
    return start[g + 1] - start[g] == 1 && capacity[g] == given.capacity[member[start[g]]];
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
}
