package org.entraide.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.entraide.campaign.Sleeper;
import org.jspecify.annotations.NullMarked;

/**
 * The one clock of a world. It starts at the machine's time, by which Google's library signs, and
 * then stands still unless somebody sleeps or a test moves it on: by less than an hour, or the
 * library's signatures are too old for the office.
 */
@NullMarked
final class Time implements InstantSource, Sleeper {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public void sleep(Duration pause) {
    advance(pause);
  }

  void advance(Duration by) {
    now.updateAndGet(time -> time.plus(by));
  }
}
