package org.entraide.match.core;

/**
 * A largest matching where hospitals are in groups, stable or not, by one augmenting path after the
 * other: breadth-first from each unmatched resident. Where a hospital has room and its group has
 * not, any resident of the group may make place. What a search that failed has met is never met
 * again.
 */
final class GroupAugmentation {

  private final Preferences preferences;
  private final int[] matched;
  private final SeatedResidents seats;
  private final int[][] members;
  private final int[] groupRoom;

  /** By resident: the edge that the one before takes once this one leaves. */
  private final int[] opened;

  private final int[] predecessor;
  private final boolean[] groupMet;
  private final boolean[] hospitalMet;
  private final IntQueue metGroups = new IntQueue();
  private final IntQueue metHospitals = new IntQueue();
  private final int[] queue;
  private int tail;

  /**
   * @param matched the edge of each resident, or -1, to start from
   */
  GroupAugmentation(Preferences preferences, int[] matched) {
    this.preferences = preferences;
    this.matched = matched.clone();
    seats = new SeatedResidents(preferences);
    members = preferences.members();
    groupRoom = preferences.groupCapacity.clone();
    opened = new int[matched.length];
    predecessor = new int[matched.length];
    groupMet = new boolean[groupRoom.length];
    hospitalMet = new boolean[preferences.hospitals()];
    queue = new int[matched.length];
    for (int r = 0; r < matched.length; r++) {
      if (matched[r] >= 0) {
        enter(r, matched[r]);
      }
    }
  }

  /** Returns a largest matching: the edge of each resident, or -1. */
  int[] largest() {
    for (int r = 0; r < matched.length; r++) {
      if (matched[r] < 0) {
        augment(r);
      }
    }
    return matched;
  }

  private boolean augment(int root) {
    metHospitals.clear();
    metGroups.clear();
    queue[0] = root;
    tail = 1;
    for (int head = 0; head < tail; head++) {
      int r = queue[head];
      for (int e = preferences.start[r]; e < preferences.start[r + 1]; e++) {
        if (meet(r, e)) {
          take(root, r, e);
          forget();
          return true;
        }
      }
    }
    return false;
  }

  /** Returns whether there is room; else those come next who could make it. */
  private boolean meet(int r, int e) {
    int h = preferences.hospital[e];
    int g = preferences.groupOf(h);
    if (seats.size(h) == preferences.capacity[h]) {
      meet(h, r, e);
      return false;
    }
    if (g < 0 || groupRoom[g] > 0) {
      return true;
    }
    if (!groupMet[g]) {
      groupMet[g] = true;
      metGroups.add(g);
      for (int member : members[g]) {
        meet(member, r, e);
      }
    }
    return false;
  }

  private void meet(int h, int by, int e) {
    if (hospitalMet[h]) {
      return;
    }
    hospitalMet[h] = true;
    metHospitals.add(h);
    for (int i = 0; i < seats.size(h); i++) {
      int r = seats.resident(h, i);
      opened[r] = e;
      predecessor[r] = by;
      queue[tail++] = r;
    }
  }

  private void take(int root, int last, int edge) {
    int r = last;
    int e = edge;
    while (true) {
      int next = opened[r];
      if (r != root) {
        leave(r);
      }
      enter(r, e);
      if (r == root) {
        return;
      }
      e = next;
      r = predecessor[r];
    }
  }

  /** What a search met that succeeded may be met again. */
  private void forget() {
    while (!metHospitals.isEmpty()) {
      hospitalMet[metHospitals.remove()] = false;
    }
    while (!metGroups.isEmpty()) {
      groupMet[metGroups.remove()] = false;
    }
  }

  private void enter(int r, int e) {
    matched[r] = e;
    int h = preferences.hospital[e];
    seats.enter(h, r);
    if (preferences.groupOf(h) >= 0) {
      groupRoom[preferences.groupOf(h)]--;
    }
  }

  private void leave(int r) {
    int h = preferences.hospital[matched[r]];
    seats.leave(h, r);
    matched[r] = -1;
    if (preferences.groupOf(h) >= 0) {
      groupRoom[preferences.groupOf(h)]++;
    }
  }
}
