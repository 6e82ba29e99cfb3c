package org.entraide.simulation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.SteppedScheduler;
import org.entraide.google.GoogleServices;
import org.entraide.google.auth.CredentialProblem;
import org.entraide.google.auth.GoogleAccess;
import org.entraide.google.wire.Wire;
import org.entraide.group.MemoryLeases;
import org.entraide.group.Terms;
import org.entraide.resilience.Sleeper;
import org.entraide.testkit.MovableClock;
import org.entraide.testkit.Root;

/** Machines on which daemons run, their leases and their clocks. */
abstract class Machines {

  private static final int JOURNALS_KEPT = 3;
  static final int NEVER = Integer.MAX_VALUE;

  /**
   * A process.
   *
   * @param campaigns of one alone
   * @param machine of one in a group
   */
  record Turn(
      SteppedScheduler scheduler, List<CampaignRunner> campaigns, Optional<Machine> machine) {
    boolean isSuspended() {
      return machine.filter(it -> it.isSuspended).isPresent();
    }
  }

  /** What a database held. */
  record MachineState(MemoryJournal journal, MemoryLeases leases) {}

  final Stage stage;
  final MovableClock clock;
  final Root root;
  final List<Site> sites;
  final Post post;
  final SimulatedWire wire;
  final MemoryJournal journal = new MemoryJournal();
  final MemoryLeases leases;
  final Deque<MachineState> older = new ArrayDeque<>();
  final List<Turn> turns = new ArrayList<>();
  Optional<Happening.Kind> death = Optional.empty();
  int suspends = NEVER;
  private Instant failedOver = Instant.EPOCH;
  int processes;
  private int takenUp;
  private int begunElsewhere;
  int deaths;

  Machines(
      Stage stage, MovableClock clock, Root root, List<Site> sites, Post post, SimulatedWire wire) {
    this.stage = stage;
    this.clock = clock;
    this.root = root;
    this.sites = sites;
    this.post = post;
    this.wire = wire;
    this.leases = new MemoryLeases(clock);
  }

  int deaths() {
    return deaths;
  }

  /** What the journal holds now, for whoever loses what comes after. */
  void keep() {
    older.addLast(new MachineState(journal.copy(), leases.copy()));
    if (older.size() > JOURNALS_KEPT) {
      older.removeFirst();
    }
  }

  /** At the next request. */
  void die(Happening.Kind kind, boolean beforeRequest) {
    death = Optional.of(kind);
    wire.die(beforeRequest);
  }

  /** At a later request, the next being the first. */
  void suspend(int later) {
    suspends = wire.requests() + later;
  }

  /** None of them is suspended any more. */
  void calm() {
    suspends = NEVER;
  }

  /** What each machine does in a thread of its own, while one of them is at a pass. */
  void looks() {
    List.copyOf(turns).stream()
        .filter(it -> !it.isSuspended())
        .forEach(it -> it.machine().ifPresent(Machine::look));
  }

  Site site(String campaign) {
    return sites.stream().filter(it -> it.settings.name().equals(campaign)).findFirst().get();
  }

  /** A campaign's next pass is another process's, or one that begins anew. */
  void forgetsWhatOneKnew() {
    post.dies();
    sites.forEach(Site::forgetsHits);
  }

  /** Whoever held a lease of which the database knows no more learns it at the next look. */
  boolean hasJustFailedOver() {
    return clock.instant().isBefore(failedOver.plus(Terms.USUAL.look()).plusSeconds(1));
  }

  GoogleServices google(Wire bent, Sleeper sleeper) {
    try {
      return GoogleServices.over(
          bent,
          new GoogleAccess(stage.campaigns().get(0).credentials(), Optional.of(root.uri())),
          clock,
          sleeper,
          new Random(processes));
    } catch (CredentialProblem e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Another one whenever a campaign is begun: no reference is drawn twice by its being repeated.
   */
  SplittableRandom chance(int campaign) {
    long first = 31L * processes + campaign;
    if (stage.daemons() > 1) {
      takenUp++;
      return new SplittableRandom(first + 1_000_003L * takenUp);
    }
    return new SplittableRandom(first);
  }

  SplittableRandom chanceElsewhere() {
    begunElsewhere++;
    return new SplittableRandom(-begunElsewhere);
  }

  /** Whether other installations were ever at work. */
  boolean hadOthers() {
    return begunElsewhere > 0;
  }

  /** Whose task comes next. */
  Optional<Turn> first() {
    return turns.stream()
        .filter(it -> !it.isSuspended() && it.scheduler().untilNext().isPresent())
        .min(Comparator.comparing(it -> it.scheduler().untilNext().get()));
  }

  /** The journal is another one. */
  void isForgotten(boolean older) {
    sites.forEach(site -> site.isForgotten(older));
    Map<String, String> states = new HashMap<>();
    sites.forEach(site -> states.putAll(site.tellsOf()));
    post.isLost(states);
    sites.forEach(this::goAstray);
    sites.forEach(site -> site.erasures.isForgotten(journal));
  }

  /**
   * The database goes on elsewhere without what was last committed, and no daemon sees it go.
   *
   * @param random whether renewals are among what is lost
   */
  void failOver(SplittableRandom random) {
    failedOver = clock.instant();
    MachineState kept = random.nextBoolean() ? older.getLast() : older.getFirst();
    journal.becomes(kept.journal());
    if (random.nextBoolean()) {
      leases.becomes(kept.leases());
    }
    isForgotten(true);
  }

  void goAstray(Site site) {
    post.goAstray(
        site.settings.delegate(), site.tellsOf(), letter -> site.knowsAnyOf(letter.tokens));
  }
}
