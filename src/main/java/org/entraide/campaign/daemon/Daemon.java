package org.entraide.campaign.daemon;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.ErasureCommands;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.watch.Watcher;
import org.entraide.resilience.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs each campaign's passes on its own schedule until it is closed. */
public final class Daemon implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Daemon.class);

  /** What three passes in a row could not finish, a fourth one at once does not either. */
  private static final int MOST_AT_ONCE = 3;

  /** Those that wait for the same quota do not ask for it all at once. */
  private static final Duration LONGEST_QUEUE = Duration.ofSeconds(3);

  /** The longest wait between two looks at a campaign where nothing happens. */
  public static final Duration QUIETEST = PollBackoff.SLOWEST;

  /** A service is asked again when it said so, and it never says more than a day. */
  private static final Duration NO_LIMIT = Duration.ofDays(1);

  private final Scheduler scheduler;
  private final Journal journal;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Watcher watcher;
  private final Duration quietest;
  private final Map<String, PollBackoff> paces = new HashMap<>();
  private final Map<String, Integer> atOnce = new HashMap<>();
  private final Map<String, Turns> running = new HashMap<>();

  /**
   * @param journal whose queue holds the commands given beside the daemon
   * @param random for the jitter of schedules
   */
  public Daemon(Scheduler scheduler, Journal journal, InstantSource clock, RandomGenerator random) {
    this(scheduler, journal, clock, random, Watcher.NOBODY);
  }

  /**
   * A daemon that is watched.
   *
   * @param watcher is called for every pass
   */
  public Daemon(
      Scheduler scheduler,
      Journal journal,
      InstantSource clock,
      RandomGenerator random,
      Watcher watcher) {
    this(scheduler, journal, clock, random, watcher, QUIETEST);
  }

  /**
   * A daemon that is watched, with another pace for quiet campaigns.
   *
   * @param quietest the longest wait between two looks at a campaign where nothing happens
   */
  public Daemon(
      Scheduler scheduler,
      Journal journal,
      InstantSource clock,
      RandomGenerator random,
      Watcher watcher,
      Duration quietest) {
    this.scheduler = scheduler;
    this.journal = journal;
    this.clock = clock;
    this.random = random;
    this.watcher = watcher;
    this.quietest = quietest;
  }

  /**
   * Starts a campaign, its first pass at once.
   *
   * @param poll the wanted time between looks: campaigns of one Google user share its quota
   */
  public synchronized void start(CampaignRunner campaign, Duration poll) {
    Duration fair = campaign.fairInterval();
    campaign.setWatcher(watcher);
    paces.put(campaign.name(), PollBackoff.of(poll.compareTo(fair) < 0 ? fair : poll, quietest));
    Turns turns = new Turns();
    running.put(campaign.name(), turns);
    scheduler.schedule(Duration.ZERO, () -> tick(campaign, turns));
  }

  /**
   * Ends a campaign: its present pass is the last.
   *
   * @param ended called once nothing of it runs any more: at once where nothing does
   */
  public void end(String campaign, Runnable ended) {
    Turns turns;
    synchronized (this) {
      turns = running.remove(campaign);
    }
    watcher.leaves(campaign);
    if (turns == null || turns.end(ended)) {
      ended.run();
    }
  }

  private void tick(CampaignRunner campaign, Turns turns) {
    if (!turns.begin()) {
      return;
    }
    Duration wait = PollBackoff.SLOWEST; // should even this fail, the campaign is not forgotten
    try {
      obeyQueue();
      Optional<Instant> throttled = campaign.throttledUntil();
      if (throttled.isPresent()) {
        wait = until(throttled.get());
        watcher.rests(campaign.name(), wait);
      } else {
        watcher.begins(campaign.name());
        CycleReport report = campaign.runOnce();
        wait = next(campaign.name(), report);
        watcher.ends(campaign.name(), report, wait);
      }
      campaign.noteNextCycle(clock.instant().plus(wait));
    } finally {
      Optional<Runnable> last = turns.ended();
      if (last.isPresent()) {
        watcher.leaves(
            campaign.name()); // it was given this pass's end meanwhile; before it may begin anew
        last.get().run();
      } else {
        scheduler.schedule(wait, () -> tick(campaign, turns));
      }
    }
  }

  /** Whether a campaign's passes go on, and whether one is running. */
  private static final class Turns {
    private boolean inHand;
    private Optional<Runnable> last = Optional.empty();

    /** Whether a pass may begin. */
    synchronized boolean begin() {
      inHand = last.isEmpty();
      return inHand;
    }

    /** What to call after a pass that was the last one; empty where it was not. */
    synchronized Optional<Runnable> ended() {
      inHand = false;
      return last;
    }

    /** Whether no pass runs; else {@code ended} is called when it ends. */
    synchronized boolean end(Runnable ended) {
      last = Optional.of(ended);
      return !inHand;
    }
  }

  /** A little later than allowed, by a random time for each campaign: others wait, too. */
  private synchronized Duration until(Instant time) {
    Duration wait = Duration.between(clock.instant(), time);
    return (wait.isNegative() ? Duration.ZERO : wait)
        .plusMillis(random.nextLong(LONGEST_QUEUE.toMillis()));
  }

  private synchronized Duration next(String campaign, CycleReport report) {
    PollBackoff pace = paces.getOrDefault(campaign, PollBackoff.of(Duration.ofSeconds(30)));
    PollBackoff after =
        !report.completed()
            ? pace.afterFailure()
            : report.quiet() ? pace.afterQuiet() : pace.afterChange();
    paces.put(campaign, after);
    int again = report.again() ? atOnce.getOrDefault(campaign, 0) + 1 : 0;
    atOnce.put(campaign, again);
    boolean now = again > 0 && again <= MOST_AT_ONCE;
    Duration wait = now ? Duration.ZERO : after.next(random);
    // where the sheet could be read, a mailbox or a form that rests keeps nobody's row waiting
    Duration longest = report.completed() ? PollBackoff.SLOWEST : NO_LIMIT;
    return report.troubles().stream()
        .flatMap(t -> t.retryAt().stream())
        .map(at -> Duration.between(clock.instant(), at))
        .map(rest -> rest.compareTo(longest) > 0 ? longest : rest)
        .reduce(wait, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  /** Does what was asked beside the daemon. */
  private synchronized void obeyQueue() {
    try {
      for (Journal.Command command : journal.queuedCommands()) {
        if (ErasureCommands.is(command)) {
          continue; // its campaign does it
        }
        log.warn("A queued command is unknown to this version: {}", command.kind());
        journal.finishCommand(command.id(), "unknown to this version", clock.instant());
      }
    } catch (UncheckedIOException e) {
      log.warn("The queue cannot be read: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    scheduler.close();
  }
}
