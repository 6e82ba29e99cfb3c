package org.entraide.place.embedded;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something large that is made when it is first asked for and let go when nobody has asked for it
 * for a while. Safe for several threads.
 */
public final class IdleCache<T> {

  private final Supplier<T> making;
  private @Nullable T made;
  private boolean taken;
  private @Nullable Instant idleSince;

  /**
   * @param making makes it, the same each time
   */
  public IdleCache(Supplier<T> making) {
    this.making = making;
  }

  /** Returns it; a caller that keeps it keeps it in memory. */
  public synchronized T take() {
    taken = true;
    T value = made;
    if (value == null) {
      value = making.get();
      made = value;
    }
    return value;
  }

  /**
   * Lets go of it where nobody has asked for so long, as far as calls of this method show.
   *
   * @param now never before the last call's, or waiting begins anew
   */
  public synchronized void tidy(Instant now, Duration idle) {
    Instant since = idleSince;
    if (taken || since == null || now.isBefore(since)) {
      taken = false;
      idleSince = now;
    } else if (!now.isBefore(since.plus(idle))) {
      made = null;
    }
  }

  /** Whether it is there. */
  synchronized boolean isFull() {
    return made != null;
  }
}
