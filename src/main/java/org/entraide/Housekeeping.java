package org.entraide;

import java.time.Duration;
import java.time.InstantSource;
import org.entraide.campaign.CycleReport;
import org.entraide.campaign.Watcher;
import org.entraide.place.EmbeddedGeocoder;

/** After each cycle gives back memory that a daemon at rest does not need. */
record Housekeeping(InstantSource clock) implements Watcher {

  @Override
  public void begins(String campaign) {}

  @Override
  public void rests(String campaign, Duration wait) {}

  @Override
  public void ends(String campaign, CycleReport report, Duration wait) {
    EmbeddedGeocoder.tidy(clock.instant());
  }
}
