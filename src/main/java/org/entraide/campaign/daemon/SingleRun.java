package org.entraide.campaign.daemon;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Trouble;
import org.entraide.resilience.Sleeper;

/**
 * What a process does that works on each campaign once: it runs it, and takes its sign of life back
 * whatever came of that. It waits for a quota that is used up, as by daemons that share it: that is
 * over within a minute or two.
 */
public final class SingleRun {

  /** What takes longer than this is left to the next run. */
  static final Duration PATIENCE = Duration.ofMinutes(3);

  /** A quota that is used up again and again is somebody else's. */
  private static final int MOST_RUNS = 5;

  private final InstantSource clock;
  private final Sleeper sleeper;

  /**
   * @param sleeper is interrupted when the process must end
   */
  public SingleRun(InstantSource clock, Sleeper sleeper) {
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /**
   * Works on a campaign.
   *
   * @return the reports of its runs, at least one; the last one says how it went
   */
  public List<CycleReport> of(CampaignRunner campaign) {
    Instant patience = clock.instant().plus(PATIENCE);
    List<CycleReport> reports = new ArrayList<>();
    try {
      Optional<Instant> quota = campaign.throttledUntil();
      boolean goesOn = quota.isEmpty() || sleptUntil(quota.get(), patience);
      for (int i = 0; i == 0 || (goesOn && i < MOST_RUNS); i++) {
        reports.addAll(campaign.runUntilRepaired());
        quota = quota(reports.get(reports.size() - 1));
        goesOn = goesOn && quota.isPresent() && sleptUntil(quota.get(), patience);
      }
    } finally {
      campaign.signOff();
    }
    return reports;
  }

  /** When a quota is free again, where nothing else was the matter. */
  private static Optional<Instant> quota(CycleReport report) {
    boolean quota =
        report.troubles().stream()
            .allMatch(t -> t.kind() == Trouble.Kind.THROTTLED && t.retryAt().isPresent());
    return quota
        ? report.troubles().stream().flatMap(t -> t.retryAt().stream()).max(Instant::compareTo)
        : Optional.empty();
  }

  /**
   * @return whether the time came before patience was over
   */
  private boolean sleptUntil(Instant time, Instant patience) {
    if (time.isAfter(patience)) {
      return false;
    }
    Duration pause = Duration.between(clock.instant(), time);
    try {
      sleeper.sleep(pause.isNegative() ? Duration.ZERO : pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
