package org.entraide.campaign.cycle;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Decision;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Journal.CampaignReport;
import org.entraide.campaign.port.MatchingReport;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.watch.Watcher;
import org.entraide.match.model.HelpFigures;
import org.entraide.plan.dashboard.DashboardFacts;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.Stop;
import org.entraide.text.Message;
import org.entraide.text.Worded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Runs the passes of one campaign and remembers how they went. Whatever goes wrong is this
 * campaign's trouble and nobody else's. Every log line meanwhile, of any class, bears the
 * campaign's name and, as « cycle », how many runs there were since the process began.
 */
public final class CampaignRunner {

  /** So many more passes put right what one hit; what is wrong then is people's work. */
  private static final int MOST_REPAIRS = 3;

  private static final Duration BETWEEN_COMPARISONS = Duration.ofHours(1);

  private static final Logger log = LoggerFactory.getLogger(CampaignRunner.class);

  private static final String NAME_IN_LOG = "campaign";
  private static final String CYCLE_IN_LOG = "cycle";

  private final String name;
  private final Cycle cycle;
  private final Journal journal;
  private final InstantSource clock;
  private Optional<Instant> lastSuccess = Optional.empty();
  private Map<String, Long> lastCounts = Map.of();
  private List<Message> lastTroubles = List.of();
  private long cycles;
  private Optional<MatchingReport> lastMatching = Optional.empty();
  private HelpFigures lastFigures = HelpFigures.NONE;
  private Optional<Instant> lastComparison = Optional.empty();

  public CampaignRunner(String name, Cycle cycle, Journal journal, InstantSource clock) {
    this.name = name;
    this.cycle = cycle;
    this.journal = journal;
    this.clock = clock;
    journal
        .lastReport(name)
        .ifPresent(
            r -> {
              lastSuccess = r.lastSuccess();
              lastCounts = r.counts();
              lastMatching = r.matching();
              lastFigures = r.figures();
            });
    cycle.setAdvice(this::policies);
    lastComparison =
        lastMatching.flatMap(MatchingReport::alternatives).map(MatchingReport.Alternatives::at);
  }

  /** Reports the stage of each pass to a watcher. */
  public void setWatcher(Watcher watcher) {
    cycle.setWatcher(stage -> watcher.reaches(name, stage));
  }

  private Optional<DashboardFacts.Policies> policies() {
    return lastMatching
        .flatMap(MatchingReport::alternatives)
        .map(it -> new DashboardFacts.Policies(it.beside(), it.byPolicy()));
  }

  /** Writes on the dashboard that the process ends on purpose; a failure is only logged. */
  public void signOff() {
    withNameInLog(() -> signOff(cycle::signOff));
  }

  /** Writes on the dashboard that a group of daemons ends, whichever of them was at work. */
  public void signOffForGroup() {
    withNameInLog(() -> signOff(cycle::signOffForGroup));
  }

  /** Whether a take-over was asked for and has served. */
  public boolean hasTakenOver() {
    return cycle.hasTakenOver();
  }

  /** Writes the end of a process. */
  @FunctionalInterface
  private interface SigningOff {
    void run() throws RemoteFailure;
  }

  private static void signOff(SigningOff writing) {
    try {
      writing.run();
    } catch (RemoteFailure e) {
      log.warn("its end could not be written to the dashboard: {}", e.getMessage());
    } catch (RuntimeException e) {
      log.warn("its end was not written: {} at {}", e.getClass().getName(), place(e));
    }
  }

  /** Does something whose every line in the log names the campaign. */
  private void withNameInLog(Runnable something) {
    MDC.put(NAME_IN_LOG, name);
    try {
      something.run();
    } finally {
      MDC.remove(NAME_IN_LOG);
    }
  }

  /** Does something as one more run; its lines in the log name the campaign and count the run. */
  private CycleReport asNextCycle(Supplier<CycleReport> something) {
    cycles++;
    MDC.put(NAME_IN_LOG, name);
    MDC.put(CYCLE_IN_LOG, String.valueOf(cycles));
    try {
      return something.get();
    } finally {
      MDC.remove(CYCLE_IN_LOG);
      MDC.remove(NAME_IN_LOG);
    }
  }

  public String name() {
    return name;
  }

  /** Until when a pass should not begin; empty if it may now. */
  public Optional<Instant> throttledUntil() {
    return cycle.throttledUntil();
  }

  /** How long to wait between two passes at least, to be fair to other campaigns. */
  public Duration fairInterval() {
    return cycle.fairInterval();
  }

  /** Notes when the next pass is due, for {@code status}. */
  public void noteNextCycle(Instant at) {
    withNameInLog(() -> logFailure(() -> journal.storeNextCycle(name, at)));
  }

  private static void logFailure(Runnable writing) {
    try {
      writing.run();
    } catch (UncheckedIOException e) {
      log.warn("{}", e.getMessage());
    }
  }

  /**
   * Runs one pass, or what a single run needs, unless the process must end; then, hourly at most
   * and where something else was decided since, compares the policies. Never throws but for an
   * {@link Error}.
   */
  public CycleReport runOnce() {
    return asNextCycle(
        () -> {
          Instant start = clock.instant();
          CycleReport report;
          try {
            report = runGuarded(cycle::run);
          } catch (Stop.Stopped e) {
            log.info("ended before its next effect");
            return stopped();
          }
          noteReport(report, Duration.between(start, clock.instant()));
          report.decision().filter(d -> !cycle.isStopped()).ifPresent(this::compare);
          return report;
        });
  }

  /** What the other policies would change, after what this one does was written. */
  private void compare(Decision decision) {
    Instant now = clock.instant();
    if (lastMatching.isEmpty() || !worthComparing(lastMatching.get(), decision, now)) {
      return;
    }
    lastComparison = Optional.of(now); // whatever comes of it: a failure is not repeated at once
    try {
      lastMatching = lastMatching.map(it -> it.with(decision, cycle.alternatives(decision), now));
      store(now, lastTroubles);
    } catch (RuntimeException e) {
      log.warn(
          "the other policies could not be compared: {} at {}", e.getClass().getName(), place(e));
    }
  }

  /** A matching that made nobody happy leaves nothing to any other: all of them are maximal. */
  private boolean worthComparing(MatchingReport last, Decision decision, Instant now) {
    boolean isCompared =
        last.alternatives().filter(it -> it.key().equals(decision.key())).isPresent();
    return !isCompared
        && !decision.introduced().isEmpty()
        && lastComparison.filter(at -> isRecent(at, now)).isEmpty();
  }

  /** Not where the clock was set back since. */
  private static boolean isRecent(Instant at, Instant now) {
    return !now.isBefore(at) && now.isBefore(at.plus(BETWEEN_COMPARISONS));
  }

  /**
   * One pass, and those that put right what it hit: that is known to this process alone.
   *
   * @return their reports, in order
   */
  public List<CycleReport> runUntilRepaired() {
    List<CycleReport> reports = new ArrayList<>(List.of(runOnce()));
    while (cycle.mustRepair() && !cycle.isStopped() && reports.size() <= MOST_REPAIRS) {
      reports.add(runOnce());
    }
    return reports;
  }

  /** What one pass would do; changes nothing. */
  public CycleReport dryRun() {
    return asNextCycle(
        () -> {
          try {
            return runGuarded(cycle::dryRun);
          } catch (Stop.Stopped e) {
            return stopped();
          }
        });
  }

  /** A pass, or what it would do. */
  @FunctionalInterface
  private interface PassRun {
    CycleReport run() throws RemoteFailure, SheetLayout.Unusable;
  }

  private CycleReport runGuarded(PassRun run) {
    try {
      return run.run();
    } catch (Stop.Stopped e) {
      throw e;
    } catch (RemoteFailure e) {
      return failed(Trouble.of(e));
    } catch (SheetLayout.Unusable e) {
      return failed(new Trouble(Trouble.Kind.SETTINGS, e.reason()));
    } catch (UncheckedIOException e) {
      if (cycle.isStopped()) {
        throw new Stop.Stopped(); // what had to be written is another daemon's now
      }
      return failed(new Trouble(Trouble.Kind.MACHINE, Worded.of(e)));
    } catch (RuntimeException e) {
      // A bug. Its message may hold what a person typed, its place does not.
      log.error("a bug: {} at {}", e.getClass().getName(), place(e));
      return failed(
          new Trouble(
              Trouble.Kind.BUG,
              Message.of("campaign.bug")
                  .with("error", e.getClass().getSimpleName())
                  .with("place", place(e))));
    }
  }

  /** Nothing went wrong and nothing is reported: the next start does the rest. */
  private CycleReport stopped() {
    return new CycleReport(false, List.of(), false, List.of(), lastCounts, Optional.empty());
  }

  private CycleReport failed(Trouble trouble) {
    return new CycleReport(false, List.of(), false, List.of(trouble), lastCounts, Optional.empty());
  }

  private static String place(RuntimeException e) {
    List<String> frames = new ArrayList<>();
    for (StackTraceElement frame : e.getStackTrace()) {
      if (frame.getClassName().startsWith("org.entraide") && frames.size() < 4) {
        frames.add(frame.getFileName() + ":" + frame.getLineNumber());
      }
    }
    return String.join(" ", frames);
  }

  private void noteReport(CycleReport report, Duration took) {
    Instant now = clock.instant();
    for (Trouble trouble : report.troubles()) {
      log.warn("{}", trouble.text());
    }
    if (report.quiet()) {
      log.debug("quiet cycle in {} ms", took.toMillis());
    } else {
      log.info("cycle in {} ms, {} effects", took.toMillis(), report.effects().size());
    }
    if (report.decision().isPresent()) {
      lastCounts = report.counts();
    } else if (report.completed()) { // nothing was decided: what was counted last, and why not
      Map<String, Long> counts = new HashMap<>(lastCounts);
      counts.putAll(report.counts());
      lastCounts = counts;
    }
    lastFigures = report.figures().orElse(lastFigures);
    if (report.troubles().isEmpty()) {
      lastSuccess = Optional.of(now);
    }
    if (report.decision().isPresent()) {
      lastMatching = Optional.of(MatchingReport.after(lastMatching, report.decision().get(), now));
    }
    lastTroubles = report.troubles().stream().map(Trouble::words).toList();
    store(now, lastTroubles);
  }

  private void store(Instant now, List<Message> troubles) {
    logFailure(
        () ->
            journal.storeReport(
                new CampaignReport(
                    name, now, lastSuccess, troubles, lastCounts, lastMatching, lastFigures)));
  }
}
