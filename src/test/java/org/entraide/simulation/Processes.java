package org.entraide.simulation;

import java.io.IOException;
import java.time.Duration;
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
import org.entraide.campaign.BentCycle;
import org.entraide.campaign.Campaign;
import org.entraide.campaign.Cycle;
import org.entraide.campaign.Daemon;
import org.entraide.campaign.FormReader;
import org.entraide.campaign.Journal;
import org.entraide.campaign.Mailbox;
import org.entraide.campaign.MemoryJournal;
import org.entraide.campaign.MovableClock;
import org.entraide.campaign.Ports;
import org.entraide.campaign.Signature;
import org.entraide.campaign.Sleeper;
import org.entraide.campaign.SteppedScheduler;
import org.entraide.campaign.Stop;
import org.entraide.campaign.Watcher;
import org.entraide.config.CampaignSettings;
import org.entraide.delegates.MortalJournal;
import org.entraide.delegates.Strike;
import org.entraide.google.CredentialProblem;
import org.entraide.google.GoogleAccess;
import org.entraide.google.GoogleServices;
import org.entraide.google.Wire;
import org.entraide.group.MemoryLeases;
import org.entraide.group.Terms;
import org.entraide.organisers.FewPlaces;
import org.entraide.organisers.Root;
import org.entraide.text.Texts;

/**
 * The daemon's processes in a story, one alone or several that share the campaigns: what they are
 * made of, whose turn it is, how they die and what of their memory is left.
 */
final class Processes implements AutoCloseable {

  private static final List<Texts> LANGUAGES = List.of(Texts.of("fr"), Texts.of("en"));
  private static final Signature SIGNATURE = Signature.daemon("simulation", false);
  private static final Duration POLL = Duration.ofSeconds(30);

  /** Longer than any lease. */
  private static final Duration SUSPENDED = Duration.ofMinutes(3);

  private static final int JOURNALS_KEPT = 3;
  private static final int NEVER = Integer.MAX_VALUE;

  /**
   * A process.
   *
   * @param campaigns of one alone
   * @param machine of one in a group
   */
  private record Turn(
      SteppedScheduler scheduler, List<Campaign> campaigns, Optional<Machine> machine) {
    boolean isSuspended() {
      return machine.filter(it -> it.isSuspended).isPresent();
    }
  }

  /** What a database held. */
  private record Kept(MemoryJournal journal, MemoryLeases leases) {}

  private final Stage stage;
  private final DeliberateFault.Bent fault;
  private final MovableClock clock;
  private final Root root;
  private final List<Site> sites;
  private final Post post;
  private final Watch watch;
  private final SimulatedWire wire;
  private final Watcher watcher;
  private final MemoryJournal journal = new MemoryJournal();
  private final MemoryLeases leases;
  private final Elsewhere elsewhere;
  private final Deque<Kept> older = new ArrayDeque<>();
  private final List<Turn> turns = new ArrayList<>();
  private Optional<Happening.Kind> death = Optional.empty();
  private int suspends = NEVER;
  private Instant failedOver = Instant.EPOCH;
  private int processes;
  private int takenUp;
  private int begunElsewhere;
  private int deaths;

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
    this.stage = stage;
    this.fault = stage.fault().begin();
    this.clock = clock;
    this.root = root;
    this.sites = sites;
    this.post = post;
    this.watch = watch;
    this.wire = wire;
    this.watcher = watcher;
    this.leases = new MemoryLeases(clock);
    this.elsewhere = new Elsewhere(clock, root.wire(), sites, watch, this::elsewhere);
    for (int i = 0; i < stage.daemons(); i++) {
      begin();
    }
  }

  int deaths() {
    return deaths;
  }

  /** What the journal holds now, for whoever loses what comes after. */
  void keep() {
    older.addLast(new Kept(journal.copy(), leases.copy()));
    if (older.size() > JOURNALS_KEPT) {
      older.removeFirst();
    }
  }

  /** At the next request. */
  void die(Happening.Kind kind, boolean before) {
    death = Optional.of(kind);
    wire.die(before);
  }

  /** At a later request, the next being the first. */
  void suspend(int later) {
    suspends = wire.requests() + later;
  }

  /** None of them is suspended any more. */
  void calm() {
    suspends = NEVER;
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
    List<Campaign> campaigns = new ArrayList<>();
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

  /** What each machine does in a thread of its own, while one of them is at a pass. */
  private void looks() {
    List.copyOf(turns).stream()
        .filter(it -> !it.isSuspended())
        .forEach(it -> it.machine().ifPresent(Machine::look));
  }

  private Site site(String campaign) {
    return sites.stream().filter(it -> it.settings.name().equals(campaign)).findFirst().get();
  }

  /** A campaign's next pass is another process's, or one that begins anew. */
  private void forgetsWhatOneKnew() {
    post.dies();
    sites.forEach(Site::forgetsHits);
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

  /** Whoever held a lease of which the database knows no more learns it at the next look. */
  private boolean hasJustFailedOver() {
    return clock.instant().isBefore(failedOver.plus(Terms.USUAL.look()).plusSeconds(1));
  }

  private GoogleServices google(Wire bent, Sleeper sleeper) {
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

  private Campaign campaign(
      Site site, GoogleServices google, Map<String, Mailbox> mailboxes, Journal mortal, Stop stop) {
    return campaign(site, google, mailboxes, mortal, stop, SIGNATURE);
  }

  private Campaign campaign(
      Site site,
      GoogleServices google,
      Map<String, Mailbox> mailboxes,
      Journal mortal,
      Stop stop,
      Signature signature) {
    CampaignSettings settings = site.settings;
    int number = sites.indexOf(site);
    Ports ports =
        new Ports(
            fault.table(google.table(settings.spreadsheet()), signature),
            number == 0 // one of the two knows its form
                ? Optional.of(new FormReader(google.form(site.premises.form().id()), clock))
                : Optional.empty(),
            address -> mailboxes.computeIfAbsent(address, a -> fault.mailbox(google.mailbox(a))),
            new FewPlaces(),
            Optional.empty(),
            mortal,
            clock,
            signature.equals(SIGNATURE) ? chance(number) : chanceElsewhere(),
            stop);
    Cycle cycle = BentCycle.of(settings, ports, signature, LANGUAGES, fault::instance);
    return new Campaign(settings.name(), cycle, mortal, clock, LANGUAGES.get(1));
  }

  /**
   * Another one whenever a campaign is begun: no reference is drawn twice by its being repeated.
   */
  private SplittableRandom chance(int campaign) {
    long first = 31L * processes + campaign;
    if (stage.daemons() > 1) {
      takenUp++;
      return new SplittableRandom(first + 1_000_003L * takenUp);
    }
    return new SplittableRandom(first);
  }

  private SplittableRandom chanceElsewhere() {
    begunElsewhere++;
    return new SplittableRandom(-begunElsewhere);
  }

  /** Whether other installations were ever at work. */
  boolean hadOthers() {
    return begunElsewhere > 0;
  }

  /** Campaigns of another installation, whose process begins. */
  private List<Campaign> elsewhere(Signature signature, MemoryJournal own, Wire way) {
    GoogleServices google = google(way, clock::advance);
    Map<String, Mailbox> mailboxes = new HashMap<>();
    return sites.stream()
        .map(site -> campaign(site, google, mailboxes, own, new Stop(), signature))
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
        turn.campaigns().forEach(Campaign::signOff);
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

  /** Whose task comes next. */
  private Optional<Turn> first() {
    return turns.stream()
        .filter(it -> !it.isSuspended() && it.scheduler().untilNext().isPresent())
        .min(Comparator.comparing(it -> it.scheduler().untilNext().get()));
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

  /** The journal is another one. */
  private void isForgotten(boolean older) {
    sites.forEach(site -> site.isForgotten(older));
    Map<String, String> told = new HashMap<>();
    sites.forEach(site -> told.putAll(site.tellsOf()));
    post.isLost(told);
    sites.forEach(this::goAstray);
  }

  /**
   * The database goes on elsewhere without what was last committed, and no daemon sees it go.
   *
   * @param random whether renewals are among what is lost
   */
  void failOver(SplittableRandom random) {
    failedOver = clock.instant();
    Kept kept = random.nextBoolean() ? older.getLast() : older.getFirst();
    journal.becomes(kept.journal());
    if (random.nextBoolean()) {
      leases.becomes(kept.leases());
    }
    isForgotten(true);
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

  private void goAstray(Site site) {
    post.goAstray(
        site.settings.delegate(), site.tellsOf(), letter -> site.knowsAnyOf(letter.tokens));
  }

  void stop() {
    Turn turn = turns.get(processes % turns.size());
    if (turn.isSuspended()) {
      return;
    }
    try {
      turn.campaigns().forEach(Campaign::signOff);
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
