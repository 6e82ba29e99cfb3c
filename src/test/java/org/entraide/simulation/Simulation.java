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
import org.entraide.campaign.Campaign;
import org.entraide.campaign.Cycle;
import org.entraide.campaign.CycleReport;
import org.entraide.campaign.Daemon;
import org.entraide.campaign.FormReader;
import org.entraide.campaign.Journal;
import org.entraide.campaign.Mailbox;
import org.entraide.campaign.MemoryJournal;
import org.entraide.campaign.MovableClock;
import org.entraide.campaign.Signature;
import org.entraide.campaign.Sleeper;
import org.entraide.campaign.SteppedScheduler;
import org.entraide.campaign.Stop;
import org.entraide.campaign.Trouble;
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
import org.entraide.organisers.Premises;
import org.entraide.organisers.Root;
import org.entraide.text.Texts;

/** The world in which a story is told: campaigns, their daemon, its machine, the people. */
final class Simulation implements AutoCloseable, Watcher {

  private static final Instant BEGINS = Instant.parse("2020-03-26T12:00:00Z");
  private static final List<Texts> LANGUAGES = List.of(Texts.of("fr"), Texts.of("en"));
  private static final List<Mood> MOODS = List.of(Mood.values());
  private static final Duration POLL = Duration.ofSeconds(30);

  /** More than anything is waited for. */
  private static final Duration GRACE = Duration.ofMinutes(12);

  /** A slow campaign looks in every five minutes. */
  private static final Duration A_PASS = Duration.ofMinutes(7);

  /** Between two happenings: several of them fall between two passes. */
  private static final int MOST_SECONDS = 10;

  private static final int FIRST_ANSWERS = 4;
  private static final int MOST_PASSES = 12;
  private static final int JOURNALS_KEPT = 3;
  private static final int NEVER = Integer.MAX_VALUE;

  /** Longer than any lease. */
  private static final Duration SUSPENDED = Duration.ofMinutes(3);

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

  /** What a pass asks for at most, whatever is refused: no storm. */
  private static final int MOST_REQUESTS = 120;

  private final MovableClock clock = new MovableClock(BEGINS);
  private final Stage stage;
  private final DeliberateFault.Bent fault;
  private final Root root;
  private final List<Site> sites = new ArrayList<>();
  private final List<Organisers> organisers = new ArrayList<>();
  private final Post post;
  private final Watch watch;
  private final SimulatedWire wire;
  private final Map<String, Integer> begun = new HashMap<>(); // requests before, by campaign
  private final Map<String, CycleReport> last = new HashMap<>();
  private final Deque<Kept> older = new ArrayDeque<>();
  private final MemoryJournal journal = new MemoryJournal();
  private Optional<Happening.Kind> death = Optional.empty();
  private final List<Turn> turns = new ArrayList<>();
  private final MemoryLeases leases;
  private int suspends = NEVER;
  private Instant failedOver = Instant.EPOCH;
  private int processes;
  private int takenUp;
  private int deaths;
  private int passes;
  private int happened;

  Simulation(Stage stage) {
    this.stage = stage;
    this.fault = stage.fault().begin();
    List<Premises> premises = Premises.open(clock, Stage.NAMES);
    root = stage.road(premises.get(0).office());
    for (int i = 0; i < premises.size(); i++) {
      Site site = new Site(i, stage.campaigns().get(i), premises.get(i), this::requests);
      sites.add(site);
      organisers.add(new Organisers(site, clock));
    }
    post = new Post(premises.get(0), this::requests);
    watch = new Watch(sites, post, clock);
    wire = new SimulatedWire(root.wire(), clock, sites, watch);
    for (Organisers people : organisers) {
      for (int i = 0; i < FIRST_ANSWERS; i++) {
        people.answer();
      }
    }
    leases = new MemoryLeases(clock);
    for (int i = 0; i < stage.daemons(); i++) {
      begin();
    }
  }

  private int requests() {
    return wire.requests();
  }

  Watch watch() {
    return watch;
  }

  Story.End end() {
    return new Story.End(
        List.copyOf(watch.wrong()), happened, passes, wire.requests(), wire.refusals(), deaths);
  }

  // ---- the machine

  private void begin() {
    processes++;
    fault.starts();
    wire.revive();
    SteppedScheduler scheduler = new SteppedScheduler(clock);
    Journal mortal = fault.journal(MortalJournal.of(journal, wire::isDead));
    Daemon daemon = new Daemon(scheduler, mortal, clock, new SplittableRandom(processes), this);
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
    CampaignSettings settings = site.settings;
    int number = sites.indexOf(site);
    Cycle.Ports ports =
        new Cycle.Ports(
            fault.table(google.table(settings.spreadsheet())),
            number == 0 // one of the two knows its form
                ? Optional.of(new FormReader(google.form(site.premises.form().id()), clock))
                : Optional.empty(),
            address -> mailboxes.computeIfAbsent(address, a -> fault.mailbox(google.mailbox(a))),
            new FewPlaces(),
            Optional.empty(),
            mortal,
            clock,
            chance(number),
            stop);
    Cycle cycle = new Cycle(settings, ports, Signature.daemon("simulation", false), LANGUAGES);
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

  /** Time passes; what of the daemon's is due in it happens. */
  private void pass(Duration time) {
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
    if (death.filter(Happening.Kind.DIES_AND_LOSES_THE_JOURNAL::equals).isPresent()) {
      journal.becomes(new MemoryJournal()); // one that is suspended wakes up with it
    } else if (death.filter(Happening.Kind.DIES_AND_FINDS_AN_OLDER_JOURNAL::equals).isPresent()) {
      journal.becomes(older.getFirst().journal());
    }
    if (!keepsJournal) {
      begun += (int) turns.stream().filter(it -> !it.isSuspended()).count();
      turns.removeIf(it -> !it.isSuspended()); // all of them begin anew with it
      isForgotten();
    }
    death = Optional.empty();
    sites.forEach(Site::forgetsHits);
    clock.advance(Duration.ofSeconds(5));
    for (int i = 0; i < begun; i++) {
      begin();
    }
  }

  /** The journal is another one. */
  private void isForgotten() {
    sites.forEach(site -> site.souls.values().forEach(Soul::isLost));
    sites.forEach(site -> site.isUnlearnt = true);
    Map<String, String> told = new HashMap<>();
    sites.forEach(site -> told.putAll(site.tellsOf()));
    post.isLost(told);
  }

  /**
   * The database goes on elsewhere without what was last committed, and no daemon sees it go.
   *
   * @param random whether renewals are among what is lost
   */
  private void failOver(SplittableRandom random) {
    failedOver = clock.instant();
    Kept kept = random.nextBoolean() ? older.getLast() : older.getFirst();
    journal.becomes(kept.journal());
    if (random.nextBoolean()) {
      leases.becomes(kept.leases());
    }
    isForgotten();
  }

  private void stop() {
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

  // ---- what happens

  void happen(Happening happening) {
    happened++;
    older.addLast(new Kept(journal.copy(), leases.copy()));
    if (older.size() > JOURNALS_KEPT) {
      older.removeFirst();
    }
    SplittableRandom random = new SplittableRandom(happening.seed());
    if (happening.call() == 0 || !isAmid(happening.kind())) {
      act(happening.kind(), random);
    } else {
      wire.plan(happening.call(), () -> act(happening.kind(), random));
    }
    pass(Duration.ofSeconds(1 + new SplittableRandom(happening.seed() + 1).nextInt(MOST_SECONDS)));
    watch.look();
  }

  private static boolean isAmid(Happening.Kind kind) {
    return switch (kind) {
      case IS_STARTED_ANEW, MINUTES_PASS, REFUSES, IS_SUSPENDED -> false;
      default -> true;
    };
  }

  private void act(Happening.Kind kind, SplittableRandom random) {
    Organisers people = organisers.get(random.nextInt(organisers.size()));
    switch (kind) {
      case ANSWERS -> people.answer();
      case NAMESAKE_ANSWERS -> people.namesakeAnswers(random);
      case ANSWERS_AGAIN -> people.answersAgain(random);
      case EDITS -> people.edits(random);
      case SORTS -> people.sorts(random);
      case INSERTS_ROWS -> people.insertsRows(random);
      case INSTRUCTS -> people.instructs(random);
      case CLEARS_INSTRUCTION -> people.clearsInstruction(random);
      case KEEPS_APART -> people.keepsApart(random);
      case TYPES_STATUS -> people.typesStatus(random);
      case CLEARS_STATUS -> people.clearsStatus(random);
      case CLEARS_EXPLANATION -> people.clearsExplanation(random);
      case DELETES_ROW -> people.deletesRow(random);
      case UNDOES -> people.undoes();
      case NOTES_OUTCOME -> people.notesOutcome(random);
      case SORTS_LEDGER -> people.sortsLedger(random);
      case SUSPENDS -> people.suspends(true);
      case RESUMES -> people.suspends(false);
      case SENDS, DISCARDS, REWRITES, TAKES_BACK -> delegate(kind, random);
      case FORGETS_HISTORY -> sites.get(0).premises.office().exclusively(post::forgetHistory);
      case REFUSES -> refuse(random);
      case LOSES_THE_ANSWER_TO_A_DRAFT -> untold(SimulatedWire.Asked.A_DRAFT, random);
      case LOSES_THE_ANSWER_TO_A_WRITE -> untold(SimulatedWire.Asked.A_WRITE, random);
      case IS_AWAY -> wire.away(Duration.ofSeconds(30 + random.nextInt(600)));
      case SIGNS_THE_DELEGATE_OUT -> wire.signOut(Duration.ofSeconds(30 + random.nextInt(300)));
      case SHOWS_AN_EMPTY_SHEET -> wire.empty();
      case DIES_BEFORE -> die(kind, true);
      case DIES_AFTER -> die(kind, false);
      case DIES_AND_LOSES_THE_JOURNAL, DIES_AND_FINDS_AN_OLDER_JOURNAL ->
          die(kind, random.nextBoolean());
      case IS_STARTED_ANEW -> stop();
      case MINUTES_PASS -> pass(GRACE);
      case FAILS_OVER -> failOver(random);
      case IS_SUSPENDED -> suspends = wire.requests() + 1 + random.nextInt(8);
    }
  }

  private void die(Happening.Kind kind, boolean before) {
    death = Optional.of(kind);
    wire.die(before);
  }

  private void untold(SimulatedWire.Asked asked, SplittableRandom random) {
    wire.moodAt(asked, Mood.DONE_UNTOLD.get(random.nextInt(Mood.DONE_UNTOLD.size())));
  }

  private void refuse(SplittableRandom random) {
    Mood mood = MOODS.get(random.nextInt(MOODS.size()));
    int first = 1 + random.nextInt(8);
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      wire.mood(first + i, mood);
    }
  }

  private void delegate(Happening.Kind kind, SplittableRandom random) {
    int nth = random.nextInt(1000);
    boolean flag = random.nextBoolean();
    sites
        .get(0)
        .premises
        .office()
        .exclusively(
            () -> {
              if (kind == Happening.Kind.TAKES_BACK) {
                post.takeBack(nth);
              } else if (post.hasOpen()) {
                switch (kind) {
                  case SENDS -> post.send(nth);
                  case DISCARDS -> post.discard(nth, flag);
                  default -> post.rewrite(nth);
                }
              }
            });
  }

  // ---- the end

  /** Nothing happens any more: all must come to rest, and be right. */
  void settle() {
    wire.calm();
    suspends = NEVER;
    organisers.forEach(people -> people.suspends(false));
    boolean quiet = false;
    for (int i = 0; i < MOST_PASSES && !(quiet && i > 2); i++) {
      wire.takeCounts();
      pass(i < 2 ? GRACE : A_PASS);
      Map<String, Integer> counts = wire.takeCounts();
      quiet = !counts.containsKey("write") && !counts.containsKey("mail write");
    }
    watch.look();
    if (!watch.wrong().isEmpty()) {
      return;
    }
    if (!quiet) {
      watch.wrong("it does not settle: " + last);
    }
    for (Site site : sites) {
      CycleReport report = last.get(site.settings.name());
      if (report != null && report.completed() && report.troubles().isEmpty()) {
        watch.settled(site);
      } else if (report == null || report.troubles().stream().noneMatch(Simulation::isGuard)) {
        watch.wrong(site.settings.name() + " is in trouble for no reason: " + report);
      }
    }
  }

  /** People are asked whether so much is meant to be gone. */
  private static boolean isGuard(Trouble trouble) {
    return trouble.text().contains("ont disparu")
        || trouble.text().startsWith("Many drafts disappeared");
  }

  @Override
  public void begins(String campaign) {
    passes++;
    begun.put(campaign, wire.requests());
  }

  @Override
  public void rests(String campaign, Duration wait) {
    // nothing to see
  }

  @Override
  public void ends(String campaign, CycleReport report, Duration wait) {
    last.put(campaign, report);
    int asked = wire.requests() - begun.getOrDefault(campaign, 0);
    if (asked > MOST_REQUESTS) {
      watch.wrong("one pass made " + asked + " requests");
    }
    for (Trouble trouble : report.troubles()) {
      watch.said(trouble.text());
      if (trouble.kind() == Trouble.Kind.BUG) {
        watch.wrong("the daemon says: " + trouble.text());
      }
    }
    if (report.completed()) { // what the pass before hit is back by now
      sites.stream().filter(site -> site.settings.name().equals(campaign)).forEach(Site::mends);
    }
    if (report.decision().isPresent()) { // one that rests learns nothing
      sites.stream()
          .filter(site -> site.settings.name().equals(campaign))
          .forEach(site -> site.isUnlearnt = false);
    }
  }

  @Override
  public void close() {
    turns.forEach(it -> it.scheduler().close());
    root.close();
  }
}
