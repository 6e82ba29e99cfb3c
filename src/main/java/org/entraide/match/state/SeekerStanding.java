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
 * The rank of people who need help, the same for every helper: by priority, then by the week of
 * their first answer.
 */
final class SeekerStanding {

  private static final int DAYS = 7;

  /** The first day of the epoch was a Thursday, three days after a Monday. */
  private static final int AFTER_MONDAY = 3;

  private SeekerStanding() {}

  private record Place(int priority, long week) {}

  /** Returns dense ranks from 0, by index of the person: lower is helped first, equal is a tie. */
  static int[] of(PeopleColumns people) {
    Place[] places = new Place[people.size()];
    Map<Place, Integer> rank = new HashMap<>();
    for (int i = 0; i < places.length; i++) {
      Participant person = people.get(i);
      places[i] = new Place(person.priority(), week(person.since()));
      rank.putIfAbsent(places[i], 0);
    }
    List<Place> order = new ArrayList<>(rank.keySet());
    order.sort(Comparator.comparingInt(Place::priority).reversed().thenComparingLong(Place::week));
    for (int i = 0; i < order.size(); i++) {
      rank.put(order.get(i), i);
    }
    int[] ranks = new int[places.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = Objects.requireNonNull(rank.get(places[i]));
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
