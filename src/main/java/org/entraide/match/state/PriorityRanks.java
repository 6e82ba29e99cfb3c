package org.entraide.match.state;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entraide.match.model.Participant;
import org.jspecify.annotations.Nullable;

/**
 * Ranks people who need help, for every helper alike: by priority, then by the week of their first
 * answer.
 */
final class PriorityRanks {

  private static final int DAYS = 7;

  /** The first day of the epoch was a Thursday, three days after a Monday. */
  private static final int AFTER_MONDAY = 3;

  private PriorityRanks() {}

  private record PriorityAndWeek(int priority, long week) {}

  /** Returns dense ranks from 0, by index of the person: lower is helped first, equal is a tie. */
  static int[] of(PeopleColumns people) {
    PriorityAndWeek[] keys = new PriorityAndWeek[people.size()];
    Map<PriorityAndWeek, Integer> rank = new HashMap<>();
    for (int i = 0; i < keys.length; i++) {
      Participant person = people.get(i);
      keys[i] = new PriorityAndWeek(person.priority(), week(person.since()));
      rank.putIfAbsent(keys[i], 0);
    }
    List<PriorityAndWeek> order = new ArrayList<>(rank.keySet());
    order.sort(
        Comparator.comparingInt(PriorityAndWeek::priority)
            .reversed()
            .thenComparingLong(PriorityAndWeek::week));
    for (int i = 0; i < order.size(); i++) {
      rank.put(order.get(i), i);
    }
    int[] ranks = new int[keys.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = Objects.requireNonNull(rank.get(keys[i]));
    }
    return ranks;
  }

  /** Returns the ISO week, counted from the epoch; the unknown is later than any. */
  private static long week(@Nullable LocalDate since) {
    return since == null
        ? Long.MAX_VALUE
        : Math.floorDiv(since.toEpochDay() + AFTER_MONDAY, (long) DAYS);
  }
}
