package org.entraide.match.policy;

import java.util.Arrays;
import org.entraide.match.geometry.EnviousSeekers;
import org.entraide.match.geometry.HelperForest;
import org.entraide.match.geometry.HelperSearch;
import org.entraide.match.geometry.HelperTree;
import org.entraide.match.state.Pairing;

/**
 * A stable round of a market whose pairs are too many to list, with what it takes to change it in
 * one place: who is with whom, which helpers would take somebody, and who would rather have a
 * helper.
 *
 * <p>Appeals of helpers: {@link HelperSearch#OPEN} with room, else one more than the rank of the
 * worst person they have. Those in a group with a limit are left as they are, and count as if they
 * took everybody. So a search changes less than it might, and never too much.
 */
final class RoundInPlace {

  private final Pairing pairing;
  private final HelperForest forest;
  private final HelperSearch search;
  private final EnviousSeekers envious;
  private final int[] capacities;
  private final int[] helperOf;
  private final int[] rankOf;
  private final int[] size;

  /** The people of each helper: doubly linked lists. */
  private final int[] first;

  private final int[] next;
  private final int[] previous;
  private long searches;

  /**
   * @param helperOf the helper of each person, or -1: a stable round
   * @param seekers those who seek something, those whom helpers prefer first
   */
  RoundInPlace(Pairing pairing, int[] helperOf, int[] seekers) {
    this.pairing = pairing;
    this.helperOf = new int[helperOf.length];
    capacities = pairing.state().capacities();
    size = new int[helperOf.length];
    rankOf = new int[helperOf.length];
    first = new int[helperOf.length];
    next = new int[helperOf.length];
    previous = new int[helperOf.length];
    Arrays.fill(this.helperOf, -1);
    Arrays.fill(first, -1);
    Arrays.fill(rankOf, EnviousSeekers.UNMATCHED);
    for (int r = 0; r < helperOf.length; r++) {
      if (helperOf[r] >= 0) {
        enter(r, helperOf[r]);
      }
    }
    forest = new HelperForest(pairing, this::appeal);
    search = forest.search();
    envious = new EnviousSeekers(pairing, seekers, rankOf);
  }

  /** Returns the helper of each person, or -1. */
  int[] helperOf() {
    return helperOf;
  }

  /** Returns what a person thinks of their helper, or {@link EnviousSeekers#UNMATCHED}. */
  int rank(int r) {
    return rankOf[r];
  }

  /** Returns who would rather have a helper than what they have. */
  EnviousSeekers envious() {
    return envious;
  }

  int capacity(int h) {
    return capacities[h];
  }

  boolean hasRoom(int h) {
    return size[h] < capacities[h];
  }

  boolean isInGroup(int h) {
    return pairing.people().groups().of(h) >= 0;
  }

  /** Returns somebody whom a helper has, or -1. */
  int firstOf(int h) {
    return first[h];
  }

  /** Returns the next one whom the same helper has, or -1. */
  int nextOf(int r) {
    return next[r];
  }

  /** Returns what a helper thinks of the worst person they have, or -1. */
  int worst(int h) {
    int worst = -1;
    for (int r = first[h]; r >= 0; r = next[r]) {
      worst = Math.max(worst, pairing.helperRank(r, h, pairing.band(rankOf[r])));
    }
    return worst;
  }

  /** Returns whom a helper likes least of those they have, the last of them in the order, or -1. */
  int worstPerson(int h) {
    int rank = worst(h);
    int worst = -1;
    for (int r = first[h]; r >= 0; r = next[r]) {
      if (pairing.helperRank(r, h, pairing.band(rankOf[r])) == rank) {
        worst = Math.max(worst, r);
      }
    }
    return worst;
  }

  /** Returns how many have a helper. */
  long matched() {
    return Arrays.stream(helperOf).filter(h -> h >= 0).count();
  }

  /** Returns how many searches through trees were made. */
  long searches() {
    return searches;
  }

  /** Returns the helper whom a person likes best of those not hidden, or -1. */
  int anybody(int r) {
    return find(r, Integer.MAX_VALUE, 0, 0);
  }

  /** Returns the helper with room whom a person likes best of those not hidden, or -1. */
  int withRoom(int r) {
    return find(r, Integer.MAX_VALUE, HelperSearch.OPEN - 1, 0);
  }

  /** Returns the helper whom a person likes best of those not hidden who would take them, or -1. */
  int taker(int r) {
    return find(r, Integer.MAX_VALUE, key(r), 1);
  }

  /**
   * Returns the helper whom a person likes best of those not hidden who would take them, and whom
   * they would rather have than what they have, or -1.
   */
  int better(int r) {
    return find(r, rankOf[r] == EnviousSeekers.UNMATCHED ? rankOf[r] : rankOf[r] - 1, key(r), 1);
  }

  private long key(int r) {
    return (long) pairing.priorityRank(r) * pairing.bands() + 1;
  }

  /** Returns what the person thinks of whom the last search found. */
  int rankFound() {
    return search.rank();
  }

  private int find(int r, int mostRank, long key, long step) {
    searches++;
    return search.find(r, mostRank, key, step);
  }

  /** Makes that searches find a helper no more. */
  void hide(int h) {
    forest.set(h, HelperTree.GONE);
  }

  void show(int h) {
    forest.set(h, appeal(h));
  }

  private long appeal(int h) {
    return hasRoom(h) || isInGroup(h) ? HelperSearch.OPEN : 1L + worst(h);
  }

  /** Gives somebody another helper, or nobody, which is -1. */
  void move(int r, int h) {
    if (helperOf[r] >= 0) {
      leave(r);
    }
    if (h >= 0) {
      enter(r, h);
    }
  }

  private void enter(int r, int h) {
    helperOf[r] = h;
    rankOf[r] = pairing.personRank(r, h);
    size[h]++;
    previous[r] = -1;
    next[r] = first[h];
    if (first[h] >= 0) {
      previous[first[h]] = r;
    }
    first[h] = r;
  }

  private void leave(int r) {
    int h = helperOf[r];
    if (previous[r] < 0) {
      first[h] = next[r];
    } else {
      next[previous[r]] = next[r];
    }
    if (next[r] >= 0) {
      previous[next[r]] = previous[r];
    }
    size[h]--;
    helperOf[r] = -1;
    rankOf[r] = EnviousSeekers.UNMATCHED;
  }
}
