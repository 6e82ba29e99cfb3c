package org.entraide.match.policy;

import java.util.Arrays;
import org.entraide.match.core.Preferences;
import org.entraide.match.state.LimitedGroups;
import org.entraide.match.state.Pairing;

/** Every acceptable pair of a small market, in memory, with its ranks for seeker and helper. */
final class AllPairs {

  private static final int MOST_PAIRS = 2_000_000;

  /** So many pairs are looked at in a second at most. */
  static final long MOST_LOOKS = 20_000_000;

  private final Pairing pairing;
  private final int[] seekers;
  private final int[] helpers;
  private final int[] offers;
  private int[] seeker = new int[64];
  private int[] helper = new int[64];
  private int size;

  AllPairs(Pairing pairing) {
    this.pairing = pairing;
    seekers = Augmentation.seekers(pairing);
    helpers = pairing.state().helpersWithRoom();
    offers = Arrays.stream(helpers).map(pairing::usableOffers).toArray();
  }

  int[] seekers() {
    return seekers;
  }

  /** Returns the person that a hospital of {@link #preferences} represents. */
  int helper(int hospital) {
    return helpers[hospital];
  }

  /**
   * Lists the pairs; false when there are too many.
   *
   * @param mostLooks how many may be looked at
   */
  boolean list(long mostLooks) {
    if ((long) seekers.length * helpers.length > mostLooks) {
      return false;
    }
    for (int s = 0; s < seekers.length; s++) {
      int person = seekers[s];
      int sought = pairing.state().sought(person);
      for (int h = 0; h < helpers.length; h++) {
        int common = sought & offers[h];
        if (common != 0 && person != helpers[h] && pairing.rank(person, helpers[h], common) >= 0) {
          if (size == MOST_PAIRS) {
            return false;
          }
          add(s, h);
        }
      }
    }
    return true;
  }

  private void add(int s, int h) {
    if (size == seeker.length) {
      seeker = Arrays.copyOf(seeker, 2 * size);
      helper = Arrays.copyOf(helper, 2 * size);
    }
    seeker[size] = s;
    helper[size++] = h;
  }

  /** Returns the pairs as an abstract instance; its residents are positions among the seekers. */
  Preferences preferences() {
    int[] residentRank = new int[size];
    int[] hospitalRank = new int[size];
    for (int i = 0; i < size; i++) {
      int person = seekers[seeker[i]];
      residentRank[i] = pairing.personRank(person, helpers[helper[i]]);
      hospitalRank[i] =
          pairing.helperRank(person, helpers[helper[i]], pairing.band(residentRank[i]));
    }
    int[] capacities = pairing.state().capacities();
    Preferences pairs =
        Preferences.ofPairs(
            seekers.length,
            Arrays.copyOf(seeker, size),
            Arrays.copyOf(helper, size),
            residentRank,
            hospitalRank,
            Arrays.stream(helpers).map(h -> capacities[h]).toArray());
    LimitedGroups groups = pairing.people().groups();
    return groups.count() == 0
        ? pairs
        : pairs.withGroups(
            Arrays.stream(helpers).map(groups::of).toArray(), pairing.state().groupCapacities());
  }

  /**
   * Returns the edge of each seeker's helper, or -1.
   *
   * @param preferences the {@link #preferences}
   * @param helperOf the helper of each person, or -1
   */
  int[] edges(Preferences preferences, int[] helperOf) {
    int[] edges = new int[seekers.length];
    for (int s = 0; s < seekers.length; s++) {
      edges[s] = -1;
      for (int e = preferences.start[s]; e < preferences.start[s + 1]; e++) {
        edges[s] = helpers[preferences.hospital[e]] == helperOf[seekers[s]] ? e : edges[s];
      }
    }
    return edges;
  }
}
