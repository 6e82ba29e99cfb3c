package org.entraide.google.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A minute of this process alone, or what a process knows of one that it shares. */
final class ProcessMinute implements MinuteBudget {

  private final InstantSource clock;
  private final int limit;
  private final Duration counts;

  /** In the order of their ends. */
  private final Deque<Until> spent = new ArrayDeque<>();

  private long units;

  private record Until(Instant ends, long units) {}

  /**
   * @param limit units of a minute
   */
  ProcessMinute(InstantSource clock, int limit) {
    this(clock, limit, Duration.ofMinutes(1));
  }

  /**
   * @param counts for how long anything counts at most
   */
  ProcessMinute(InstantSource clock, int limit, Duration counts) {
    this.clock = clock;
    this.limit = limit;
    this.counts = counts;
  }

  @Override
  public int room() {
    return Math.toIntExact(Math.max(0, left()));
  }

  /** How many units there are now; negative where more were spent than there were. */
  synchronized long left() {
    forget(clock.instant());
    return limit - units;
  }

  @Override
  public synchronized Optional<Instant> freeAt(int price) {
    return left() < price ? Optional.of(whenLeft(price)) : Optional.empty();
  }

  /** When there are so many units, if no more are spent. */
  synchronized Instant whenLeft(int price) {
    Instant now = clock.instant();
    forget(now);
    long left = limit - units;
    for (Until each : spent) {
      left += each.units();
      if (left >= price) {
        return each.ends();
      }
    }
    return now.plus(counts);
  }

  @Override
  public synchronized Optional<Instant> take(int price) {
    Optional<Instant> free = freeAt(price);
    if (free.isEmpty()) {
      spend(price);
    }
    return free;
  }

  @Override
  public void spend(int price) {
    spend(price, counts);
  }

  /**
   * Notes units that are spent already.
   *
   * @param left how long they count: no less than what was noted before
   */
  synchronized void spend(long more, Duration left) {
    spent.add(new Until(clock.instant().plus(left), more));
    units += more;
  }

  synchronized void clear() {
    spent.clear();
    units = 0;
  }

  /** What is over; and what is of the future, after the clock was set back. */
  private void forget(Instant now) {
    Until first = spent.peek();
    while (first != null
        && (!now.isBefore(first.ends()) || first.ends().isAfter(now.plus(counts).plus(counts)))) {
      units -= first.units();
      spent.remove();
      first = spent.peek();
    }
  }
}
