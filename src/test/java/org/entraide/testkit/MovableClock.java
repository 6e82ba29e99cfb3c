package org.entraide.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.entraide.resilience.Sleeper;

/**
 * The time of day and the clock that only goes on, as one; it stands still unless somebody sleeps
 * or a test moves it.
 */
public final class MovableClock implements InstantSource, LongSupplier, Sleeper {

  public static final Instant START = Instant.parse("2020-03-26T12:00:00Z");

  /** What counts nanoseconds may begin anywhere, and overflow. */
  private static final long ORIGIN = Long.MAX_VALUE - TimeUnit.MINUTES.toNanos(3);

  private final Instant begin;
  private final AtomicReference<Instant> now;

  public MovableClock() {
    this(START);
  }

  public MovableClock(Instant begin) {
    this.begin = begin;
    this.now = new AtomicReference<>(begin);
  }

  /**
   * Begins at the machine's time, by which Google's library signs: moved on by an hour, its
   * signatures are too old for an office.
   */
  public static MovableClock ofTheMachine() {
    return new MovableClock(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public long getAsLong() {
    return ORIGIN + Duration.between(begin, instant()).toNanos();
  }

  @Override
  public void sleep(Duration pause) {
    advance(pause);
  }

  /** Lets time pass. */
  public void advance(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }
}
