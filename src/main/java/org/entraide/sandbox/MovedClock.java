package org.entraide.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The office's clock, which people move on. */
final class MovedClock implements InstantSource {

  private final InstantSource real;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  MovedClock(InstantSource real) {
    this.real = real;
  }

  @Override
  public Instant instant() {
    return real.instant().plus(ahead.get());
  }

  Duration ahead() {
    return ahead.get();
  }

  void move(Duration time) {
    ahead.accumulateAndGet(time, Duration::plus);
  }
}
