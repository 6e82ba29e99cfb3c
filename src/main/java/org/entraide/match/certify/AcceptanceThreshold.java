package org.entraide.match.certify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entraide.match.state.LimitedGroups;
import org.entraide.match.state.PeopleColumns;
import org.entraide.match.state.RoundState;
import org.jspecify.annotations.Nullable;

/**
 * Whom helpers would still take in a round that is over: for the scan of blocking pairs alone.
 *
 * <p>A helper who is full takes somebody of higher priority than the one it likes least, or of the
 * same priority and longer waiting, or the same in both and in a lower band. Claims put the three
 * into one number: the lower, the stronger. In a group with a limit bands do not count; a helper
 * with room, whose group is full, takes somebody whom the group prefers to the one it likes least.
 */
final class AcceptanceThreshold {

  /** Weaker than any claim. */
  static final long ROOM = Long.MAX_VALUE;

  /** Stronger than any claim. */
  static final long NO_PLACES = 0;

  private record PriorityAndMonday(int priority, long monday) {}

  private final int bands;
  private final int[] order;
  private final LimitedGroups groups;
  private int[] room = {};
  private int[] groupRoom = {};
  private final long[] weakest;
  private final long[] weakestOfGroup;

  AcceptanceThreshold(PeopleColumns people) {
    bands = people.settings().bandsKm().size() + 1;
    order = order(people);
    groups = people.groups();
    weakestOfGroup = new long[groups.count()];
    weakest = new long[people.size()];
  }

  /**
   * Forgets whom helpers got.
   *
   * @param state as at the start of the round
   */
  void begin(RoundState state) {
    room = state.capacities();
    Arrays.fill(weakest, NO_PLACES);
    groupRoom = state.groupCapacities();
    Arrays.fill(weakestOfGroup, NO_PLACES);
  }

  private static int[] order(PeopleColumns people) {
    PriorityAndMonday[] keys = new PriorityAndMonday[people.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = new PriorityAndMonday(people.get(i).priority(), monday(people.get(i).since()));
    }
    Map<PriorityAndMonday, Integer> ranks = new HashMap<>();
    Arrays.stream(keys).forEach(key -> ranks.put(key, 0));
    List<PriorityAndMonday> sorted = new ArrayList<>(ranks.keySet());
    sorted.sort(
        Comparator.comparing((PriorityAndMonday key) -> -(long) key.priority)
            .thenComparing(PriorityAndMonday::monday));
    for (int i = 0; i < sorted.size(); i++) {
      ranks.put(sorted.get(i), i);
    }
    return Arrays.stream(keys).mapToInt(it -> Objects.requireNonNull(ranks.get(it))).toArray();
  }

  /**
   * Records whom a helper got.
   *
   * @throws IllegalArgumentException if the helper or their group has no place for them
   */
  void seat(int person, int helper, int band) {
    if (--room[helper] < 0) {
      throw new IllegalArgumentException("A helper has more people than places.");
    }
    int group = groups.of(helper);
    long claim = claim(person, group < 0 ? band : 0);
    weakest[helper] = Math.max(weakest[helper], claim);
    if (group >= 0) {
      if (--groupRoom[group] < 0) {
        throw new IllegalArgumentException("A group has more people than its limit.");
      }
      weakestOfGroup[group] = Math.max(weakestOfGroup[group], claim);
    }
  }

  /** Returns the claim of a person on a helper in a band; more than {@link #NO_PLACES}. */
  long claim(int person, int band) {
    return (long) order[person] * bands + band + 1;
  }

  /** Returns the claim that is just too weak. */
  long limit(int helper) {
    int group = groups.of(helper);
    if (room[helper] == 0) {
      return weakest[helper];
    }
    return group < 0 || groupRoom[group] > 0 ? ROOM : weakestOfGroup[group];
  }

  /**
   * Returns whether a helper has room and would take somebody whom another helper of their group
   * has: the group is no fuller by that.
   */
  boolean takesFromGroup(int helper, int other) {
    return room[helper] > 0 && groups.of(helper) >= 0 && groups.of(helper) == groups.of(other);
  }

  private static long monday(@Nullable LocalDate since) {
    return since == null
        ? Long.MAX_VALUE
        : since.toEpochDay() - (since.getDayOfWeek().getValue() - 1);
  }
}
