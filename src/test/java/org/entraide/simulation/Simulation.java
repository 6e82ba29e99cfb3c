package org.entraide.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.watch.Watcher;
import org.entraide.sandbox.office.gmail.OfficeMailbox;
import org.entraide.testkit.Human;
import org.entraide.testkit.MovableClock;
import org.entraide.testkit.Premises;
import org.entraide.testkit.Root;

/** The world in which a story is told: campaigns, their daemons, the people. */
final class Simulation implements AutoCloseable, Watcher {

  private static final Instant BEGINS = Instant.parse("2020-03-26T12:00:00Z");
  private static final List<Mood> MOODS = List.of(Mood.values());

  /** Longer than anything is waited for. */
  private static final Duration GRACE = Duration.ofMinutes(12);

  /** A slow campaign looks in every five minutes. */
  private static final Duration A_PASS = Duration.ofMinutes(7);

  /** The sign of life of another installation that died makes nobody wait for longer. */
  private static final Duration OTHERS_ARE_GONE = Duration.ofMinutes(31);

  /** Between two happenings: several of them fall between two passes. */
  private static final int MOST_SECONDS = 10;

  /** More discarded drafts than the guard against drafts that are gone all at once lets pass. */
  private static final int MOST_DISCARDED = 7;

  private static final Duration OVER_MIDNIGHT = Duration.ofHours(13);

  /** After one week figures are those of the week before; after two an outcome is asked for. */
  private static final List<Duration> WEEKS = List.of(Duration.ofDays(8), Duration.ofDays(7));

  private static final Duration A_CYCLE = Duration.ofSeconds(40);
  private static final int FIRST_ANSWERS = 4;
  private static final int MOST_PASSES = 12;

  /** What a pass asks for at most, whatever is refused: no storm. */
  private static final int MOST_REQUESTS = 120;

  private final MovableClock clock = new MovableClock(BEGINS);
  private final Root root;
  private final List<Site> sites = new ArrayList<>();
  private final List<Organisers> organisers = new ArrayList<>();
  private final Post post;
  private final Watch watch;
  private final SimulatedWire wire;
  private final Processes processes;
  private final Map<String, Integer> begun = new HashMap<>(); // requests before, by campaign
  private final Map<String, CycleReport> last = new HashMap<>();
  private final Set<String> looked = new HashSet<>();
  private int passes;
  private int happened;

  Simulation(Stage stage) {
    List<Premises> premises = Premises.open(clock, Stage.NAMES, List.of(Human.COUNTRY, Human.AGE));
    root = stage.road(premises.get(0).office());
    for (int i = 0; i < premises.size(); i++) {
      Site site = new Site(i, stage.campaigns().get(i), premises.get(i), this::requests);
      sites.add(site);
      organisers.add(new Organisers(site, clock));
    }
    premises.get(0).add(new OfficeMailbox(Premises.OTHER_DELEGATE, clock, new Random(6)));
    post = new Post(premises.get(0), this::requests, new Addressees(sites));
    watch = new Watch(sites, post, clock);
    wire = new SimulatedWire(root.wire(), clock, sites, watch);
    for (Organisers people : organisers) {
      for (int i = 0; i < FIRST_ANSWERS; i++) {
        people.answer();
      }
    }
    processes = new Processes(stage, clock, root, sites, post, watch, wire, this);
  }

  private int requests() {
    return wire.requests();
  }

  Watch watch() {
    return watch;
  }

  Story.End end() {
    return new Story.End(
        List.copyOf(watch.wrong()),
        happened,
        passes,
        wire.requests(),
        wire.refusals(),
        processes.deaths());
  }

  // ---- what happens

  void happen(Happening happening) {
    happened++;
    processes.keep();
    SplittableRandom random = new SplittableRandom(happening.seed());
    if (happening.call() == 0 || !isAmid(happening.kind())) {
      act(happening.kind(), random);
    } else {
      wire.plan(happening.call(), () -> act(happening.kind(), random));
    }
    processes.pass(
        Duration.ofSeconds(1 + new SplittableRandom(happening.seed() + 1).nextInt(MOST_SECONDS)));
    watch.look();
  }

  private static boolean isAmid(Happening.Kind kind) {
    return switch (kind) {
      case IS_STARTED_ANEW,
          MINUTES_PASS,
          REFUSES,
          IS_SUSPENDED,
          IS_UPGRADED,
          ERASES_SOMEBODY,
          TWO_RUN_ONCE,
          EXCHANGES_THE_DELEGATE,
          DISCARDS_ONE_AFTER_ANOTHER ->
          false;
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
      case NOTES_OUTCOME -> {
        site(people).noted.notes(random);
        people.act();
      }
      case CORRECTS_OUTCOME -> {
        site(people).noted.corrects(random);
        people.act();
      }
      case NOTES_NONSENSE -> {
        site(people).noted.notesNonsense(random);
        people.act();
      }
      case DISCARDS_ONE_AFTER_ANOTHER -> discardOneAfterAnother(random);
      case EXCHANGES_THE_DELEGATE -> processes.exchangeDelegate(site(people));
      case SORTS_LEDGER -> people.sortsLedger(random);
      case SUSPENDS -> people.suspends(true);
      case RESUMES -> people.suspends(false);
      case LINKS_THE_FORM_ANEW -> people.linksTheFormAnew(random);
      case LINKS_THE_FORM_ANEW_AND_LOSES_THE_JOURNAL -> {
        people.linksTheFormAnew(random);
        processes.die(Happening.Kind.DIES_AND_LOSES_THE_JOURNAL, random.nextBoolean());
      }
      case HOUSEHOLD_ANSWERS -> people.newcomers.householdAnswers(random);
      case ANSWERS_FROM_ABROAD -> people.newcomers.answersFromAbroad(random);
      case ANSWERS_HALF -> people.newcomers.answersHalf(random);
      case ANSWERS_WHOLE -> people.newcomers.answersWhole(random);
      case COMES_BACK -> people.newcomers.comesBack(random);
      case COPIES_ROW -> people.rowHandling.copiesRow(random);
      case DELETES_MARKED_ROW -> people.rowHandling.deletesMarkedRow(random);
      case PUTS_ROW_BACK -> people.rowHandling.putsRowBack(random);
      case TYPES_ROW -> people.rowHandling.typesRow(random);
      case COMPLETES_ROW -> people.rowHandling.completesRow(random);
      case TICKS -> people.marking.ticks(random);
      case UNTICKS -> people.marking.unticks(random);
      case PAUSES_UNTIL -> people.marking.pausesUntil(random);
      case TYPES_MEANT_STATUS -> people.marking.typesMeantStatus(random);
      case LIFTS_BAR -> people.marking.liftsBar(random);
      case PASTES_FAR_TOO_MUCH -> people.lengths.pastes(random);
      case SENDS, DISCARDS, REWRITES, TAKES_BACK -> delegate(kind, random);
      case FORGETS_HISTORY -> sites.get(0).premises.office().exclusively(post::forgetHistory);
      case REFUSES -> refuse(random);
      case LOSES_THE_ANSWER_TO_A_DRAFT -> untold(SimulatedWire.Asked.A_DRAFT, random);
      case LOSES_THE_ANSWER_TO_A_WRITE -> untold(SimulatedWire.Asked.A_WRITE, random);
      case IS_AWAY -> wire.away(Duration.ofSeconds(30 + random.nextInt(600)));
      case SIGNS_THE_DELEGATE_OUT -> wire.signOut(Duration.ofSeconds(30 + random.nextInt(300)));
      case SHOWS_AN_EMPTY_SHEET -> wire.empty();
      case SHOWS_AN_OLDER_SHEET -> wire.older();
      case DIES_BEFORE -> processes.die(kind, true);
      case DIES_AFTER -> processes.die(kind, false);
      case DIES_AND_LOSES_THE_JOURNAL, DIES_AND_FINDS_AN_OLDER_JOURNAL ->
          processes.die(kind, random.nextBoolean());
      case IS_STARTED_ANEW -> processes.stop();
      case MINUTES_PASS -> processes.pass(GRACE);
      case FAILS_OVER -> processes.failOver(random);
      case NAMES_GROUP,
          CLEARS_GROUP,
          LIMITS_GROUP,
          DELETES_GROUP_LINE,
          RENAMES_GROUP_LINE,
          SORTS_SETTINGS ->
          site(people).groups.happens(kind, people, random);
      case IS_UPGRADED -> {
        organisers.forEach(Organisers::act); // nobody takes that back, also amid it
        processes.upgrade();
        organisers.forEach(Organisers::act);
      }
      case SORTS_TODO, TYPES_OVER_TODO, DELETES_TODO_ROW, DELETES_TODO ->
          site(people).todo.happens(kind, people, random);
      case INTRODUCES_BY_HAND -> site(people).byHand.happens(people, random);
      case TYPES_SETTING, DELETES_SETTING_LINE -> site(people).wishes.happens(kind, people, random);
      case TYPES_OVER_WEEK, DELETES_DASHBOARD ->
          site(people).todo.happensAbove(kind, people, random);
      case DELETES_VIEW, CHANGES_VIEW, RENAMES_VIEW, ADDS_VIEW ->
          site(people).views.happens(kind, people, random);
      case ERASES_SOMEBODY ->
          site(people).erasures.happens(people, random, processes.journal, post);
      case IS_SUSPENDED -> processes.suspend(1 + random.nextInt(8));
      case RUNS_ONCE_ELSEWHERE, TWO_RUN_ONCE, TAKES_OVER_ONCE, WORKS_ELSEWHERE ->
          processes.elsewhere(kind, random);
    }
  }

  private Site site(Organisers people) {
    return sites.get(organisers.indexOf(people));
  }

  /** The delegate throws a draft away in each cycle, of which each is seen to go. */
  private void discardOneAfterAnother(SplittableRandom random) {
    for (int i = 0; i < MOST_DISCARDED; i++) {
      delegate(Happening.Kind.DISCARDS, random);
      processes.pass(A_CYCLE);
    }
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
    processes.calm();
    for (Organisers people : organisers) {
      people.suspends(false);
      if (site(people).relinking.isBehind()) {
        people.answer();
      }
    }
    // who is erased is erased in a pass that begins anew, and what it saw is looked for once more
    if (processes.hadOthers() || sites.stream().anyMatch(site -> site.erasures.happened())) {
      processes.pass(OTHERS_ARE_GONE);
    }
    comesToRest();
    if (sites.stream().anyMatch(site -> site.isPausing)) {
      watch.nothingHappensSince(clock.instant());
      processes.pass(OVER_MIDNIGHT); // time alone ends pauses, and wakes a daemon that is idle
      comesToRest();
    }
    if (!sites.stream().allMatch(site -> site.wishes.areUsual())) {
      organisers.forEach(people -> site(people).wishes.clearsMost(people));
      comesToRest();
    }
    watch.nothingHappensSince(clock.instant());
    for (Duration time : WEEKS) { // which makes tasks
      if (watch.wrong().isEmpty() && processes.restsFor(time)) {
        comesToRest();
      }
    }
  }

  private void comesToRest() {
    boolean quiet = false;
    for (int i = 0; i < MOST_PASSES && !(quiet && i > 2); i++) {
      wire.takeCounts();
      processes.pass(i < 2 ? GRACE : A_PASS);
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
      } else if (report == null
          || report.troubles().stream().noneMatch(it -> watch.isGuard(it, site))) {
        watch.wrong(site.settings.name() + " is in trouble for no reason: " + report);
      }
    }
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
    watch.alerts.ended(campaign, report, processes.fault());
    int requests = wire.requests() - begun.getOrDefault(campaign, 0);
    if (requests > MOST_REQUESTS) {
      watch.wrong("one pass made " + requests + " requests");
    }
    if (report.completed() && report.troubles().isEmpty()) {
      looked.add(campaign);
      if (looked.size() == sites.size()) { // each campaign looks for itself
        looked.clear();
        post.isLookedAt();
      }
    }
    for (Trouble trouble : report.troubles()) {
      if (trouble.text().startsWith("Many drafts disappeared") && !post.mayBeAskedAbout()) {
        watch.wrong("a few drafts went one after another, and people are asked");
      }
      watch.checkNobodyIsNamed(trouble.text());
      if (trouble.kind() == Trouble.Kind.BUG) {
        watch.wrong("the daemon says: " + trouble.text());
      }
    }
    List<Site> seen = // who is shown no answers learns nothing, and puts nothing back
        sites.stream()
            .filter(site -> site.settings.name().equals(campaign) && !site.emptyAtRead)
            .toList();
    if (report.completed()) { // what the pass before hit is back by now
      seen.stream().filter(site -> !site.suspendedAtRead).forEach(Site::mends);
    }
    if (report.decision().isPresent()) { // one that rests learns nothing
      boolean whole = report.completed() && report.troubles().isEmpty();
      seen.forEach(site -> watch.learns(site, whole));
    }
  }

  @Override
  public void close() {
    processes.close();
    root.close();
  }
}
