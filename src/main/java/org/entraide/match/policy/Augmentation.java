package org.entraide.match.policy;

import java.util.Arrays;
import org.entraide.match.geometry.HelperForest;
import org.entraide.match.geometry.HelperSearch;
import org.entraide.match.geometry.HelperTree;
import org.entraide.match.state.LimitedGroups;
import org.entraide.match.state.Pairing;

/**
 * Largest matchings over all acceptable pairs, none of which is kept in memory, by augmenting paths
 * through a {@link HelperForest}: stability aside, a bound for any matching, and the policy {@link
 * Policy#COVERAGE}.
 *
 * <p>Where a helper has room and their group has not, anybody of the group may make place, so all
 * of them are met together.
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
  private final LimitedGroups groups;
  private final int[] groupRoom;
  private final int[][] members;
  private final int[] helperOf;

  /** The people of each helper: doubly linked lists. */
  private final int[] first;

  private final int[] next;
  private final int[] previous;

  /** By person in the queue: whose helper is met by the one before, and who that is. */
  private final int[] opened;

  private final int[] cause;
  private final boolean[] groupMet;

  private int[] met = new int[16];
  private int metSize;
  private final int[] queue;
  private long steps;

  Augmentation(Pairing pairing) {
    forest = new HelperForest(pairing, h -> HelperSearch.OPEN);
    search = forest.search();
    int size = pairing.size();
    room = pairing.state().capacities();
    groups = pairing.people().groups();
    groupRoom = pairing.state().groupCapacities();
    members = new int[groupRoom.length][];
    Arrays.setAll(members, pairing::membersWithRoom);
    groupMet = new boolean[groupRoom.length];
    opened = new int[size];
    cause = new int[size];
    helperOf = new int[size];
    first = new int[size];
    next = new int[size];
    previous = new int[size];
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
    if (!hasRoom(helper)) {
      return false;
    }
    enter(person, helper);
    update(helper);
    return true;
  }

  /** Places somebody, others moving if they must; false if that is impossible, now and later. */
  boolean place(int root) {
    metSize = 0;
    if (settle(root, root)) {
      return true;
    }
    queue[0] = root;
    int tail = 1;
    for (int head = 0; head < tail; head++) {
      int person = queue[head];
      for (int h = find(person, 0); h >= 0; h = find(person, 0)) {
        int firstMet = tail;
        tail = meet(h, person, tail);
        for (int i = firstMet; i < tail; i++) {
          if (settle(root, queue[i])) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean hasRoom(int helper) {
    int g = groups.of(helper);
    return room[helper] > 0 && (g < 0 || groupRoom[g] > 0);
  }

  private void update(int helper) {
    int g = groups.of(helper);
    forest.set(helper, hasRoom(helper) ? HelperSearch.OPEN : FULL);
    if (g >= 0 && groupRoom[g] == 0) {
      for (int member : members[g]) {
        if (forest.appeal(member) != HelperTree.GONE) {
          forest.set(member, FULL);
        }
      }
    }
  }

  /** Ends the search where somebody met could go to a helper with room. */
  private boolean settle(int root, int person) {
    int free = find(person, HelperSearch.OPEN - 1);
    if (free < 0) {
      return false;
    }
    move(root, person, free);
    for (int i = 0; i < metSize; i++) {
      int g = groups.of(met[i]);
      if (g >= 0) {
        groupMet[g] = false;
      }
      forest.set(met[i], hasRoom(met[i]) ? HelperSearch.OPEN : FULL);
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
        int g = groups.of(h);
        slack += g < 0 ? room[h] : 0;
        slack += g >= 0 && !groupMet[g] ? groupRoom[g] : 0;
        tail = g < 0 ? meet(h, person, tail) : meetAll(g, h, person, tail);
      }
    }
    return slack;
  }

  private int find(int person, long key) {
    steps++;
    return search.find(person, Integer.MAX_VALUE, key, 0);
  }

  /** Adds to the queue who could make place for somebody with a helper. */
  private int meet(int helper, int by, int tail) {
    return room[helper] > 0 && groups.of(helper) >= 0
        ? meetAll(groups.of(helper), helper, by, tail)
        : meet(helper, helper, by, tail);
  }

  private int meetAll(int group, int helper, int by, int tail) {
    int end = tail;
    if (!groupMet[group]) {
      groupMet[group] = true;
      for (int member : members[group]) {
        if (forest.appeal(member) != HelperTree.GONE) {
          end = meet(member, helper, by, end);
        }
      }
    }
    return end;
  }

  private int meet(int helper, int entered, int by, int tail) {
    forest.set(helper, HelperTree.GONE);
    note(helper);
    int end = tail;
    for (int other = first[helper]; other >= 0; other = next[other]) {
      opened[other] = entered;
      cause[other] = by;
      queue[end++] = other;
    }
    return end;
  }

  private void note(int helper) {
    if (metSize == met.length) {
      met = Arrays.copyOf(met, 2 * metSize);
    }
    met[metSize++] = helper;
  }

  private void move(int root, int last, int free) {
    int person = last;
    int helper = free;
    while (person != root) {
      int entered = opened[person];
      int previous = cause[person];
      leave(person, helperOf[person]);
      enter(person, helper);
      helper = entered;
      person = previous;
    }
    enter(person, helper);
    update(free);
  }

  private void enter(int person, int helper) {
    room[helper]--;
    if (groups.of(helper) >= 0) {
      groupRoom[groups.of(helper)]--;
    }
    helperOf[person] = helper;
    previous[person] = -1;
    next[person] = first[helper];
    if (first[helper] >= 0) {
      previous[first[helper]] = person;
    }
    first[helper] = person;
  }

  private void leave(int person, int helper) {
    room[helper]++;
    if (groups.of(helper) >= 0) {
      groupRoom[groups.of(helper)]++;
    }
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
        order[count++] = ((long) pairing.priorityRank(person) << Integer.SIZE) | person;
      }
    }
    Arrays.sort(order, 0, count);
    return Arrays.stream(order, 0, count).mapToInt(it -> (int) it).toArray();
  }
}
