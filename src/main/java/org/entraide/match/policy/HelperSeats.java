package org.entraide.match.policy;

import org.entraide.match.core.HospitalSeats;
import org.entraide.match.state.LimitedGroups;
import org.entraide.match.state.Pairing;

/** Who is with which helper and in which group during a round; keys as in {@link HospitalSeats}. */
final class HelperSeats {

  private final HospitalSeats seats;
  private final HospitalSeats groupSeats;
  private final LimitedGroups groups;
  private final int[][] members;
  private final int[] free;
  private final int[] capacity;

  HelperSeats(Pairing pairing) {
    groups = pairing.people().groups();
    free = pairing.state().capacities();
    capacity = new int[free.length];
    for (int h = 0; h < free.length; h++) {
      capacity[h] = Math.max(1, pairing.people().get(h).capacity());
    }
    seats = new HospitalSeats(free.length, free.clone());
    groupSeats = new HospitalSeats(free.length, pairing.state().groupCapacities());
    members = new int[groups.count()][];
    for (int g = 0; g < members.length; g++) {
      members[g] = pairing.membersWithRoom(g);
    }
  }

  /** Returns the limited group of a helper, or -1. */
  int group(int h) {
    return groups.of(h);
  }

  /** Returns the helpers of a group who had room when the round began. */
  int[] members(int g) {
    return members[g];
  }

  boolean hasRoom(int h) {
    return seats.hasRoom(h);
  }

  boolean groupHasRoom(int g) {
    return groupSeats.hasRoom(g);
  }

  /** Returns whether the helper and their group have room. */
  boolean isOpen(int h) {
    int g = groups.of(h);
    return seats.hasRoom(h) && (g < 0 || groupSeats.hasRoom(g));
  }

  /**
   * Returns the key of whom somebody would replace with a helper who is not open; -1 for nobody.
   */
  long rival(int h) {
    return seats.hasRoom(h) ? groupSeats.worst(groups.of(h)) : seats.worst(h);
  }

  /** Returns which share of the helper's capacity is free, earlier introductions included. */
  double shareFree(int h) {
    return (double) free[h] / capacity[h];
  }

  void add(int h, long key) {
    seats.add(h, key);
    free[h]--;
    if (groups.of(h) >= 0) {
      groupSeats.add(groups.of(h), key);
    }
  }

  void remove(int h, int person) {
    seats.remove(h, person);
    free[h]++;
    if (groups.of(h) >= 0) {
      groupSeats.remove(groups.of(h), person);
    }
  }
}
