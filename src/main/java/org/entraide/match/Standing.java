package org.entraide.match;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How people who need help stand with every helper alike: by priority, then by the week of their
 * first answer.
 */
final class Standing {

  private static final int DAYS = 7;

  /** The first day of the epoch was a Thursday, three days after a Monday. */
  private static final int AFTER_MONDAY = 3;

  private Standing() {}

  /** Returns dense ranks from 0, by index of the person: lower is helped first, equal is a tie. */
  static int[] of(People people) {
    Integer[] order = new Integer[people.size()];
    Arrays.setAll(order, i -> i);
    Comparator<Integer> better =
        Comparator.<Integer>comparingInt(i -> people.get(i).priority())
            .reversed()
            .thenComparingLong(i -> week(people.get(i).since()));
    Arrays.sort(order, better);
    int[] ranks = new int[order.length];
    for (int i = 1; i < order.length; i++) {
      int step = better.compare(order[i - 1], order[i]) < 0 ? 1 : 0;
      ranks[order[i]] = ranks[order[i - 1]] + step;
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
