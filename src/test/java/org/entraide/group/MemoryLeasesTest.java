package org.entraide.group;

import java.time.Duration;
import java.time.Instant;
import org.entraide.testkit.MovableClock;

class MemoryLeasesTest extends LeasesContract {

  private final MovableClock clock = new MovableClock(Instant.parse("2020-03-26T12:00:00Z"));
  private final MemoryLeases leases = new MemoryLeases(clock);

  @Override
  protected Leases leases() {
    return leases;
  }

  @Override
  protected void forget(Duration last) {
    leases.forget(last);
  }

  @Override
  protected void wait(Duration time) {
    clock.advance(time);
  }
}
