package org.entraide.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.watch.Watcher;
import org.entraide.place.embedded.EmbeddedGeocoder;

/**
 * Gives back memory that a daemon at rest does not need: the gazetteer, and once no campaign had
 * work for two minutes all that their last cycles left in the heap. Cycles that end after their
 * reads leave too little for Java to collect it before long. The heap grows in large steps again
 * after the first cycle that has work. Safe for several threads.
 */
final class IdleMemoryRelease implements Watcher {

  /** How long no campaign has work before the heap is collected. */
  static final Duration IDLE = Duration.ofMinutes(2);

  private final InstantSource clock;
  private final Heap heap;
  private Instant worked;
  private boolean resting;

  IdleMemoryRelease(InstantSource clock, Heap heap) {
    this.clock = clock;
    this.heap = heap;
    this.worked = clock.instant();
  }

  @Override
  public void begins(String campaign) {}

  @Override
  public void rests(String campaign, Duration wait) {}

  @Override
  public synchronized void ends(String campaign, CycleReport report, Duration wait) {
    Instant now = clock.instant();
    EmbeddedGeocoder.tidy(now);
    if (report.decision().isPresent() || now.isBefore(worked)) {
      worked = now;
      if (resting) {
        heap.work();
        resting = false;
      }
    } else if (!resting && !now.isBefore(worked.plus(IDLE))) {
      heap.rest();
      resting = true;
    }
  }
}
