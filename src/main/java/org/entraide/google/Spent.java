package org.entraide.google;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Units that count until some time each, in the order of those times. */
final class Spent {

  private final Deque<Until> spent = new ArrayDeque<>();
  private final Duration longest;
  private long units;

  private record Until(Instant ends, long units) {}

  /**
   * @param longest for how long anything counts
   */
  Spent(Duration longest) {
    this.longest = longest;
  }

  /**
   * Adds units.
   *
   * @param ends when they do not count any more: no earlier than what was added before
   */
  void add(Instant ends, long more) {
    spent.add(new Until(ends, more));
    units += more;
  }

  void clear() {
    spent.clear();
    units = 0;
  }

  /** What counts now. */
  long units(Instant now) {
    forget(now);
    return units;
  }

  /** When no more than this counts. */
  Instant whenAtMost(long most, Instant now) {
    forget(now);
    long left = units;
    for (Until each : spent) {
      left -= each.units();
      if (left <= most) {
        return each.ends();
      }
    }
    return now.plus(longest);
  }

  /** What is over; and what is of the future, after the clock was set back. */
  private void forget(Instant now) {
    Until first = spent.peek();
    while (first != null
        && (!now.isBefore(first.ends()) || first.ends().isAfter(now.plus(longest).plus(longest)))) {
      units -= first.units();
      spent.remove();
      first = spent.peek();
    }
  }
}
