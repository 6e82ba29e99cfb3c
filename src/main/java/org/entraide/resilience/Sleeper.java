package org.entraide.resilience;

import java.time.Duration;

/** Waits; a test's one only moves its clock. */
@FunctionalInterface
public interface Sleeper {
  void sleep(Duration pause) throws InterruptedException;
}
