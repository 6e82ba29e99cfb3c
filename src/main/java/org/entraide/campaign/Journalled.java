package org.entraide.campaign;

import java.time.InstantSource;

/** Does things outside between two entries of the journal: that it is begun, and how it ended. */
final class Journalled {

  private final String campaign;
  private final Journal journal;
  private final InstantSource clock;
  private final Stop stop;

  Journalled(String campaign, Cycle.Ports ports) {
    this.campaign = campaign;
    this.journal = ports.journal();
    this.clock = ports.clock();
    this.stop = ports.stop();
  }

  /** Something done outside, and whatever else must be journalled before it counts as ended. */
  @FunctionalInterface
  interface Effect<T> {
    T run() throws RemoteFailure;
  }

  /**
   * Does it once, whatever comes of it.
   *
   * @param kind what sort of effect, such as {@code draft}
   * @param subject references only
   * @throws Stop.Stopped if no effect may begin any more; then nothing was done or journalled
   */
  <T> T run(String kind, String subject, Effect<T> effect) throws RemoteFailure {
    stop.check();
    long number = journal.begin(campaign, kind, subject, clock.instant());
    try {
      T result = effect.run();
      journal.end(number, Journal.Outcome.DONE, clock.instant());
      return result;
    } catch (RemoteFailure e) {
      journal.end(
          number,
          e.maybeApplied() ? Journal.Outcome.UNKNOWN : Journal.Outcome.FAILED,
          clock.instant());
      throw e;
    }
  }
}
