package org.entraide.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The time of day and the clock that only goes on, as one; stands still until a test moves it. */
public final class MovableTime implements InstantSource, LongSupplier {

  public static final Instant START = Instant.parse("2020-03-26T12:00:00Z");

  /** What counts nanoseconds may begin anywhere, and overflow. */
  private static final long ORIGIN = Long.MAX_VALUE - TimeUnit.MINUTES.toNanos(3);

  private Duration gone = Duration.ZERO;

  public void advance(Duration by) {
    gone = gone.plus(by);
  }

  @Override
  public Instant instant() {
    return START.plus(gone);
  }

  @Override
  public long getAsLong() {
    return ORIGIN + gone.toNanos();
  }
}
