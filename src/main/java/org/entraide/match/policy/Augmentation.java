package org.entraide.match.policy;

import java.util.Arrays;
import org.entraide.match.geometry.HelperForest;
import org.entraide.match.geometry.HelperSearch;
import org.entraide.match.geometry.HelperTree;
import org.entraide.match.state.Pairing;

/**
 * Largest matchings over all acceptable pairs, none of which is kept in memory, by augmenting paths
 * through a {@link HelperForest}: stability aside, a bound for any matching, and the policy {@link
 * Policy#COVERAGE}.
 *
 * <p>People are placed one after the other. Who finds no helper with room starts a breadth-first
 * search for a path along which others move up; nobody who is placed loses their place. Each helper
 * is met once in a search. After a search that failed the helpers met are closed for good: all are
 * full, and those they have could go only to each other. So all failures together take one search
 * of the whole graph; only successes cost their own.
 *
 * <p>Placing people class by class gives most of the first class, then most of the second, and so
 * on: sets of people who can be placed together are the independent sets of a transversal matroid,
 * for which the greedy choice is best (Edmonds, Fulkerson 1965; for this use: Turner, "Faster
 * maximium priority matchings in bipartite graphs", 2015).
 */
final class Augmentation {

  /** Of helpers who are full. */
  private static final long FULL = 1;

  private final HelperForest forest;
  private final HelperSearch search;
  private final int[] room;
  private final int[] helperOf;

  /** The people of each helper: doubly linked lists. */
  private final int[] first;

  private final int[] next;
  private final int[] previous;

  /** Who found each helper in the present search. */
  private final int[] finder;

  private int[] met = new int[16];
  private int metSize;
  private final int[] queue;
  private long steps;

  Augmentation(Pairing pairing) {
    forest = new HelperForest(pairing, h -> HelperSearch.OPEN);
    search = forest.search();
    int size = pairing.size();
    room = pairing.state().capacities();
    helperOf = new int[size];
    first = new int[size];
    next = new int[size];
    previous = new int[size];
    finder = new int[size];
    queue = new int[size];
    Arrays.fill(helperOf, -1);
    Arrays.fill(first, -1);
  }

  /** Returns the helper of each person, or -1. */
  int[] helperOf() {
    return helperOf;
  }

  /** Returns how many searches were made: a measure of the time. */
  long steps() {
    return steps;
  }

  /** Places somebody with a helper, if that one has room. */
  boolean seat(int person, int helper) {
    if (room[helper] == 0) {
      return false;
    }
    room[helper]--;
    enter(person, helper);
    if (room[helper] == 0) {
      forest.set(helper, FULL);
    }
    return true;
  }

  /** Places somebody, others moving if they must; false if that is impossible, now and later. */
  boolean place(int root) {
    metSize = 0;
    if (settles(root, root)) {
      return true;
    }
    queue[0] = root;
    int tail = 1;
    for (int head = 0; head < tail; head++) {
      int person = queue[head];
      for (int h = find(person, 0); h >= 0; h = find(person, 0)) {
        meet(h, person);
        for (int other = first[h]; other >= 0; other = next[other]) {
          if (settles(root, other)) {
            return true;
          }
          queue[tail++] = other;
        }
      }
    }
    return false;
  }

  /** Ends the search where somebody met could go to a helper with room. */
  private boolean settles(int root, int person) {
    int free = find(person, HelperSearch.OPEN - 1);
    if (free < 0) {
      return false;
    }
    move(root, person, free);
    for (int i = 0; i < metSize; i++) {
      forest.set(met[i], FULL);
    }
    return true;
  }

  /**
   * Returns how many places are still free with helpers to whom a path leads from any of these
   * people, none of whom is placed: no more of them can be placed. This ends the use of this
   * object.
   */
  int slack(int[] people) {
    int tail = 0;
    for (int person : people) {
      queue[tail++] = person;
    }
    int slack = 0;
    for (int head = 0; head < tail; head++) {
      int person = queue[head];
      for (int h = find(person, 0); h >= 0; h = find(person, 0)) {
        forest.set(h, HelperTree.GONE);
        slack += room[h];
        for (int other = first[h]; other >= 0; other = next[other]) {
          queue[tail++] = other;
        }
      }
    }
    return slack;
  }

  private int find(int person, long key) {
    steps++;
    return search.find(person, Integer.MAX_VALUE, key, 0);
  }

  private void meet(int helper, int by) {
    finder[helper] = by;
    forest.set(helper, HelperTree.GONE);
    if (metSize == met.length) {
      met = Arrays.copyOf(met, 2 * metSize);
    }
    met[metSize++] = helper;
  }

  private void move(int root, int last, int free) {
    int person = last;
    int helper = free;
    while (person != root) {
      int left = helperOf[person];
      leave(person, left);
      if (helper == free) {
        seat(person, helper);
      } else {
        enter(person, helper);
      }
      helper = left;
      person = finder[left];
    }
    if (helper == free) {
      seat(person, helper);
    } else {
      enter(person, helper);
    }
  }

  private void enter(int person, int helper) {
    helperOf[person] = helper;
    previous[person] = -1;
    next[person] = first[helper];
    if (first[helper] >= 0) {
      previous[first[helper]] = person;
    }
    first[helper] = person;
  }

  private void leave(int person, int helper) {
    if (previous[person] < 0) {
      first[helper] = next[person];
    } else {
      next[previous[person]] = next[person];
    }
    if (next[person] >= 0) {
      previous[next[person]] = previous[person];
    }
    helperOf[person] = -1;
  }

  /** Returns those who seek something, those whom helpers prefer first. */
  static int[] seekers(Pairing pairing) {
    long[] order = new long[pairing.size()];
    int count = 0;
    for (int person = 0; person < order.length; person++) {
      if (pairing.state().sought(person) != 0) {
        order[count++] = ((long) pairing.standing(person) << Integer.SIZE) | person;
      }
    }
    Arrays.sort(order, 0, count);
    return Arrays.stream(order, 0, count).mapToInt(it -> (int) it).toArray();
  }
}
