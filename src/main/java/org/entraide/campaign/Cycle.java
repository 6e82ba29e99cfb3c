package org.entraide.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.entraide.config.CampaignSettings;
import org.entraide.match.Alternative;
import org.entraide.match.Policy;
import org.entraide.match.UnstableMatchingException;
import org.entraide.place.Geocoder;
import org.entraide.place.PostcodeFiles;
import org.entraide.plan.DashboardFacts;
import org.entraide.plan.Layout;
import org.entraide.plan.Letters;
import org.entraide.plan.LoneDashboard;
import org.entraide.plan.Proposal;
import org.entraide.plan.Vocabulary;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/**
 * One pass over a campaign: observe, interpret, locate, match, plan, apply. It needs no memory of
 * why it was started, computes everything from what it observes, and over an unchanged world writes
 * nothing. A crash at any line is repaired by the next pass.
 *
 * <p>At most three reads and two writes of the sheet, whatever arrived (one more write where
 * columns are missing, as the first time): read everything; look whether organisers suspended it
 * meanwhile; append new introductions to the ledger; make their drafts; read identities again;
 * write what changed and check where it landed. What the pass before hit is put back first, for one
 * more of each, and {@link GoAhead} looks again while many drafts are made. A single run that has
 * something to do makes two passes: one more read and one more write, of its sign of life.
 */
public final class Cycle {

  /**
   * The world outside.
   *
   * @param mailboxes by a delegate's address
   * @param form the form behind the sheet; empty where the campaign names none
   * @param postcodes what was imported for the geocoder; empty where that would not help
   * @param stop whether the process was told to end
   */
  public record Ports(
      Table table,
      Optional<FormReader> form,
      Function<String, Mailbox> mailboxes,
      Geocoder geocoder,
      Optional<PostcodeFiles> postcodes,
      Journal journal,
      InstantSource clock,
      RandomGenerator random,
      Stop stop) {

    /** Of a process that nobody tells to end. */
    public Ports(
        Table table,
        Optional<FormReader> form,
        Function<String, Mailbox> mailboxes,
        Geocoder geocoder,
        Optional<PostcodeFiles> postcodes,
        Journal journal,
        InstantSource clock,
        RandomGenerator random) {
      this(table, form, mailboxes, geocoder, postcodes, journal, clock, random, new Stop());
    }
  }

  /** The name is put on the sheet, the work is done, and both may be disturbed once. */
  private static final int MOST_PASSES = 4;

  private final CampaignSettings settings;
  private final Ports ports;
  private final Signature signature;
  private final Texts texts;
  private final List<Texts> languages;
  private final Places places;
  private final Decisions decisions;
  private final MatchingStep matching;
  private final Mailroom mailroom;
  private final Observer observer;
  private final Planner.Desk desk;
  private final JournalPlanner journal = new JournalPlanner();
  private final PendingRepairs repairs = new PendingRepairs();
  private final SheetClaim claim;
  private final Boards boards;
  private final PausedPass paused;
  private final Sweeping sweeping = new Sweeping();
  private final Stillness stillness;
  private final Stages stages = new Stages();
  private String sheetLocale = "";
  private Texts sheetTexts;

  /**
   * @param signature whose work the sheet is
   * @param languages every language that is spoken, whose titles and words are understood
   */
  public Cycle(CampaignSettings settings, Ports ports, Signature signature, List<Texts> languages) {
    this(settings, ports, signature, languages, letters(settings));
  }

  /** With letters of the administrator's own. */
  public Cycle(
      CampaignSettings settings,
      Ports ports,
      Signature signature,
      List<Texts> languages,
      Letters letters) {
    this(settings, ports, signature, languages, letters, Decisions.matcher());
  }

  Cycle(
      CampaignSettings settings,
      Ports ports,
      Signature signature,
      List<Texts> languages,
      Decisions.Solver solver) {
    this(settings, ports, signature, languages, letters(settings), solver);
  }

  private static Letters letters(CampaignSettings settings) {
    return Letters.of(Texts.of(settings.language().getLanguage()));
  }

  private Cycle(
      CampaignSettings settings,
      Ports ports,
      Signature signature,
      List<Texts> languages,
      Letters letters,
      Decisions.Solver solver) {
    this.settings = settings;
    this.ports = ports;
    this.signature = signature;
    this.languages = List.copyOf(languages);
    this.texts = Texts.of(settings.language().getLanguage());
    this.sheetTexts = texts;
    this.places = new Places(ports.geocoder(), ports.postcodes(), settings);
    this.decisions = new Decisions(solver);
    this.matching = new MatchingStep(decisions);
    this.mailroom = new Mailroom(ports.mailboxes());
    this.claim = new SheetClaim(signature);
    this.boards = new Boards(settings, claim, this.languages);
    Vocabulary vocabulary = new Vocabulary(languages);
    this.observer =
        new Observer(
            settings, ports, vocabulary, this.languages, this::words, places, mailroom, stages);
    this.desk =
        new Planner.Desk(
            ports,
            letters,
            vocabulary,
            places,
            settings.followUp(),
            new WaitingFollowUps(ports),
            boards);
    this.stillness =
        new Stillness(settings.name(), ports, signature, settings.followUp(), places, mailroom);
    this.paused = new PausedPass(claim, texts, journal, repairs, boards);
  }

  /** Whether no effect may begin any more. */
  boolean isStopped() {
    return ports.stop().isAsked();
  }

  /** Whether the last pass may have hit what the next one must put right. */
  boolean mustMend() {
    return repairs.isPending();
  }

  /**
   * Until when a pass should not begin, since what this Google user may ask for is used up; empty
   * if it may now.
   */
  Optional<Instant> restsUntil() {
    return ports.table().restsUntil();
  }

  /** How long to wait between two passes at least, to be fair to other campaigns. */
  Duration fairInterval() {
    return ports.table().fairInterval();
  }

  /** Who hears what each pass is at; never throws. */
  void heardBy(Consumer<Stage> watcher) {
    stages.heardBy(watcher);
  }

  /** What other policies would change, for the dashboard. */
  void advisedBy(Supplier<Optional<DashboardFacts.Policies>> policies) {
    stillness.advisedBy(policies);
  }

  /**
   * Runs once.
   *
   * @return what was done, and what could not be
   * @throws RemoteFailure if the sheet could not be read, or a write's outcome is unknown: the next
   *     pass reads first
   * @throws Layout.Unusable if the sheet lacks what a campaign needs
   */
  public CycleReport run() throws RemoteFailure, Layout.Unusable {
    return run(Applier.Mode.APPLY);
  }

  /**
   * Says what a pass would do, by references and never names, and changes nothing anywhere, the
   * journal included.
   */
  public CycleReport dryRun() throws RemoteFailure, Layout.Unusable {
    forget();
    try {
      return run(Applier.Mode.DRY_RUN);
    } finally {
      forget();
    }
  }

  /** What spares a pass work that another did already: a dry run does not count as that other. */
  private void forget() {
    stillness.forget();
    journal.forgetRows();
  }

  /** Answers questions about the campaign, and changes nothing. */
  public Inspection inspection() {
    return new Inspection(texts, observer, places, matching, desk);
  }

  /**
   * What each other policy would have made of a decision of this campaign.
   *
   * @throws UnstableMatchingException if one of them cannot be trusted
   */
  public Map<Policy, Alternative> alternatives(Decision decision) {
    return decisions.alternatives(decision);
  }

  /**
   * Of a single run, which nobody starts again at once, with the passes that follow where one put
   * its name on the sheet, or had to end before its next effect.
   */
  private CycleReport run(Applier.Mode mode) throws RemoteFailure, Layout.Unusable {
    List<Effect> effects = new ArrayList<>();
    Passed passed = pass(mode);
    for (int i = 1; i < MOST_PASSES && passed.isHalted() && !signature.signs(); i++) {
      effects.addAll(passed.report().effects());
      passed = pass(mode);
    }
    return passed.report().after(effects);
  }

  /**
   * A pass.
   *
   * @param isHalted whether it ended before its next effect, and may be made anew at once
   */
  private record Passed(CycleReport report, boolean isHalted) {}

  private Passed pass(Applier.Mode mode) throws RemoteFailure, Layout.Unusable {
    ports.stop().check();
    stages.reach(Stage.OBSERVE);
    Snapshot snapshot = ports.table().snapshot(stillness.known());
    Optional<Stillness.Idle> idle = stillness.look(snapshot);
    if (idle.isPresent()) {
      return idle(idle.get(), mode);
    }
    Workbook workbook = snapshot.workbook();
    Applier applier = applier(mode, workbook.locale());
    try {
      Scene scene = repaired(observe(workbook, applier), applier);
      Optional<CycleReport> report = paused(scene, applier);
      if (report.isEmpty()) {
        report = erased(scene, applier);
      }
      return new Passed(report.isPresent() ? report.get() : work(scene, applier), false);
    } catch (GoAhead.Halt halt) {
      return new Passed(paused.halted(halt, applier.done()), halt.why().mayGoOn());
    } finally {
      repairs.take(applier);
      mailroom.forget(applier.deletedTwins());
    }
  }

  /** The pass itself, where nothing keeps it from its work. */
  private CycleReport work(Scene scene, Applier applier) throws RemoteFailure, GoAhead.Halt {
    Matched remembered = scene.memory().matched();
    applier.apply(journal.everything(scene, scene.another()));
    stages.reach(Stage.LOCATE);
    Situation first = Situation.of(scene, places);
    stages.reach(Stage.MATCH);
    MatchingStep.Result decided = matching.decide(first, remembered);
    stages.reach(Stage.PLAN);
    Planner planner = new Planner(desk, first, sheetTexts, applier.room());
    Plan preparation = planner.preparation();
    stages.reach(Stage.APPLY);
    Outcome prepared = applier.apply(preparation);
    List<Proposal> proposals = planner.proposals(first, decided.matching());
    Introduced introduced = introduce(first, proposals, planner, applier);

    Situation last = introduced.situation();
    MatchingStep.Result again = decided;
    if (last.hasOtherIntroductions()) { // rows say what the next pass will see
      stages.reach(Stage.MATCH);
      last = last.asked();
      again =
          matching.decide(last, decided.decision().map(Decision::remembered).orElse(remembered));
      proposals = planner.proposals(last, again.matching());
    }
    stages.reach(Stage.PLAN);
    List<Trouble> troubles = troubles(scene, decided, introduced, again);
    Optional<DashboardFacts.Policies> policies = stillness.advice();
    Planner.Cells cells =
        planner.cells(
            new Planner.Result(last, again.matching(), proposals, troubles, policies),
            introduced.appended(),
            prepared.answersWait());
    boards.keep(cells.board());
    stages.reach(Stage.APPLY);
    applier.apply(JournalPlanner.matching(remembered, again.decision()));
    Outcome written = applier.apply(cells.plan());
    repairs.take(applier);
    if (written.locked()) {
      troubles.add(paused.locked());
    }
    boolean next = introduced.again() || proposals.stream().anyMatch(Cycle::isNext);
    CycleReport report =
        new CycleReport(
            true,
            applier.done(),
            next || repairs.isDue() || written.leavesWork(scene),
            troubles,
            cells.counts(),
            decided.decision());
    stillness.remember(scene, cells.board(), policies, report, repairs.isPending());
    return report;
  }

  /**
   * What became of introductions in a pass.
   *
   * @param appended whether the ledger has more rows than were read
   * @param again whether the next pass makes a follow-up
   */
  private record Introduced(
      Situation situation, List<Trouble> troubles, boolean appended, boolean again) {}

  /** Drafts first; then follow-ups, of which mailboxes must tell more before they are planned. */
  private Introduced introduce(
      Situation now, List<Proposal> proposals, Planner planner, Applier applier)
      throws RemoteFailure, GoAhead.Halt {
    IntroductionPlanner.Planned begun = planner.introductions(now, proposals);
    Outcome made = applier.apply(begun.plan());
    Situation then = now.with(begun.introductions()).after(made);
    FollowUpPlanner.Candidates candidates = planner.followUpCandidates(then);
    FollowUpLook look = planner.look(then, candidates);
    FollowUpPlanner.Planned followUps = planner.followUps(then, candidates, look);
    Outcome followed = applier.apply(followUps.plan());
    List<Trouble> troubles = new ArrayList<>(made.troubles());
    troubles.addAll(look.troubles());
    troubles.addAll(followed.troubles());
    return new Introduced(
        then.with(followUps.introductions()).without(look.unreachable()).after(followed),
        troubles,
        begun.plan().effects().stream().anyMatch(SheetEffect.AppendLedger.class::isInstance),
        followUps.again());
  }

  private static List<Trouble> troubles(
      Scene scene, MatchingStep.Result decided, Introduced introduced, MatchingStep.Result again) {
    List<Trouble> troubles = new ArrayList<>(scene.seen().troubles());
    scene.form().trouble().ifPresent(troubles::add);
    decided.trouble().ifPresent(troubles::add);
    troubles.addAll(introduced.troubles());
    again.trouble().filter(it -> !troubles.contains(it)).ifPresent(troubles::add);
    return troubles;
  }

  /** Whether a draft is to be made as soon as may be. */
  private static boolean isNext(Proposal proposal) {
    return proposal.isDue() || proposal.waits() == Proposal.Wait.PACE;
  }

  /** A pass that found nothing new. */
  private Passed idle(Stillness.Idle idle, Applier.Mode mode) throws RemoteFailure {
    try {
      applier(mode, idle.locale()).apply(idle.plan());
    } catch (GoAhead.Halt e) {
      throw new IllegalStateException("a sign of life asks nobody", e);
    }
    stillness.applied(idle);
    return new Passed(idle.report(), false);
  }

  /** Observes the sheet that was read; where it cannot be worked on, its dashboard says why. */
  private Scene observe(Workbook workbook, Applier applier)
      throws RemoteFailure, Layout.Unusable, GoAhead.Halt {
    try {
      return gated(observer.observe(workbook), applier);
    } catch (Layout.Unusable e) {
      if (e.dashboard().isPresent()) {
        explain(e, e.dashboard().get(), applier);
      }
      throw e;
    }
  }

  private Scene gated(Scene scene, Applier applier) {
    applier.passes(
        new GoAhead(settings, ports, claim, boards, languages, sheetTexts, applier.sheet(), scene));
    return scene;
  }

  private void explain(Layout.Unusable why, LoneDashboard place, Applier applier)
      throws RemoteFailure, GoAhead.Halt {
    boolean suspended = Notes.settings(ports.journal().memory(settings.name()).notes()).suspended();
    UnusableSheet sheet = new UnusableSheet(claim, ports.table(), languages);
    Workbook workbook = place.workbook();
    if (!suspended && !sheet.isAnothers(place, ports.clock().instant())) {
      Outcome restored = applier.apply(repairs.plan(workbook));
      if (restored.isApplied()) {
        repairs.applied(workbook);
      }
    }
    applier.apply(
        sheet.plan(why, place, suspended, words(workbook.locale()), ports.clock().instant()));
  }

  /** What the pass before hit is put back before anything else; then everything is read anew. */
  private Scene repaired(Scene scene, Applier applier)
      throws RemoteFailure, Layout.Unusable, GoAhead.Halt {
    stages.reach(Stage.APPLY);
    if (!paused.mayRepair(scene)) {
      return scene;
    }
    Plan plan = repairs.plan(scene);
    Outcome restored = applier.apply(plan);
    if (!restored.isApplied()) {
      return scene;
    }
    repairs.applied(scene);
    if (plan.effects().isEmpty()) {
      return scene;
    }
    stillness.forgetSnapshot();
    return gated(observer.observe(), applier);
  }

  /** A pass that does nothing but say why; empty if it is to go on. */
  private Optional<CycleReport> paused(Scene scene, Applier applier)
      throws RemoteFailure, GoAhead.Halt {
    Optional<PausedPass.Planned> planned = paused.plan(scene, sheetTexts);
    if (planned.isPresent()) {
      planned.get().board().ifPresent(boards::keepFirst);
      applier.apply(planned.get().plan());
    }
    return planned.map(it -> it.report(applier.done()));
  }

  /** A pass that erased somebody, after which everything is to be read anew; empty for others. */
  private Optional<CycleReport> erased(Scene scene, Applier applier)
      throws RemoteFailure, GoAhead.Halt {
    Plan forgotten = ErasurePlanner.forgotten(scene);
    Outcome outcome =
        applier.apply(
            forgotten.effects().isEmpty()
                ? ErasurePlanner.asked(scene, settings.name(), ports.journal().queued())
                : forgotten);
    boolean anew = outcome.forgotten();
    if (!anew && forgotten.effects().isEmpty() && sweeping.isDue(scene.now())) {
      Plan silent = ErasurePlanner.silent(scene);
      outcome = applier.apply(silent);
      if (outcome.isApplied()) {
        sweeping.done(scene.now());
        anew = outcome.forgotten() || ErasurePlanner.announces(silent);
      }
    }
    return anew
        ? Optional.of(ErasurePlanner.report(applier.done(), outcome.troubles()))
        : Optional.empty();
  }

  private Applier applier(Applier.Mode mode, String locale) {
    return new Applier(mode, settings.name(), ports, words(locale), desk.waiting());
  }

  /** The campaign's language, with numbers and days as its sheet writes them. */
  private Texts words(String locale) {
    if (!locale.equals(sheetLocale)) {
      sheetLocale = locale;
      sheetTexts = texts.inSheet(locale);
    }
    return sheetTexts;
  }

  /** Tells on the dashboard that the process ends on purpose; nothing where it never began. */
  void signOff() throws RemoteFailure {
    boards.signOff(ports.table(), ports.clock().instant());
  }

  /** Tells on the dashboard that the group has ended, whichever of its daemons was at work. */
  void signOffForGroup() throws RemoteFailure {
    new GroupSignOff(claim, ports.table(), languages).run(this::words, ports.clock().instant());
  }

  /** Whether there was another installation to take over from, and no longer is. */
  boolean hasTakenOver() {
    return signature.takesOver() && !claim.takesOver();
  }
}
