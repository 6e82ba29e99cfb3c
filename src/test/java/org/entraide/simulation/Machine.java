package org.entraide.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.daemon.Daemon;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.world.SteppedScheduler;
import org.entraide.group.Group;
import org.entraide.group.Lease;
import org.entraide.group.MemoryLeases;
import org.entraide.group.Terms;
import org.entraide.testkit.MovableClock;

/** One daemon of a group in a simulation, with its own turns and its own idea of the time. */
final class Machine implements Group.Work {

  private static final Set<String> READS =
      Set.of(
          "memory", "unfinished", "reports", "lastReport", "group", "queued", "place", "placeKey");

  private final MovableClock clock;
  private final MemoryLeases leases;
  private final Daemon daemon;
  private final Duration poll;
  private final BiFunction<Lease, Machine, CampaignRunner> make;
  private final Runnable moves;
  private final Group group;
  private final Map<String, Lease> held = new HashMap<>();
  private Instant looked = Instant.MIN;
  final SteppedScheduler scheduler;

  /** Whether it is suspended as by SIGSTOP: nothing of it goes on, and it does not know. */
  boolean isSuspended;

  /**
   * @param make a campaign under a lease
   * @param moves called when a campaign is let go: what was only known here is forgotten
   */
  Machine(
      MovableClock clock,
      MemoryLeases leases,
      SteppedScheduler scheduler,
      Daemon daemon,
      Duration poll,
      int number,
      BiFunction<Lease, Machine, CampaignRunner> make,
      Runnable moves) {
    this.clock = clock;
    this.leases = leases;
    this.scheduler = scheduler;
    this.daemon = daemon;
    this.poll = poll;
    this.make = make;
    this.moves = moves;
    int[] memberships = {0};
    this.group =
        new Group(
            leases,
            Terms.USUAL,
            Stage.NAMES,
            this,
            () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos(),
            () -> "%03d-%d".formatted(number, memberships[0]++),
            "machine " + number,
            "1",
            true);
  }

  void begin() {
    scheduler.schedule(Duration.ZERO, this::turn);
  }

  private void turn() {
    look();
    scheduler.schedule(Terms.USUAL.look(), this::turn);
  }

  /** What a thread of its own does, also amid a pass. */
  void look() {
    if (!clock.instant().isBefore(looked.plus(Terms.USUAL.look()))) {
      looked = clock.instant();
      group.look();
    }
  }

  /**
   * Time passes amid a pass.
   *
   * @param looks what all machines do meanwhile
   */
  void sleep(Duration pause, Runnable looks) {
    Instant until = clock.instant().plus(pause);
    while (clock.instant().isBefore(until)) {
      Duration left = Duration.between(clock.instant(), until);
      clock.advance(left.compareTo(Terms.USUAL.look()) < 0 ? left : Terms.USUAL.look());
      looks.run();
    }
  }

  void leave() {
    group.leave();
    scheduler.close();
  }

  /** Whether a campaign is this machine's, by the leases themselves. */
  boolean has(String campaign) {
    Lease lease = held.get(campaign);
    return lease != null && leases.isCurrent(lease);
  }

  @Override
  public boolean begin(Lease lease) {
    held.put(lease.campaign(), lease);
    daemon.start(make.apply(lease, this), poll);
    return true;
  }

  @Override
  public void end(String campaign, Runnable ended) {
    daemon.end(campaign, ended);
    moves.run();
  }

  /**
   * A journal that refuses what is written without the lease.
   *
   * @param fenced whether it does; else it is deliberately wrong
   * @param stale called when it took what it must not
   */
  Journal fenced(Journal journal, Lease lease, BooleanSupplier fenced, Runnable stale) {
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (proxy, method, args) -> {
              if (!READS.contains(method.getName()) && !leases.isCurrent(lease)) {
                if (fenced.getAsBoolean()) {
                  throw new UncheckedIOException("fenced", new IOException("fenced"));
                }
                stale.run();
              }
              try {
                return method.invoke(journal, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
