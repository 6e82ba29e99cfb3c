package org.entraide.place.online;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps a service from being asked too often: the least time between two questions, and of every
 * minute no more than half, so that a first pass over many people does not hold up all else.
 */
final class Pacer {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration SHARE = Duration.ofSeconds(30);

  private final Duration interval;
  private final InstantSource clock;
  private final Waiting pause;
  private Instant next = Instant.EPOCH;
  private Instant windowEnds = Instant.EPOCH;
  private Duration spent = Duration.ZERO;

  Pacer(Duration interval, InstantSource clock, Waiting pause) {
    this.interval = interval;
    this.clock = clock;
    this.pause = pause;
  }

  /** Whether there is time left for a question in this minute. */
  boolean hasTime() {
    Instant now = clock.instant();
    boolean over = !now.isBefore(windowEnds);
    boolean clockSetBack = windowEnds.minus(WINDOW).isAfter(now);
    if (over || clockSetBack) {
      windowEnds = now.plus(WINDOW);
      spent = Duration.ZERO;
    }
    return spent.compareTo(SHARE) < 0;
  }

  /** Waits until the next question may be asked. */
  void await() throws InterruptedException {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      Duration left = Duration.between(now, next);
      // no longer than the interval, should the clock have been set back
      pause.take(left.compareTo(interval) < 0 ? left : interval);
    }
  }

  /** Counts a question that was begun at a moment and has ended now. */
  void ended(Instant begun) {
    Instant now = clock.instant();
    next = now.plus(interval);
    Duration taken = Duration.between(begun, now);
    spent = spent.plus(taken.isNegative() ? Duration.ZERO : taken);
  }
}
