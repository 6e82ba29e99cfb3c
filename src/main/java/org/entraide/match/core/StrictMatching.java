package org.entraide.match.core;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A matching that is stable for a strict instance, which breaks the ties of another one, and stays
 * so while the order within ties changes: what a change upsets is repaired there alone.
 *
 * <p>A resident who may have a better hospital goes there. The place left goes to whom its
 * hospital, or its group, now likes best among those who prefer it, and so on: a chain that only
 * improves residents. Then those who were put out propose down their lists. The order of the two
 * matters: those who were put out take no part in the chains, as in the two phases of a repair.
 *
 * <p>Groups: each hospital without one is a group by itself, so that there is one rule: a pair
 * blocks if the resident prefers the hospital and the hospital and the group have room, or the
 * hospital has and the group prefers the resident to its worst (or has the resident already), or
 * the hospital is full and prefers the resident to its worst. D. Abraham, R. Irving, D. Manlove,
 * "Two algorithms for the student-project allocation problem", J. Discrete Algorithms 5 (2007)
 * 73-90, define it.
 */
final class StrictMatching {

  private static final int NOBODY = -1;
  private static final int PASSES = 8;

  /** What one repair may look at: far more than any has taken. */
  private static final long MOST_LOOKS_PER_PAIR = 64;

  private static final long MOST_LOOKS = 1_000_000;

  private final Preferences preferences;

  /** The resident of each edge. */
  private final int[] resident;

  private final HospitalGroups groups;
  private final TieOrder ofResidents;
  private final TieOrder ofGroups;

  /** The edge of each resident, or -1. */
  private final int[] matched;

  private final SeatedResidents seats;
  private final int[] groupSize;

  private final IntPool unmatched;
  private int size;
  private final Obligations obligations;
  private int owed;

  private final ChangeLog changes;

  private final IntQueue left = new IntQueue();
  private final IntQueue out = new IntQueue();
  private final boolean[] isOut;
  private long looks;

  /**
   * @param start a weakly stable matching: the edge of each resident, or -1
   */
  StrictMatching(Preferences preferences, int[] start, Obligations obligations) {
    this(preferences, start, obligations, preferences.hasGroups());
  }

  /** Takes a matching over, and where it need not be stable makes it so, moving few. */
  StrictMatching(Preferences preferences, int[] start, Obligations obligations, boolean settles) {
    this.preferences = preferences;
    this.obligations = obligations;
    owed = obligations.owed(preferences);
    int residents = preferences.residents();
    resident = new int[preferences.edges()];
    for (int r = 0; r < residents; r++) {
      Arrays.fill(resident, preferences.start[r], preferences.start[r + 1], r);
    }
    groups = new HospitalGroups(preferences, resident);
    ofResidents = new TieOrder(residents, resident, preferences.residentRank);
    ofGroups = new TieOrder(groups.size(), groups.groupOfClaim(), groups.rankOfClaim());
    matched = new int[residents];
    Arrays.fill(matched, NOBODY);
    seats = new SeatedResidents(preferences);
    groupSize = new int[groups.size()];
    unmatched = new IntPool(residents);
    isOut = new boolean[residents];
    changes = new ChangeLog(residents);
    for (int r = 0; r < residents; r++) {
      if (start[r] < 0) {
        addUnmatched(r);
        isOut[r] = true;
        out.add(r);
      } else {
        ofResidents.prefer(start[r], r);
        enter(r, start[r]);
      }
    }
    for (int r : SettledOrder.lastFirst(preferences, seats, matched)) {
      int claim = groups.claim(matched[r]);
      ofGroups.prefer(claim, groups.groupOfClaim()[claim]);
    }
    if (settles) {
      settle();
    } else {
      forgetQueues();
    }
    begin();
  }

  /**
   * At most as many passes as it takes in practice: who is matched may block where ranks changed.
   */
  private void settle() {
    for (int g = 0; g < groups.size(); g++) {
      left.add(g);
    }
    repair();
    for (int pass = 0; pass < PASSES && (pass == 0 || changes.size() > 0); pass++) {
      begin();
      for (int r = 0; r < matched.length; r++) {
        if (matched[r] >= 0) {
          propose(r);
          repair();
        }
      }
    }
  }

  /** Returns the edge of each resident, or -1. */
  int[] matched() {
    return matched.clone();
  }

  /** Returns how many residents are matched. */
  int size() {
    return size;
  }

  /** Returns whether all obligations are kept. */
  boolean owesNothing() {
    return owed == 0;
  }

  /** Returns the residents who are unmatched and have somebody on their list. */
  IntPool unmatched() {
    return unmatched;
  }

  /** Returns whether a resident has another edge than in another matching. */
  boolean differs(int r, int[] target) {
    return matched[r] != target[r];
  }

  /** Returns one of those who moved since the begin and have not what they have there, or -1. */
  int changedAndApart(int[] target, SplittableRandom random) {
    return changes.anybodyApart(matched, target, random);
  }

  /** Returns how many more residents have what they have in another matching, since the begin. */
  int nearer(int[] target) {
    return changes.nearer(matched, target);
  }

  /** Returns somebody who has a place there, or in its group where the place is free, or -1. */
  int anybodyAt(int h, SplittableRandom random) {
    int g = groups.of(h);
    int at = h;
    if (seats.size(h) < preferences.capacity[h] && groupSize[g] > 0) {
      do {
        at = groups.member(groups.begin(g) + random.nextInt(groups.end(g) - groups.begin(g)));
      } while (seats.size(at) == 0);
    }
    return seats.size(at) == 0 ? NOBODY : seats.resident(at, random.nextInt(seats.size(at)));
  }

  /** Returns how many pairs were looked at so far. */
  long looks() {
    return looks;
  }

  /** What is done from now on can be taken back. */
  void begin() {
    changes.clear();
    ofResidents.begin();
    ofGroups.begin();
  }

  /** Puts a pair first among those that its resident likes as well. */
  void preferAtResident(int e) {
    ofResidents.prefer(e, resident[e]);
    propose(resident[e]);
    repair();
  }

  /** Puts a pair first among those that its hospital likes as well, for its whole group. */
  void preferAtHospital(int e) {
    int claim = groups.claim(e);
    ofGroups.prefer(claim, groups.groupOfClaim()[claim]);
    propose(resident[e]);
    repair();
  }

  void takeBack() {
    int[] first = changes.first();
    for (int i = 0; i < changes.size(); i++) {
      int r = changes.resident(i);
      if (matched[r] >= 0) {
        leave(r);
        addUnmatched(r);
      }
    }
    for (int i = 0; i < changes.size(); i++) {
      int r = changes.resident(i);
      if (matched[r] < 0 && first[r] >= 0) {
        unmatched.remove(r);
        enter(r, first[r]);
      }
    }
    while (ofResidents.takeBack(resident)) {}
    while (ofGroups.takeBack(groups.groupOfClaim())) {}
  }

  /**
   * Ends at a limit that a stable start is far from: what is not stable then is not used by
   * anybody.
   */
  private void repair() {
    long most = looks + MOST_LOOKS_PER_PAIR * (long) resident.length + MOST_LOOKS;
    while (true) {
      if (looks > most) {
        forgetQueues();
      }
      if (!left.isEmpty()) {
        fill(left.remove());
      } else if (!out.isEmpty()) {
        int r = out.remove();
        isOut[r] = false;
        propose(r);
      } else {
        return;
      }
    }
  }

  private void forgetQueues() {
    left.clear();
    while (!out.isEmpty()) {
      isOut[out.remove()] = false;
    }
  }

  /** Somebody goes to the best hospital that takes them, if that is better than what they have. */
  private void propose(int r) {
    for (int e = ofResidents.first(r); e >= 0 && e != matched[r]; e = ofResidents.next(e)) {
      looks++;
      if (takes(e, r)) {
        move(r, e);
        return;
      }
    }
  }

  private boolean takes(int e, int r) {
    int h = preferences.hospital[e];
    int g = groups.of(h);
    int worst;
    if (seats.size(h) < preferences.capacity[h]) {
      if (groupSize[g] < groups.capacity(g) || isIn(r, g)) {
        return true;
      }
      worst = worstOfGroup(g);
    } else {
      worst = worst(h);
    }
    return worst >= 0 && key(e) < key(worst);
  }

  private boolean isIn(int r, int g) {
    return matched[r] >= 0 && groups.of(preferences.hospital[matched[r]]) == g;
  }

  private long key(int e) {
    return ofGroups.key(groups.claim(e));
  }

  /** Returns the edge of whom a hospital likes least of those it has, or -1. */
  private int worst(int h) {
    int worst = NOBODY;
    looks += seats.size(h);
    for (int i = 0; i < seats.size(h); i++) {
      int e = matched[seats.resident(h, i)];
      worst = worst < 0 || key(e) > key(worst) ? e : worst;
    }
    return worst;
  }

  private int worstOfGroup(int g) {
    int worst = NOBODY;
    for (int i = groups.begin(g); i < groups.end(g); i++) {
      int e = worst(groups.member(i));
      worst = worst < 0 || (e >= 0 && key(e) > key(worst)) ? e : worst;
    }
    return worst;
  }

  /** Moves somebody to a hospital that takes them, which puts somebody out where it is full. */
  private void move(int r, int e) {
    int h = preferences.hospital[e];
    int g = groups.of(h);
    int loser = NOBODY;
    if (seats.size(h) == preferences.capacity[h]) {
      loser = worst(h);
    } else if (groupSize[g] == groups.capacity(g) && !isIn(r, g)) {
      loser = worstOfGroup(g);
    }
    changes.note(r, matched[r]);
    if (matched[r] >= 0) {
      left.add(groups.of(preferences.hospital[matched[r]]));
      leave(r);
    } else {
      unmatched.remove(r);
    }
    if (loser >= 0) {
      int w = resident[loser];
      changes.note(w, matched[w]);
      leave(w);
      addUnmatched(w);
      isOut[w] = true;
      out.add(w);
    }
    enter(r, e);
    if (!groups.isSingle(g)) {
      left.add(g);
    }
  }

  /** Gives the places of a group that are free to those whom it likes best and who prefer them. */
  private void fill(int g) {
    boolean single = groups.isSingle(g);
    if (single && groupSize[g] == groups.capacity(g)) {
      return;
    }
    for (int claim = ofGroups.first(g); claim >= 0; claim = ofGroups.next(claim)) {
      looks++;
      int r = groups.residentOfClaim(claim);
      int e = isOut[r] ? NOBODY : single ? groups.edgeOfClaim(claim) : bestIn(r, g);
      if (e >= 0 && prefers(r, e)) {
        move(r, e);
        left.add(g);
        return;
      }
    }
  }

  private boolean prefers(int r, int e) {
    return matched[r] < 0 || ofResidents.key(e) < ofResidents.key(matched[r]);
  }

  /**
   * Returns the best pair of a resident with a hospital of a group that has room and takes them.
   */
  private int bestIn(int r, int g) {
    for (int e = ofResidents.first(r); e >= 0 && e != matched[r]; e = ofResidents.next(e)) {
      looks++;
      int h = preferences.hospital[e];
      if (groups.of(h) == g && seats.size(h) < preferences.capacity[h] && takes(e, r)) {
        return e;
      }
    }
    return NOBODY;
  }

  private void enter(int r, int e) {
    matched[r] = e;
    seats.enter(preferences.hospital[e], r);
    groupSize[groups.of(preferences.hospital[e])]++;
    size++;
    owed -= obligations.kept(r, preferences.hospital[e]);
  }

  private void leave(int r) {
    int h = preferences.hospital[matched[r]];
    seats.leave(h, r);
    groupSize[groups.of(h)]--;
    matched[r] = NOBODY;
    size--;
    owed += obligations.kept(r, h);
  }

  private void addUnmatched(int r) {
    if (preferences.start[r] < preferences.start[r + 1]) {
      unmatched.add(r);
    }
  }
}
