package org.entraide.resilience;

import java.time.Duration;

/** Runs things later; a test steps its one by hand. */
public interface Scheduler extends AutoCloseable {

  /** Runs a task once, after a delay, beside other tasks. */
  void schedule(Duration delay, Runnable task);

  /** Starts nothing more and waits for what runs, within reason. */
  @Override
  void close();
}
