package org.entraide.simulation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.cycle.Cycle;
import org.entraide.campaign.daemon.Daemon;
import org.entraide.campaign.gateway.FormReader;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.watch.Watcher;
import org.entraide.campaign.world.BentCycle;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.SteppedScheduler;
import org.entraide.config.CampaignSettings;
import org.entraide.delegates.MortalJournal;
import org.entraide.delegates.Strike;
import org.entraide.google.GoogleServices;
import org.entraide.google.wire.Wire;
import org.entraide.resilience.Stop;
import org.entraide.testkit.FewPlaces;
import org.entraide.testkit.MovableClock;
import org.entraide.testkit.Root;
import org.entraide.text.Texts;

/**
 * The daemon's processes in a story, one alone or several that share the campaigns: what they are
 * made of, whose turn it is, how they die and what of their memory is left.
 */
final class Processes extends Machines implements AutoCloseable {

  private static final List<Texts> LANGUAGES = List.of(Texts.of("fr"), Texts.of("en"));
  private static final InstallationIdentity SIGNATURE =
      InstallationIdentity.daemon("simulation", false);
  private static final Duration POLL = Duration.ofSeconds(30);

  /** What a tab of the daemon's keeps of its thousand rows, four fifths of a story's cells. */
  private static final int TAB_ROWS = 200;

  /** Longer than any lease. */
  private static final Duration SUSPENDED = Duration.ofMinutes(3);

  private final DeliberateFault.Bent fault;
  private final Watch watch;
  private final Watcher watcher;
  private final Elsewhere elsewhere;

  /** All of them begin. */
  Processes(
      Stage stage,
      MovableClock clock,
      Root root,
      List<Site> sites,
      Post post,
      Watch watch,
      SimulatedWire wire,
      Watcher watcher) {
    super(stage, clock, root, sites, post, wire);
    this.fault = stage.fault().begin();
    this.watch = watch;
    this.watcher = watcher;
    this.elsewhere = new Elsewhere(clock, root.wire(), sites, watch, this::elsewhere);
    for (int i = 0; i < stage.daemons(); i++) {
      begin();
    }
  }

  /** What is wrong with the daemon. */
  DeliberateFault.Bent fault() {
    return fault;
  }

  private void begin() {
    processes++;
    fault.starts();
    wire.revive();
    SteppedScheduler scheduler = new SteppedScheduler(clock);
    Journal mortal = fault.journal(MortalJournal.of(journal, wire::isDead));
    Daemon daemon = new Daemon(scheduler, mortal, clock, new SplittableRandom(processes), watcher);
    if (stage.daemons() > 1) {
      turns.add(new Turn(scheduler, List.of(), Optional.of(machine(scheduler, daemon, mortal))));
      return;
    }
    GoogleServices google = google(fault.wire(wire), clock::advance);
    Map<String, Mailbox> mailboxes = new HashMap<>();
    List<CampaignRunner> campaigns = new ArrayList<>();
    for (Site site : sites) {
      campaigns.add(campaign(site, google, mailboxes, mortal, new Stop()));
    }
    turns.add(new Turn(scheduler, campaigns, Optional.empty()));
    campaigns.forEach(campaign -> daemon.start(campaign, POLL));
  }

  private Machine machine(SteppedScheduler scheduler, Daemon daemon, Journal mortal) {
    Machine[] self = {null}; // the two know each other
    GoogleServices google =
        google(
            fault.wire(call -> asked(self[0], call)), pause -> self[0].sleep(pause, this::looks));
    Machine machine =
        new Machine(
            clock,
            leases,
            scheduler,
            daemon,
            POLL,
            processes,
            (lease, me) -> {
              Stop lost =
                  new Stop()
                      .unless(
                          () -> {
                            looks();
                            return !fault.looksAtItsLease() || lease.holds();
                          });
              return campaign(
                  site(lease.campaign()),
                  google.under(lost::check),
                  new HashMap<>(),
                  me.fenced(
                      mortal,
                      lease,
                      fault::fences,
                      () -> watch.wrong("the journal took what a stale owner wrote")),
                  lost);
            },
            this::forgetsWhatOneKnew);
    self[0] = machine;
    machine.begin();
    return machine;
  }

  private Wire.Answer asked(Machine machine, Wire.Call call) throws IOException {
    String path = call.uri().getPath();
    for (Site site : sites) {
      if (path.contains(site.premises.id())
          && !machine.has(site.settings.name())
          && !hasJustFailedOver()) {
        watch.wrong("a daemon whose lease is another's asked for its sheet");
      }
    }
    Wire.Answer answer = wire.exchange(call);
    if (wire.requests() >= suspends) {
      suspends = NEVER;
      machine.isSuspended = true;
      pass(SUSPENDED);
      machine.isSuspended = false;
    }
    return answer;
  }

  private CampaignRunner campaign(
      Site site, GoogleServices google, Map<String, Mailbox> mailboxes, Journal mortal, Stop stop) {
    return campaign(site, google, mailboxes, mortal, stop, SIGNATURE);
  }

  private CampaignRunner campaign(
      Site site,
      GoogleServices google,
      Map<String, Mailbox> mailboxes,
      Journal mortal,
      Stop stop,
      InstallationIdentity identity) {
    CampaignSettings settings = site.settings;
    int number = sites.indexOf(site);
    wire.begins(site);
    Ports ports =
        new Ports(
            fault.table(google.table(settings.spreadsheet()), identity),
            site.knowsItsForm()
                ? Optional.of(new FormReader(google.form(site.premises.form().id()), clock))
                : Optional.empty(),
            address -> mailboxes.computeIfAbsent(address, a -> fault.mailbox(google.mailbox(a))),
            new FewPlaces(),
            Optional.empty(),
            mortal,
            clock,
            identity.equals(SIGNATURE) ? chance(number) : chanceElsewhere(),
            stop);
    Cycle cycle = BentCycle.of(settings, ports, identity, LANGUAGES, fault::instance);
    return new CampaignRunner(settings.name(), cycle, mortal, clock);
  }

  /** Campaigns of another installation, whose process begins. */
  private List<CampaignRunner> elsewhere(
      InstallationIdentity identity, MemoryJournal own, Wire way) {
    GoogleServices google = google(way, clock::advance);
    Map<String, Mailbox> mailboxes = new HashMap<>();
    return sites.stream()
        .map(site -> campaign(site, google, mailboxes, own, new Stop(), identity))
        .toList();
  }

  /**
   * Another installation is at work for a while.
   *
   * @param random whether the daemon of the story lives meanwhile, and how the other one ends
   */
  void elsewhere(Happening.Kind kind, SplittableRandom random) {
    boolean lives = kind != Happening.Kind.TWO_RUN_ONCE && random.nextBoolean();
    if (!lives && !ends(kind == Happening.Kind.TWO_RUN_ONCE)) {
      return;
    }
    isForgotten(true); // by the other's journal
    switch (kind) {
      case RUNS_ONCE_ELSEWHERE -> elsewhere.runsOnce(false);
      case TAKES_OVER_ONCE -> elsewhere.runsOnce(true);
      case WORKS_ELSEWHERE -> {
        boolean dies = random.nextInt(4) == 0;
        elsewhere.works(random.nextInt(3) > 0, dies);
      }
      default -> elsewhere.twoRunOnce(random);
    }
    isForgotten(true); // by the own one
    sites.forEach(Site::forgetsHits);
    if (!lives) {
      begin();
    }
  }

  /**
   * The daemon of the story ends.
   *
   * @return whether it could
   */
  private boolean ends(boolean signsOff) {
    Turn turn = turns.get(0);
    try {
      if (signsOff) {
        turn.campaigns().forEach(CampaignRunner::signOff);
      }
    } catch (Strike.Death e) {
      rise(turn);
      return false;
    }
    post.dies();
    turns.remove(turn);
    return true;
  }

  /** Time passes; what of the daemon's is due in it happens. */
  void pass(Duration time) {
    sites.forEach(site -> site.desk.trimOthers(site.premises.answers(), TAB_ROWS));
    Instant until = clock.instant().plus(time);
    while (clock.instant().isBefore(until)) {
      Optional<Turn> first = first();
      Optional<Duration> next = first.flatMap(it -> it.scheduler().untilNext());
      if (next.isEmpty() || clock.instant().plus(next.get()).isAfter(until)) {
        clock.advance(Duration.between(clock.instant(), until));
      } else {
        step(first.get(), next.get());
      }
    }
  }

  private void step(Turn turn, Duration next) {
    SteppedScheduler scheduler = turn.scheduler();
    if (next.isNegative()) { // it is late: a pass took its time
      clock.advance(next.negated());
      clock.advance(next);
    }
    scheduler.step();
    scheduler.thrown().stream()
        .filter(thrown -> !(thrown instanceof Strike.Death))
        .findFirst()
        .ifPresent(thrown -> watch.wrong("the daemon threw " + thrown));
    if (wire.isDead()) {
      rise(turn);
    }
  }

  /** The process is dead, and is started anew. */
  private void rise(Turn dead) {
    deaths++;
    post.dies();
    int begun = 1;
    turns.remove(dead);
    boolean keepsJournal =
        death.filter(Happening.Kind.DIES_BEFORE::equals).isPresent()
            || death.filter(Happening.Kind.DIES_AFTER::equals).isPresent();
    boolean lost = death.filter(Happening.Kind.DIES_AND_LOSES_THE_JOURNAL::equals).isPresent();
    if (lost) {
      journal.becomes(new MemoryJournal()); // one that is suspended wakes up with it
    } else if (death.filter(Happening.Kind.DIES_AND_FINDS_AN_OLDER_JOURNAL::equals).isPresent()) {
      journal.becomes(older.getFirst().journal());
    }
    if (!keepsJournal) {
      begun += (int) turns.stream().filter(it -> !it.isSuspended()).count();
      turns.removeIf(it -> !it.isSuspended()); // all of them begin anew with it
      isForgotten(!lost);
    }
    death = Optional.empty();
    sites.forEach(Site::forgetsHits);
    clock.advance(Duration.ofSeconds(5));
    for (int i = 0; i < begun; i++) {
      begin();
    }
  }

  /** The configuration names another delegate of a campaign, and the daemon is started anew. */
  void exchangeDelegate(Site site) {
    if (stage.daemons() > 1) {
      return; // all of them would have to be
    }
    site.settings = stage.withOtherDelegate(site.settings);
    goAstray(site);
    stop();
  }

  /** All was the version before's until now, and the next process is of this one. */
  void upgrade() {
    sites.forEach(site -> Upgrade.happens(site, journal, watch));
    stop();
  }

  /**
   * Nobody starts the daemon for so long.
   *
   * @return whether it could be stopped; of several, one or the other is always at work
   */
  boolean restsFor(Duration time) {
    if (stage.daemons() > 1 || !ends(true)) {
      return false;
    }
    sites.forEach(Site::forgetsHits);
    clock.advance(time);
    begin();
    return true;
  }

  void stop() {
    Turn turn = turns.get(processes % turns.size());
    if (turn.isSuspended()) {
      return;
    }
    try {
      turn.campaigns().forEach(CampaignRunner::signOff);
    } catch (Strike.Death e) {
      rise(turn);
      return;
    }
    turn.machine().ifPresent(Machine::leave);
    turns.remove(turn);
    sites.forEach(Site::forgetsHits);
    begin();
  }

  @Override
  public void close() {
    turns.forEach(it -> it.scheduler().close());
  }
}
