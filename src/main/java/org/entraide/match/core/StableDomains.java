package org.entraide.match.core;

import java.util.Arrays;

/**
 * Which pairs may still be in a weakly stable matching that a search looks for, and who must be
 * matched.
 *
 * <p>For each pair of the instance, left or not: the resident gets somebody at least as good, or
 * the hospital is full of residents whom it likes at least as well. So where the resident has
 * nobody as good left, the hospital must be full, and whom it likes less is taken out; and where
 * the hospital has too few left who are as good, the resident must be matched at least as well.
 * These are the reductions that M. Delorme et al., "Mathematical models for stable matching
 * problems with ties and incomplete lists", EJOR 277 (2019) 426-441, make before they solve; here
 * they go on in every branch.
 */
final class StableDomains {

  private final Preferences preferences;
  private final long mostLooks;
  private final int[] resident;

  /** The edges of each hospital, those whom it likes best first. */
  private final int[] order;

  private final int[] orderStart;
  private final boolean[] gone;
  private final boolean[] mustMatch;
  private final boolean[] mustFill;
  private final IntQueue residents = new IntQueue();
  private final IntQueue hospitals = new IntQueue();
  private final boolean[] residentQueued;
  private final boolean[] hospitalQueued;

  /** What was decided: an edge, or below zero a resident or hospital that must be matched. */
  private int[] trail = new int[64];

  private int trailSize;
  private boolean possible = true;
  private long looks;

  /**
   * @param mostLooks after how many pairs looked at no more conclusions are drawn
   */
  StableDomains(Preferences preferences, long mostLooks) {
    this.preferences = preferences;
    this.mostLooks = mostLooks;
    int edges = preferences.edges();
    resident = new int[edges];
    for (int r = 0; r < preferences.residents(); r++) {
      Arrays.fill(resident, preferences.start[r], preferences.start[r + 1], r);
    }
    orderStart = new int[preferences.hospitals() + 1];
    for (int h : preferences.hospital) {
      orderStart[h + 1]++;
    }
    Arrays.parallelPrefix(orderStart, Integer::sum);
    long[] sorted = new long[edges];
    int[] fill = Arrays.copyOf(orderStart, preferences.hospitals());
    for (int e = 0; e < edges; e++) {
      sorted[fill[preferences.hospital[e]]++] =
          ((long) preferences.hospitalRank[e] << Integer.SIZE) | e;
    }
    for (int h = 0; h < preferences.hospitals(); h++) {
      Arrays.sort(sorted, orderStart[h], orderStart[h + 1]);
    }
    order = Arrays.stream(sorted).mapToInt(it -> (int) it).toArray();
    gone = new boolean[edges];
    mustMatch = new boolean[preferences.residents()];
    mustFill = new boolean[preferences.hospitals()];
    residentQueued = new boolean[preferences.residents()];
    hospitalQueued = new boolean[preferences.hospitals()];
  }

  long looks() {
    return looks;
  }

  boolean isLeft(int e) {
    return !gone[e];
  }

  boolean mustMatch(int r) {
    return mustMatch[r];
  }

  boolean mustFill(int h) {
    return mustFill[h];
  }

  int begin(int h) {
    return orderStart[h];
  }

  int end(int h) {
    return orderStart[h + 1];
  }

  /** Returns an edge of a hospital, by position in its list. */
  int edge(int at) {
    return order[at];
  }

  int resident(int e) {
    return resident[e];
  }

  /** Returns the best edge left to a resident, or -1. */
  int first(int r) {
    for (int e = preferences.start[r]; e < preferences.start[r + 1]; e++) {
      if (!gone[e]) {
        return e;
      }
    }
    return -1;
  }

  /** Returns how many things of different rank may happen to a resident. */
  int choices(int r) {
    int choices = mustMatch[r] ? 0 : 1;
    int last = -1;
    for (int e = preferences.start[r]; e < preferences.start[r + 1]; e++) {
      if (!gone[e] && preferences.residentRank[e] != last) {
        choices++;
        last = preferences.residentRank[e];
      }
    }
    return choices;
  }

  /** Everything is to be looked at. */
  void markAll() {
    for (int r = 0; r < preferences.residents(); r++) {
      markResident(r);
    }
    for (int h = 0; h < preferences.hospitals(); h++) {
      markHospital(h);
    }
  }

  private void markResident(int r) {
    if (!residentQueued[r]) {
      residentQueued[r] = true;
      residents.add(r);
    }
  }

  private void markHospital(int h) {
    if (!hospitalQueued[h]) {
      hospitalQueued[h] = true;
      hospitals.add(h);
    }
  }

  /** Returns the place to which {@link #takeBack} can return. */
  int mark() {
    return trailSize;
  }

  void takeBack(int mark) {
    while (trailSize > mark) {
      int item = trail[--trailSize];
      if (item >= 0) {
        gone[item] = false;
      } else if (-item - 1 < mustMatch.length) {
        mustMatch[-item - 1] = false;
      } else {
        mustFill[-item - 1 - mustMatch.length] = false;
      }
    }
    possible = true;
    while (!residents.isEmpty()) {
      residentQueued[residents.remove()] = false;
    }
    while (!hospitals.isEmpty()) {
      hospitalQueued[hospitals.remove()] = false;
    }
  }

  private void note(int item) {
    if (trailSize == trail.length) {
      trail = Arrays.copyOf(trail, 2 * trailSize);
    }
    trail[trailSize++] = item;
  }

  private void remove(int e) {
    if (!gone[e]) {
      gone[e] = true;
      note(e);
      markResident(resident[e]);
      markHospital(preferences.hospital[e]);
    }
  }

  /** Returns whether that is new. */
  boolean requireResident(int r) {
    if (mustMatch[r]) {
      return false;
    }
    mustMatch[r] = true;
    note(-r - 1);
    markResident(r);
    return true;
  }

  /** Returns whether that is new. */
  boolean requireHospital(int h) {
    if (mustFill[h] || preferences.capacity[h] == 0) {
      return false;
    }
    mustFill[h] = true;
    note(-mustMatch.length - h - 1);
    markHospital(h);
    return true;
  }

  /** The resident gets a hospital of some rank or better; false if that is impossible. */
  boolean requireRankOrBetter(int r, int rank) {
    requireResident(r);
    for (int e = preferences.start[r]; e < preferences.start[r + 1]; e++) {
      if (preferences.residentRank[e] > rank) {
        remove(e);
      }
    }
    return first(r) >= 0;
  }

  /** The resident gets a worse hospital, or none; false if that is impossible. */
  boolean requireWorseThan(int r, int rank) {
    for (int e = preferences.start[r]; e < preferences.start[r + 1]; e++) {
      if (preferences.residentRank[e] <= rank) {
        remove(e);
      }
    }
    return !mustMatch[r] || first(r) >= 0;
  }

  /** Draws all conclusions; false where there is a contradiction. */
  boolean propagate() {
    while (possible && looks < mostLooks) {
      if (!residents.isEmpty()) {
        int r = residents.remove();
        residentQueued[r] = false;
        concludeFromResident(r);
      } else if (!hospitals.isEmpty()) {
        int h = hospitals.remove();
        hospitalQueued[h] = false;
        concludeFromHospital(h);
      } else {
        return true;
      }
    }
    return possible; // not all conclusions are drawn where it looked at too much
  }

  private void concludeFromResident(int r) {
    int best = first(r);
    possible &= best >= 0 || !mustMatch[r];
    int end = best < 0 ? preferences.start[r + 1] : best;
    for (int e = preferences.start[r]; e < end; e++) {
      looks++;
      if (best < 0 || preferences.residentRank[e] < preferences.residentRank[best]) {
        fillWithNoWorse(preferences.hospital[e], preferences.hospitalRank[e]);
      }
    }
  }

  /** The resident of this rank has nobody as good: the hospital must be full of as good ones. */
  private void fillWithNoWorse(int h, int rank) {
    if (preferences.capacity[h] == 0) {
      return;
    }
    requireHospital(h);
    for (int at = orderStart[h + 1] - 1; at >= orderStart[h]; at--) {
      looks++;
      if (preferences.hospitalRank[order[at]] <= rank) {
        return;
      }
      remove(order[at]);
    }
  }

  private void concludeFromHospital(int h) {
    int capacity = preferences.capacity[h];
    int left = 0;
    int begin = orderStart[h];
    while (begin < orderStart[h + 1] && left <= capacity) {
      int end = begin;
      int rank = preferences.hospitalRank[order[begin]];
      while (end < orderStart[h + 1] && preferences.hospitalRank[order[end]] == rank) {
        left += gone[order[end++]] ? 0 : 1;
      }
      looks += end - begin;
      for (int at = begin; at < end; at++) {
        int e = order[at];
        if (left < capacity || (left == capacity && !gone[e])) {
          atLeastAsGood(resident[e], preferences.residentRank[e]);
        }
      }
      begin = end;
    }
    if (begin == orderStart[h + 1] && mustFill[h]) {
      possible &= left >= capacity;
      if (left == capacity) {
        takeAll(h);
      }
    }
  }

  private void atLeastAsGood(int r, int rank) {
    possible &= requireRankOrBetter(r, rank);
  }

  /** Those who are left there get a place there. */
  private void takeAll(int h) {
    for (int at = orderStart[h]; at < orderStart[h + 1]; at++) {
      int e = order[at];
      if (!gone[e]) {
        int r = resident[e];
        requireResident(r);
        for (int f = preferences.start[r]; f < preferences.start[r + 1]; f++) {
          if (f != e) {
            remove(f);
          }
        }
      }
    }
  }
}
