package org.entraide.match;

import java.util.Arrays;

/**
 * The lists of one round: for each person who seeks, the best helpers with room, at first {@code
 * length} at most. In a dense city everybody is in reach of thousands; nobody needs them all.
 *
 * <p>Finding them looks at every pair once, most of them only by two bit masks.
 */
final class Candidates {

  private final Pairing pairing;
  private final int length;
  private final long[] hashes;

  /** Packed as in {@link Shortlist#edge}, sorted; empty for who does not seek. */
  private final long[][] lists;

  private Candidates(Pairing pairing, long[] hashes, int length) {
    this.pairing = pairing;
    this.hashes = hashes;
    this.length = length;
    lists = new long[pairing.size()][];
    Arrays.fill(lists, new long[0]);
  }

  /**
   * @param hashes of the references, by index
   * @param length of a list before it is extended
   */
  static Candidates find(Pairing pairing, long[] hashes, int length) {
    Candidates candidates = new Candidates(pairing, hashes, length);
    State state = pairing.state();
    int[] helpers = state.helpersWithRoom();
    int[] offers = Arrays.stream(helpers).map(pairing::usableOffers).toArray();
    for (int person = 0; person < pairing.size(); person++) {
      int sought = state.sought(person);
      if (sought != 0) {
        candidates.lists[person] = candidates.best(person, sought, helpers, offers);
      }
    }
    return candidates;
  }

  private long[] best(int person, int sought, int[] helpers, int[] offers) {
    Shortlist best = new Shortlist(length);
    for (int i = 0; i < helpers.length; i++) {
      int common = sought & offers[i];
      if (common != 0 && helpers[i] != person) {
        int rank = pairing.rank(person, helpers[i], common);
        if (rank >= 0 && best.wants(rank)) {
          best.offer(Shortlist.edge(rank, helpers[i]), lot(person, helpers[i]));
        }
      }
    }
    return best.edges();
  }

  private long lot(int person, int helper) {
    return Hash.ofPair(hashes[person], hashes[helper]);
  }

  boolean isEmpty() {
    return Arrays.stream(lists).allMatch(list -> list.length == 0);
  }

  /** Starts to collect pairs that are to be added. */
  Extension extension() {
    return new Extension();
  }

  /** Returns the lists for the solver; its edges are numbered through {@code lists} in order. */
  Preferences preferences() {
    int[] start = new int[lists.length + 1];
    for (int person = 0; person < lists.length; person++) {
      start[person + 1] = Math.addExact(start[person], lists[person].length);
    }
    int edges = start[lists.length];
    int[] hospital = new int[edges];
    int[] residentRank = new int[edges];
    int[] hospitalRank = new int[edges];
    for (int person = 0; person < lists.length; person++) {
      for (int i = 0; i < lists[person].length; i++) {
        int e = start[person] + i;
        residentRank[e] = Shortlist.rank(lists[person][i]);
        hospital[e] = Shortlist.helper(lists[person][i]);
        hospitalRank[e] = pairing.helperRank(person, pairing.band(residentRank[e]));
      }
    }
    int[] capacity = pairing.state().capacities();
    return new Preferences(start, hospital, residentRank, hospitalRank, capacity);
  }

  /** The best new helpers for each list, as many as it has already or {@code length} at most. */
  final class Extension {

    private final Shortlist[] found = new Shortlist[lists.length];

    private Extension() {}

    /** Proposes to add an acceptable pair. */
    void offer(int person, int helper) {
      int rank = pairing.personRank(person, helper);
      long edge = Shortlist.edge(rank, helper);
      if (rank < 0 || Arrays.binarySearch(lists[person], edge) >= 0) {
        return;
      }
      if (found[person] == null) {
        found[person] = new Shortlist(Math.max(length, lists[person].length));
      }
      found[person].offer(edge, lot(person, helper));
    }

    /** Adds what was found; false when there was nothing new. */
    boolean apply() {
      boolean added = false;
      for (int person = 0; person < found.length; person++) {
        if (found[person] != null) {
          lists[person] = merged(lists[person], found[person].edges());
          added = true;
        }
      }
      return added;
    }

    private long[] merged(long[] some, long[] more) {
      long[] all = Arrays.copyOf(some, some.length + more.length);
      System.arraycopy(more, 0, all, some.length, more.length);
      Arrays.sort(all);
      return all;
    }
  }
}
