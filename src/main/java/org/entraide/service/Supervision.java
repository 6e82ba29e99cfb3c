package org.entraide.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.watch.Health;
import org.entraide.campaign.watch.Watcher;
import org.entraide.resilience.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports to the service manager how the daemon is, and feeds its watchdog for as long as cycles
 * come to their end when they should. For use by several threads.
 */
public final class Supervision implements Watcher, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Supervision.class);

  private final ServiceManager manager;
  private final Optional<Duration> interval;
  private final Scheduler scheduler;
  private final Health health;
  private final SortedMap<String, Trouble.Kind> troubles = new TreeMap<>();
  private String sentStatus = "";
  private List<String> hung = List.of();

  /**
   * @param interval how often the watchdog is fed; empty where there is none
   * @param scheduler for this alone, so that no campaign that hangs holds it up; it is closed with
   *     this
   * @param health to which this reports cycles
   */
  Supervision(
      ServiceManager manager, Optional<Duration> interval, Scheduler scheduler, Health health) {
    this.manager = manager;
    this.interval = interval;
    this.scheduler = scheduler;
    this.health = health;
  }

  /**
   * By the service manager that started the process; by none where the environment names none.
   *
   * @param environment the process's variables
   * @param pid the process's number
   * @param campaigns that are to run
   * @param nanos a clock that only ever goes on, in nanoseconds
   */
  public static Supervision of(
      Map<String, String> environment,
      long pid,
      List<String> campaigns,
      Scheduler scheduler,
      LongSupplier nanos) {
    return new Supervision(
        Systemd.of(environment),
        Watchdog.interval(environment, pid),
        scheduler,
        new Health(campaigns, nanos));
  }

  /** The daemon has what it needs and begins: whether Google answers is not waited for. */
  public void ready() {
    announce(true, "READY=1");
    if (manager.listens()) {
      interval.ifPresent(it -> scheduler.schedule(it, this::feed));
    }
  }

  /** The daemon must end. */
  public void stopping() {
    announce(false, "STOPPING=1");
  }

  /** One that was not there before is waited for from now on. */
  @Override
  public void begins(String campaign) {
    health.begun(campaign);
  }

  @Override
  public synchronized void leaves(String campaign) {
    health.left(campaign);
    troubles.remove(campaign);
  }

  @Override
  public void rests(String campaign, Duration wait) {
    health.ended(campaign, wait);
  }

  @Override
  public void ends(String campaign, CycleReport report, Duration wait) {
    health.ended(campaign, wait);
    Optional<Trouble.Kind> worst =
        report.troubles().stream().map(Trouble::kind).max(Trouble.Kind::compareTo);
    if (manager.listens() && changes(campaign, worst)) {
      scheduler.schedule(Duration.ZERO, () -> announce(true)); // the cycle does not wait for it
    }
  }

  private synchronized boolean changes(String campaign, Optional<Trouble.Kind> worst) {
    worst.ifPresentOrElse(it -> troubles.put(campaign, it), () -> troubles.remove(campaign));
    return !condition().status().equals(sentStatus);
  }

  private synchronized DaemonCondition condition() {
    return new DaemonCondition(health.campaigns(), health.hanging(), troubles);
  }

  private void feed() {
    DaemonCondition condition = condition();
    complain(condition.hanging());
    if (condition.mayFeed()) {
      announce(true, "WATCHDOG=1");
    } else {
      announce(true);
    }
    interval.ifPresent(it -> scheduler.schedule(it, this::feed));
  }

  /** Says why the process is about to be killed, which systemd cannot know. */
  private void complain(List<String> hanging) {
    if (!hanging.isEmpty() && !hanging.equals(hung)) {
      log.error(
          "the cycle of {} does not end, {} after it should have: the watchdog is fed no more",
          String.join(", ", hanging),
          Health.PATIENCE);
    }
    hung = hanging;
  }

  private void announce(boolean withStatus, String... assignments) {
    List<String> all = message(withStatus, List.of(assignments));
    if (!all.isEmpty() && manager.listens()) {
      manager.announce(all);
    }
  }

  private synchronized List<String> message(boolean withStatus, List<String> assignments) {
    List<String> all = new ArrayList<>(assignments);
    String status = condition().status();
    if (withStatus && !status.equals(sentStatus)) {
      sentStatus = status;
      all.add("STATUS=" + status);
    }
    return all;
  }

  @Override
  public void close() {
    scheduler.close();
  }
}
