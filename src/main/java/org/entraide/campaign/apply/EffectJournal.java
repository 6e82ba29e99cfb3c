package org.entraide.campaign.apply;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.port.Journal;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.Stop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Performs an effect between two entries of the journal: that it is begun, and how it ended. Each
 * is a line of the log, by references only.
 */
final class EffectJournal {

  private static final Logger log = LoggerFactory.getLogger(EffectJournal.class);

  private final String campaign;
  private final Journal journal;
  private final InstantSource clock;
  private final Stop stop;

  EffectJournal(String campaign, Ports ports) {
    this.campaign = campaign;
    this.journal = ports.journal();
    this.clock = ports.clock();
    this.stop = ports.stop();
  }

  /** What performs an effect, and all else that must be done before it counts as ended. */
  @FunctionalInterface
  interface Action<T> {
    T run() throws RemoteFailure;
  }

  /**
   * Performs it once, also where it fails.
   *
   * @param kind what sort of effect, such as {@code draft}
   * @param subject references only
   * @throws Stop.Stopped if no effect may begin any more; then nothing was done or journalled
   */
  <T> T run(String kind, String subject, Action<T> action) throws RemoteFailure {
    stop.check();
    Instant begun = clock.instant();
    long number = journal.beginEffect(campaign, kind, subject, begun);
    String what = subject.isEmpty() ? kind : kind + " " + subject;
    try {
      T result = action.run();
      Instant ended = clock.instant();
      journal.endEffect(campaign, number, Journal.EffectOutcome.DONE, ended);
      log.info("{} in {} ms", what, millis(begun, ended));
      return result;
    } catch (RemoteFailure e) {
      Instant ended = clock.instant();
      journal.endEffect(
          campaign,
          number,
          e.maybeApplied() ? Journal.EffectOutcome.UNKNOWN : Journal.EffectOutcome.FAILED,
          ended);
      // the cause is reported once, as the pass's trouble
      String end = e.maybeApplied() ? "its outcome is unknown" : "it was not done";
      log.info("{}: {}, after {} ms", what, end, millis(begun, ended));
      throw e;
    }
  }

  private static long millis(Instant begun, Instant ended) {
    return Duration.between(begun, ended).toMillis();
  }
}
