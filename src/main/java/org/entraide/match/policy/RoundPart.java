package org.entraide.match.policy;

import java.util.Arrays;
import org.entraide.match.core.Obligations;
import org.entraide.match.core.Preferences;
import org.entraide.match.geometry.EnviousSeekers;
import org.entraide.match.state.Pairing;

/**
 * The part of a market around somebody who is left without a helper: some helpers, all the people
 * they have, and some who have nobody. Everything else stays as it is, and the part keeps the whole
 * round stable:
 *
 * <ul>
 *   <li>Its people take nobody whom they like less than somebody outside who would take them; and
 *       if there is such a one, they must have somebody.
 *   <li>Its helpers take nobody whom they like less than somebody outside who would rather have
 *       them; and if there is such a one, they must be full.
 * </ul>
 *
 * <p>It grows along the ways on which others would move up, as far as a helper with room and a
 * little farther.
 */
final class RoundPart {

  /** For each helper so many people. */
  private static final int PEOPLE = 4;

  /** How many helpers the first person brings along who would not take them. */
  private static final int BRANCHES = 4;

  private final Pairing pairing;
  private final RoundInPlace round;

  /** By person the position among {@link #people}, and among {@link #helpers}, or -1. */
  private final int[] position;

  private final int[] helperPosition;

  private int[] people = {};
  private int peopleSize;
  private int[] helpers = {};
  private int helpersSize;
  private boolean room;
  private int[] hidden = new int[16];
  private int hiddenSize;

  private int[] wall = {};
  private int[] limit = {};
  private int[] resident = new int[1024];
  private int[] hospital = new int[1024];
  private int[] residentRank = new int[1024];
  private int[] hospitalRank = new int[1024];
  private int size;
  private long looks;

  RoundPart(Pairing pairing, RoundInPlace round) {
    this.pairing = pairing;
    this.round = round;
    position = new int[pairing.size()];
    helperPosition = new int[pairing.size()];
    Arrays.fill(position, -1);
    Arrays.fill(helperPosition, -1);
  }

  /** Returns how many pairs were looked at, searches aside. */
  long looks() {
    return looks;
  }

  /**
   * Grows around somebody without a helper; false where no way to a helper with room was found.
   * Helpers of the part are hidden until {@link #clear}.
   *
   * @param mostHelpers how many it may have
   */
  boolean grow(int root, int mostHelpers) {
    if (helpers.length != mostHelpers) {
      helpers = new int[mostHelpers];
      limit = new int[mostHelpers];
      people = new int[PEOPLE * mostHelpers];
      wall = new int[PEOPLE * mostHelpers];
    }
    room = false;
    add(root);
    for (int head = 0; head < peopleSize && helpersSize < helpers.length; head++) {
      int r = people[head];
      addHelper(r, Way.ROOM);
      addHelper(r, Way.TAKER);
      for (int i = head == 0 ? BRANCHES : 0; i > 0 && addHelper(r, Way.ANY); i--) {}
    }
    for (; hiddenSize > 0; hiddenSize--) {
      round.show(hidden[hiddenSize - 1]);
    }
    return room;
  }

  private enum Way {
    ROOM,
    TAKER,
    ANY
  }

  private int find(int r, Way way) {
    return switch (way) {
      case ROOM -> round.withRoom(r);
      case TAKER -> round.taker(r);
      case ANY -> round.anybody(r);
    };
  }

  private boolean addHelper(int r, Way way) {
    int h = find(r, way);
    while (h >= 0 && round.isInGroup(h)) {
      hidden = hiddenSize == hidden.length ? Arrays.copyOf(hidden, 2 * hiddenSize) : hidden;
      hidden[hiddenSize++] = h;
      round.hide(h);
      h = find(r, way);
    }
    if (h < 0 || helpersSize == helpers.length || !hasPlaceForPeopleOf(h)) {
      return false;
    }
    round.hide(h);
    helperPosition[h] = helpersSize;
    helpers[helpersSize++] = h;
    room |= round.hasRoom(h);
    for (int other = round.firstOf(h); other >= 0; other = round.nextOf(other)) {
      add(other);
    }
    return true;
  }

  private boolean hasPlaceForPeopleOf(int h) {
    int more = peopleSize;
    for (int other = round.firstOf(h);
        other >= 0 && more <= people.length;
        other = round.nextOf(other)) {
      more++;
    }
    return more <= people.length;
  }

  private void add(int r) {
    position[r] = peopleSize;
    people[peopleSize++] = r;
  }

  /** Ends the use of this part: helpers are shown again, as they are now. */
  void clear() {
    for (int i = 0; i < helpersSize; i++) {
      round.show(helpers[i]);
      helperPosition[helpers[i]] = -1;
    }
    for (int i = 0; i < peopleSize; i++) {
      position[people[i]] = -1;
    }
    helpersSize = 0;
    peopleSize = 0;
  }

  /** Returns the part as an abstract instance; residents and hospitals are positions in it. */
  Preferences preferences() {
    findLimits();
    findWalls();
    size = 0;
    for (int i = 0; i < peopleSize; i++) {
      int sought = pairing.state().sought(people[i]);
      looks += helpersSize;
      for (int j = 0; j < helpersSize; j++) {
        int common = sought & pairing.usableOffers(helpers[j]);
        if (common != 0 && people[i] != helpers[j]) {
          list(i, j, pairing.rank(people[i], helpers[j], common));
        }
      }
    }
    return Preferences.ofPairs(
        peopleSize,
        Arrays.copyOf(resident, size),
        Arrays.copyOf(hospital, size),
        Arrays.copyOf(residentRank, size),
        Arrays.copyOf(hospitalRank, size),
        Arrays.stream(helpers, 0, helpersSize).map(round::capacity).toArray());
  }

  private void list(int i, int j, int rank) {
    int of = rank < 0 ? -1 : pairing.helperRank(people[i], helpers[j], pairing.band(rank));
    if (rank < 0 || rank > wall[i] || of > limit[j]) {
      return;
    }
    if (size == resident.length) {
      resident = Arrays.copyOf(resident, 2 * size);
      hospital = Arrays.copyOf(hospital, 2 * size);
      residentRank = Arrays.copyOf(residentRank, 2 * size);
      hospitalRank = Arrays.copyOf(hospitalRank, 2 * size);
    }
    resident[size] = i;
    hospital[size] = j;
    residentRank[size] = rank;
    hospitalRank[size++] = of;
  }

  /** Those outside who have nobody and would limit a helper become part of it while they fit. */
  private void findLimits() {
    EnviousSeekers envious = round.envious();
    for (int j = 0; j < helpersSize; j++) {
      limit[j] = EnviousSeekers.NOBODY;
      if (!round.hasRoom(helpers[j])) {
        int best = envious.best(helpers[j], r -> position[r] >= 0);
        while (peopleSize < people.length
            && envious.foundSeeker() >= 0
            && round.rank(envious.foundSeeker()) == EnviousSeekers.UNMATCHED) {
          add(envious.foundSeeker());
          best = envious.best(helpers[j], r -> position[r] >= 0);
        }
        limit[j] = Math.max(best, round.worst(helpers[j]));
      }
    }
  }

  /** Nobody outside would take somebody who has nobody. */
  private void findWalls() {
    for (int i = 0; i < peopleSize; i++) {
      int own = round.rank(people[i]);
      wall[i] = EnviousSeekers.UNMATCHED;
      if (own < EnviousSeekers.UNMATCHED && round.taker(people[i]) >= 0) {
        wall[i] = Math.max(own, round.rankFound());
      }
    }
  }

  /** Returns what the part owes to the rest; to be asked after {@link #preferences}. */
  Obligations obligations() {
    boolean[] residents = new boolean[peopleSize];
    boolean[] hospitals = new boolean[helpersSize];
    for (int i = 0; i < peopleSize; i++) {
      residents[i] = wall[i] < EnviousSeekers.UNMATCHED;
    }
    for (int j = 0; j < helpersSize; j++) {
      hospitals[j] = limit[j] < EnviousSeekers.NOBODY;
    }
    return new Obligations(residents, hospitals);
  }

  /** Returns the edge of each resident's present helper, or -1. */
  int[] edges(Preferences preferences) {
    int[] edges = new int[peopleSize];
    for (int i = 0; i < peopleSize; i++) {
      edges[i] = -1;
      int own = round.helperOf()[people[i]];
      for (int e = preferences.start[i]; e < preferences.start[i + 1]; e++) {
        edges[i] = helpers[preferences.hospitalOf(e)] == own ? e : edges[i];
      }
    }
    return edges;
  }

  /** Makes the round what was found in this part. */
  void take(Preferences preferences, int[] edges) {
    for (int i = 0; i < peopleSize; i++) {
      int h = edges[i] < 0 ? -1 : helpers[preferences.hospitalOf(edges[i])];
      if (h != round.helperOf()[people[i]]) {
        round.move(people[i], h);
      }
    }
    for (int i = 0; i < peopleSize; i++) {
      round.envious().update(people[i]);
    }
  }
}
