package org.entraide.match.state;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What changes from round to round: open needs, free capacity, tried pairs. */
public final class RoundState {

  private final PeopleColumns people;
  private final int[] open;
  private final int[] free;
  private final int[] groupFree;
  private final PairSet tried;
  private final PairSet keptApart;
  private boolean first = true;

  /** Starts with every need open and all capacity free. */
  RoundState(PeopleColumns people) {
    this.people = people;
    open = new int[people.size()];
    free = new int[people.size()];
    for (int i = 0; i < open.length; i++) {
      open[i] = people.needs(i);
      free[i] = people.get(i).capacity();
    }
    groupFree =
        IntStream.range(0, people.groups().count()).map(people.groups()::capacity).toArray();
    tried = new PairSet(open.length);
    keptApart = new PairSet(open.length);
  }

  /** Every open need, also those that are never matched automatically. */
  public int openNeeds(int person) {
    return open[person];
  }

  /** What may be matched automatically: nothing for somebody who is not open to it. */
  public int sought(int person) {
    return people.isOpen(person) ? open[person] & ~NeedMask.BY_HAND : 0;
  }

  /** Returns whether somebody may be proposed as a helper and has capacity left, as their group. */
  boolean hasRoom(int helper) {
    int group = people.groups().of(helper);
    return free[helper] > 0 && people.isOpen(helper) && (group < 0 || groupFree[group] > 0);
  }

  /** Returns whether a helper has capacity left, and their group has none. */
  public boolean onlyGroupIsFull(int helper) {
    return free[helper] > 0 && people.isOpen(helper) && !hasRoom(helper);
  }

  /** Returns by group how many more people it may be given, at least 0. */
  public int[] groupCapacities() {
    return IntStream.of(groupFree).map(it -> Math.max(0, it)).toArray();
  }

  /** Returns who {@link #hasRoom}, in order. */
  public int[] helpersWithRoom() {
    return IntStream.range(0, free.length).filter(this::hasRoom).toArray();
  }

  /** Returns by index how many more people each may be given: 0 for those without room. */
  public int[] capacities() {
    return IntStream.range(0, free.length).map(i -> hasRoom(i) ? free[i] : 0).toArray();
  }

  public boolean tried(int person, int helper) {
    return tried.contains(person, helper);
  }

  public boolean keptApart(int person, int helper) {
    return keptApart.contains(person, helper);
  }

  /**
   * Returns everybody who was introduced to a person, is kept apart from them or shares a contact
   * with them, once each.
   */
  public int[] apartFrom(int person) {
    int[] some = tried.row(person);
    int[] others = keptApart.row(person);
    int[] sharing = people.sharersOf(person);
    if (others.length == 0 && sharing.length == 0) {
      return some;
    }
    return Stream.of(some, others, sharing).flatMapToInt(IntStream::of).distinct().toArray();
  }

  public void close(int person, int needs) {
    open[person] &= ~needs;
  }

  void useCapacity(int helper) {
    free[helper]--;
    int group = people.groups().of(helper);
    if (group >= 0) {
      groupFree[group]--;
    }
  }

  void markTried(int person, int helper) {
    tried.add(person, helper);
  }

  void keepApart(int one, int other) {
    keptApart.add(one, other);
    keptApart.add(other, one);
  }

  /** Returns whether no round has ended yet. */
  public boolean isFirstRound() {
    return first;
  }

  /** Takes note that the introductions of a round are recorded. */
  public void endRound() {
    first = false;
  }

  /** Records an introduction. */
  public void introduce(int person, int helper, int needs) {
    close(person, needs);
    useCapacity(helper);
    markTried(person, helper);
  }
}
