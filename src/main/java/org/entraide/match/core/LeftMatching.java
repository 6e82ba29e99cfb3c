package org.entraide.match.core;

import java.util.Arrays;

/**
 * A largest matching of the pairs that are left in {@link StableDomains}, kept up to date as they
 * become fewer and more again.
 */
final class LeftMatching {

  private final Preferences preferences;
  private final StableDomains domains;
  private final int[] matched;
  private final SeatedResidents seats;
  private final int[] via;
  private final int[] predecessor;
  private final int[] stampOfHospital;
  private final int[] stampOfResident;
  private int stamp;
  private final int[] queue;
  private int size;
  private long looks;

  /**
   * @param matched the edge of each resident, or -1, to start from
   */
  LeftMatching(Preferences preferences, StableDomains domains, int[] matched) {
    this.preferences = preferences;
    this.domains = domains;
    this.matched = new int[matched.length];
    Arrays.fill(this.matched, -1);
    seats = new SeatedResidents(preferences);
    via = new int[matched.length];
    predecessor = new int[matched.length];
    queue = new int[matched.length];
    stampOfHospital = new int[preferences.hospitals()];
    stampOfResident = new int[matched.length];
    for (int r = 0; r < matched.length; r++) {
      if (matched[r] >= 0) {
        enter(r, matched[r]);
      }
    }
  }

  long looks() {
    return looks;
  }

  /** Makes the matching one of pairs that are left, and a largest; returns its size. */
  int enlarge() {
    looks += matched.length;
    for (int r = 0; r < matched.length; r++) {
      if (matched[r] >= 0 && !domains.isLeft(matched[r])) {
        leave(r);
      }
    }
    stamp++;
    for (int r = 0; r < matched.length; r++) {
      if (matched[r] < 0 && augment(r)) {
        stamp++;
      }
    }
    return size;
  }

  /** What was met since the last success is not met again: nobody there can be matched. */
  private boolean augment(int root) {
    queue[0] = root;
    int tail = 1;
    for (int head = 0; head < tail; head++) {
      int r = queue[head];
      for (int e = preferences.start[r]; e < preferences.start[r + 1]; e++) {
        looks++;
        int h = preferences.hospital[e];
        if (!domains.isLeft(e) || stampOfHospital[h] == stamp) {
          continue;
        }
        stampOfHospital[h] = stamp;
        if (seats.size(h) < preferences.capacity[h]) {
          take(root, r, e);
          return true;
        }
        for (int i = 0; i < seats.size(h); i++) {
          int other = seats.resident(h, i);
          via[other] = e;
          predecessor[other] = r;
          queue[tail++] = other;
        }
      }
    }
    return false;
  }

  private void take(int root, int last, int edge) {
    int r = last;
    int e = edge;
    while (r != root) {
      int next = via[r];
      leave(r);
      enter(r, e);
      e = next;
      r = predecessor[r];
    }
    enter(r, e);
  }

  /**
   * Where nobody may be lost, requires residents and hospitals to be matched that are so in each
   * largest matching; returns whether any of that is new.
   */
  boolean require() {
    boolean some = false;
    stamp++;
    int tail = 0;
    for (int r = 0; r < matched.length; r++) {
      if (matched[r] < 0) {
        stampOfResident[r] = stamp;
        queue[tail++] = r;
      }
    }
    for (int head = 0; head < tail; head++) {
      int r = queue[head];
      for (int e = preferences.start[r]; e < preferences.start[r + 1]; e++) {
        looks++;
        int h = preferences.hospital[e];
        if (domains.isLeft(e) && stampOfHospital[h] != stamp) {
          stampOfHospital[h] = stamp;
          for (int i = 0; i < seats.size(h); i++) {
            int other = seats.resident(h, i);
            stampOfResident[other] = stamp;
            queue[tail++] = other;
          }
        }
      }
    }
    for (int r = 0; r < matched.length; r++) {
      some |= stampOfResident[r] != stamp && domains.requireResident(r);
    }
    return requireHospitals() || some;
  }

  /** A place may stay free where a path leads from a free one. */
  private boolean requireHospitals() {
    stamp++;
    int tail = 0;
    int[] open = new int[preferences.hospitals()];
    for (int h = 0; h < open.length; h++) {
      if (seats.size(h) < preferences.capacity[h]) {
        stampOfHospital[h] = stamp;
        open[tail++] = h;
      }
    }
    for (int head = 0; head < tail; head++) {
      int h = open[head];
      for (int at = domains.begin(h); at < domains.end(h); at++) {
        looks++;
        int e = domains.edge(at);
        int own = matched[domains.resident(e)];
        if (domains.isLeft(e) && own >= 0 && stampOfHospital[preferences.hospital[own]] != stamp) {
          stampOfHospital[preferences.hospital[own]] = stamp;
          open[tail++] = preferences.hospital[own];
        }
      }
    }
    boolean some = false;
    for (int h = 0; h < preferences.hospitals(); h++) {
      some |= stampOfHospital[h] != stamp && domains.requireHospital(h);
    }
    return some;
  }

  /**
   * Returns whether some matching has all residents who must be matched and fills all hospitals
   * that must be full: there is one for both if there is one for each.
   */
  boolean coversWhoMustBe() {
    return coversResidents() && coversHospitals();
  }

  private boolean coversResidents() {
    int[] need = new int[preferences.residents()];
    for (int r = 0; r < need.length; r++) {
      need[r] = domains.mustMatch(r) ? 1 : 0;
    }
    return restricted(need, preferences.capacity) == Arrays.stream(need).sum();
  }

  private boolean coversHospitals() {
    int[] all = new int[preferences.residents()];
    Arrays.fill(all, 1);
    int[] need = new int[preferences.hospitals()];
    for (int h = 0; h < need.length; h++) {
      need[h] = domains.mustFill(h) ? preferences.capacity[h] : 0;
    }
    return restricted(all, need) == Arrays.stream(need).sum();
  }

  /** Returns the size of a largest matching of some residents and places, by the pairs left. */
  private int restricted(int[] residents, int[] capacity) {
    int[] start = new int[preferences.residents() + 1];
    int[] hospital = new int[preferences.edges()];
    int edges = 0;
    for (int r = 0; r < residents.length; r++) {
      for (int e = preferences.start[r]; e < preferences.start[r + 1]; e++) {
        if (residents[r] > 0 && domains.isLeft(e)) {
          hospital[edges++] = preferences.hospital[e];
        }
      }
      start[r + 1] = edges;
    }
    looks += preferences.edges();
    int[] alike = new int[edges];
    int[] nobody = new int[residents.length];
    Arrays.fill(nobody, -1);
    return LargestMatching.size(
        new Preferences(start, Arrays.copyOf(hospital, edges), alike, alike, capacity), nobody);
  }

  private void enter(int r, int e) {
    matched[r] = e;
    seats.enter(preferences.hospital[e], r);
    size++;
  }

  private void leave(int r) {
    seats.leave(preferences.hospital[matched[r]], r);
    matched[r] = -1;
    size--;
  }
}
