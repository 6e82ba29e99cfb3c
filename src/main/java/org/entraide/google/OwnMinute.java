package org.entraide.google;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** A minute of this process alone. */
final class OwnMinute implements Minute {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final int limit;
  private final Spent spent = new Spent(MINUTE);

  /**
   * @param limit units of a minute
   */
  OwnMinute(InstantSource clock, int limit) {
    this.clock = clock;
    this.limit = limit;
  }

  @Override
  public synchronized int room() {
    return Math.toIntExact(Math.max(0, limit - spent.units(clock.instant())));
  }

  @Override
  public synchronized Optional<Instant> freeAt(int price) {
    Instant now = clock.instant();
    return spent.units(now) + price > limit
        ? Optional.of(spent.whenAtMost(limit - price, now))
        : Optional.empty();
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
  public synchronized void spend(int price) {
    spent.add(clock.instant().plus(MINUTE), price);
  }
}
