package org.entraide.group;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How long a membership surely lasts, by this process's own monotonic clock: counted from before it
 * was asked for, so never longer than in the database. A process that was suspended finds it over
 * when it wakes. For use by several threads.
 */
final class Tenure {

  private final LongSupplier nanos;
  private final AtomicLong until;
  private volatile boolean over;

  /**
   * @param nanos a clock that only ever goes on, also while the process is suspended
   * @param asked when the membership was asked for
   */
  Tenure(LongSupplier nanos, long asked, Duration lasts) {
    this.nanos = nanos;
    this.until = new AtomicLong(asked + lasts.toNanos());
  }

  boolean lasts() {
    return !over && nanos.getAsLong() - until.get() < 0;
  }

  void renewed(long asked, Duration lasts) {
    until.set(asked + lasts.toNanos());
  }

  /** Ends it for good: what was begun under it is not continued. */
  void ends() {
    over = true;
  }
}
