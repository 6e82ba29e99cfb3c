package org.entraide.run;

import java.time.Duration;
import java.time.InstantSource;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.watch.Watcher;
import org.entraide.place.embedded.EmbeddedGeocoder;

/** After each cycle gives back memory that a daemon at rest does not need. */
record IdleMemoryRelease(InstantSource clock) implements Watcher {

  @Override
  public void begins(String campaign) {}

  @Override
  public void rests(String campaign, Duration wait) {}

  @Override
  public void ends(String campaign, CycleReport report, Duration wait) {
    EmbeddedGeocoder.tidy(clock.instant());
  }
}
