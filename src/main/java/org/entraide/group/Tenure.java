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
   * @param requestedAt when the membership was asked for
   */
  Tenure(LongSupplier nanos, long requestedAt, Duration lasts) {
    this.nanos = nanos;
    this.until = new AtomicLong(requestedAt + lasts.toNanos());
  }

  boolean lasts() {
    return !over && nanos.getAsLong() - until.get() < 0;
  }

  void renew(long requestedAt, Duration lasts) {
    until.set(requestedAt + lasts.toNanos());
  }

  /** Ends it for good: what was begun under it is not continued. */
  void end() {
    over = true;
  }
}
