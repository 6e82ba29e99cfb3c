package org.entraide.campaign.watch;

import java.time.Duration;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Stage;

/**
 * Is called as a daemon's passes begin and end: metrics, a test. A pass waits for it, so it is
 * quick; it never throws, or the daemon would end of being watched. Passes of several campaigns
 * call it at once, those of one campaign one after the other.
 */
public interface Watcher {

  /** Does nothing. */
  Watcher NOBODY =
      new Watcher() {
        @Override
        public void begins(String campaign) {}

        @Override
        public void rests(String campaign, Duration wait) {}

        @Override
        public void ends(String campaign, CycleReport report, Duration wait) {}
      };

  /** A pass begins. */
  void begins(String campaign);

  /** A pass is at something else than before, maybe at what it was at once already. */
  default void reaches(String campaign, Stage stage) {}

  /**
   * No pass begins, since what may be asked for in a minute is used up.
   *
   * @param wait until it is tried again
   */
  void rests(String campaign, Duration wait);

  /**
   * A pass ended, well or badly; one that not even its campaign survived never does.
   *
   * @param wait until the next one begins
   */
  void ends(String campaign, CycleReport report, Duration wait);

  /** The campaign is not this process's any more: no pass of it is to be waited for. */
  default void leaves(String campaign) {}
}
