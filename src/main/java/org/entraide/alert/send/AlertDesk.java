package org.entraide.alert.send;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.watch.Health;
import org.entraide.campaign.watch.Watcher;
import org.entraide.resilience.Scheduler;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the alerts of the campaigns that this process works on. Cycles leave their reports here and
 * go on; of each campaign only the last one is kept, so nothing piles up behind a receiver that
 * hangs.
 */
public final class AlertDesk implements Watcher, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AlertDesk.class);

  /** How often it is looked whether a cycle hangs, and whether something is to be sent again. */
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final List<RestingReceiver> receivers;
  private final Optional<HeartbeatSender> heartbeat;
  private final Scheduler scheduler;
  private final InstantSource clock;
  private final Health health;
  private final boolean isShared;
  private final Map<String, CampaignAlerts> campaigns = new ConcurrentHashMap<>();
  private final AtomicBoolean workScheduled = new AtomicBoolean();
  private String lastFault = "";

  /**
   * @param scheduler with one thread, for this alone; it is closed with this
   * @param nanos a clock that only ever goes on, in nanoseconds
   * @param isShared whether several daemons share the journal
   */
  AlertDesk(
      List<AlertReceiver> receivers,
      Optional<HeartbeatSender> heartbeat,
      Scheduler scheduler,
      InstantSource clock,
      LongSupplier nanos,
      boolean isShared) {
    this.receivers = receivers.stream().map(RestingReceiver::new).toList();
    this.heartbeat = heartbeat;
    this.scheduler = scheduler;
    this.clock = clock;
    this.health = new Health(List.of(), nanos);
    this.isShared = isShared;
  }

  /** Looks by itself from now on, not only when cycles end. */
  public void open() {
    scheduler.schedule(LOOK, this::look);
  }

  private void look() {
    try {
      work();
    } finally {
      scheduler.schedule(LOOK, this::look);
    }
  }

  /**
   * A campaign is this process's from now on.
   *
   * @param journal in which this process may write of it
   * @param words in the campaign's language
   */
  public void follow(String campaign, Journal journal, Texts words) {
    follow(campaign, journal, words, Map.of());
  }

  /**
   * A campaign with several mailboxes is this process's from now on.
   *
   * @param journal in which this process may write of it
   * @param words in the campaign's language
   * @param mailboxes where the configuration names them, by address
   */
  public void follow(String campaign, Journal journal, Texts words, Map<String, String> mailboxes) {
    campaigns.put(campaign, new CampaignAlerts(campaign, journal, words, mailboxes, isShared));
  }

  /**
   * A campaign cannot even begin.
   *
   * @param why with what to do
   */
  public void cannotBegin(String campaign, Message why) {
    CycleReport report =
        new CycleReport(
            false,
            List.of(),
            false,
            List.of(new Trouble(Trouble.Kind.SETTINGS, why)),
            Map.of(),
            Optional.empty());
    ended(campaign, report);
  }

  @Override
  public void begins(String campaign) {
    health.begun(campaign);
  }

  @Override
  public void rests(String campaign, Duration wait) {
    health.ended(campaign, wait);
  }

  @Override
  public void ends(String campaign, CycleReport report, Duration wait) {
    health.ended(campaign, wait);
    ended(campaign, report);
  }

  @Override
  public void leaves(String campaign) {
    health.left(campaign);
    campaigns.remove(campaign);
  }

  private void ended(String campaign, CycleReport report) {
    CampaignAlerts alerts = campaigns.get(campaign);
    if (alerts != null) {
      alerts.ended(report);
      if (workScheduled.compareAndSet(false, true)) {
        scheduler.schedule(Duration.ZERO, this::work);
      }
    }
  }

  private void work() {
    workScheduled.set(false);
    try {
      send();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the process ends
    } catch (RuntimeException e) { // whatever it is, cycles go on, and the heartbeat is silent
      complain(e);
    }
  }

  private void send() throws InterruptedException {
    List<String> hanging = health.hanging();
    for (Map.Entry<String, CampaignAlerts> campaign : campaigns.entrySet()) {
      for (RestingReceiver receiver : receivers) {
        Instant now = clock.instant();
        campaign.getValue().tell(receiver, hanging.contains(campaign.getKey()), now);
      }
    }
    if (heartbeat.isPresent() && hanging.isEmpty()) {
      CampaignAlerts first = campaigns.get(heartbeat.get().campaign());
      if (first != null) {
        heartbeat.get().send(first.journal(), clock.instant());
      }
    }
    lastFault = "";
  }

  private void complain(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    String fault =
        e.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0].getFileName());
    if (!fault.equals(lastFault)) {
      log.warn("alerts: nothing is sent now: {}", fault);
    }
    lastFault = fault;
  }

  /** Waits until what was to be sent is, and no longer. */
  public void await(Duration longest) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    scheduler.schedule(Duration.ZERO, over::countDown);
    if (!over.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      log.warn("alerts: no answer within {} seconds; the process ends", longest.toSeconds());
    }
  }

  @Override
  public void close() {
    scheduler.close();
  }
}
