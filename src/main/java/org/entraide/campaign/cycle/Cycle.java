package org.entraide.campaign.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.entraide.campaign.apply.Applier;
import org.entraide.campaign.apply.Appliers;
import org.entraide.campaign.apply.EffectGate;
import org.entraide.campaign.apply.PendingRepairs;
import org.entraide.campaign.claim.GroupSignOff;
import org.entraide.campaign.claim.OwnTabsUpdater;
import org.entraide.campaign.claim.SheetClaim;
import org.entraide.campaign.decide.JournalPlanner;
import org.entraide.campaign.decide.MatchingStep;
import org.entraide.campaign.decide.Planner;
import org.entraide.campaign.decide.RememberingMatcher;
import org.entraide.campaign.decide.Situation;
import org.entraide.campaign.gateway.PersonLocator;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.mail.MailboxObserver;
import org.entraide.campaign.mail.WaitingFollowUps;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.model.Effect;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.model.Outcome;
import org.entraide.campaign.model.Plan;
import org.entraide.campaign.observe.Observer;
import org.entraide.campaign.port.Decision;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Snapshot;
import org.entraide.campaign.port.Stage;
import org.entraide.campaign.port.Stages;
import org.entraide.campaign.port.Trouble;
import org.entraide.config.CampaignSettings;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.Policy;
import org.entraide.match.model.UnstableMatchingException;
import org.entraide.plan.dashboard.DashboardFacts;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.letter.LetterComposer;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/**
 * Makes the passes of one campaign, and keeps what helps the next. A pass observes, interprets,
 * locates, matches, plans and applies. It needs no memory of why it was started, and writes nothing
 * over an unchanged world. The next pass repairs a crash at any line, but for cells that a write
 * hit and did not mean: only this process knows them, see {@link PendingRepairs}.
 *
 * <p>A pass makes at most three reads and two writes of the sheet, whatever arrived (one more write
 * where columns are missing, as the first time): read everything; look whether organisers suspended
 * it meanwhile; append new introductions to the ledger; make their drafts; read identities again;
 * write what changed and check where it landed. What the pass before hit is put back first, for one
 * more of each, and {@link EffectGate} looks again while many drafts are made. A single run that
 * has something to do makes two passes: one more read, and one more write of its sign of life.
 */
public final class Cycle {

  /** The name is put on the sheet, the work is done, and both may be disturbed once. */
  private static final int MOST_PASSES = 4;

  private final Ports ports;
  private final InstallationIdentity identity;
  private final Texts texts;
  private final List<Texts> languages;
  private final PersonLocator places;
  private final MatchingStep matching;
  private final MailboxObserver mail;
  private final Observer observer;
  private final Planner.Tools tools;
  private final IntroductionStep introductions;
  private final JournalPlanner journal = new JournalPlanner();
  private final PendingRepairs repairs = new PendingRepairs();
  private final SheetClaim claim;
  private final OwnTabsUpdater ownTabs;
  private final Appliers appliers;
  private final PausedPass paused;
  private final RepairStep repairStep;
  private final ErasureStep erasureStep;
  private final IdleDetector detector;
  private final Stages stages = new Stages();
  private final SecondRound secondRound;

  /**
   * @param identity whose work the sheet is
   * @param languages every language that is spoken, whose titles and words are understood
   */
  public Cycle(
      CampaignSettings settings,
      Ports ports,
      InstallationIdentity identity,
      List<Texts> languages) {
    this(settings, ports, identity, languages, letters(settings));
  }

  /** With the administrator's letter templates. */
  public Cycle(
      CampaignSettings settings,
      Ports ports,
      InstallationIdentity identity,
      List<Texts> languages,
      LetterComposer letters) {
    this(settings, ports, identity, languages, letters, RememberingMatcher.matcher());
  }

  public Cycle(
      CampaignSettings settings,
      Ports ports,
      InstallationIdentity identity,
      List<Texts> languages,
      RememberingMatcher.Solver solver) {
    this(settings, ports, identity, languages, letters(settings), solver);
  }

  private static LetterComposer letters(CampaignSettings settings) {
    return LetterComposer.of(Texts.of(settings.language().getLanguage()));
  }

  private Cycle(
      CampaignSettings settings,
      Ports ports,
      InstallationIdentity identity,
      List<Texts> languages,
      LetterComposer letters,
      RememberingMatcher.Solver solver) {
    this.ports = ports;
    this.identity = identity;
    this.languages = List.copyOf(languages);
    this.texts = Texts.of(settings.language().getLanguage());
    this.places = new PersonLocator(ports.geocoder(), ports.postcodes(), settings);
    this.matching = new MatchingStep(new RememberingMatcher(solver));
    this.secondRound = new SecondRound(matching, stages);
    this.mail = new MailboxObserver(ports.mailboxes());
    this.claim = new SheetClaim(identity);
    this.ownTabs = new OwnTabsUpdater(settings, claim, this.languages);
    WaitingFollowUps waiting = new WaitingFollowUps(ports.mailboxes());
    this.appliers = new Appliers(settings, ports, claim, ownTabs, this.languages, waiting);
    SheetVocabulary vocabulary = new SheetVocabulary(languages);
    this.observer =
        new Observer(
            settings, ports, vocabulary, this.languages, appliers::words, places, mail, stages);
    this.tools =
        new Planner.Tools(
            ports.journal()::isReserved,
            ports.random(),
            letters,
            vocabulary,
            places,
            settings.followUp(),
            waiting,
            ownTabs);
    this.introductions = new IntroductionStep(ports.mailboxes(), waiting);
    this.detector =
        new IdleDetector(settings.name(), ports, identity, settings.followUp(), places, mail);
    this.paused = new PausedPass(claim, journal, repairs, ownTabs);
    this.repairStep =
        new RepairStep(
            settings.name(), ports, observer, appliers, stages, paused, repairs, this.languages);
    this.erasureStep = new ErasureStep(settings.name(), ports.journal(), stages);
  }

  /** Whether no effect may begin any more. */
  boolean isStopped() {
    return ports.stop().isAsked();
  }

  /** Whether the last pass may have hit cells that the next one must put back. */
  boolean mustRepair() {
    return repairs.hasAnythingToLookAt();
  }

  Optional<Instant> throttledUntil() {
    return ports.table().throttledUntil();
  }

  Duration fairInterval() {
    return ports.table().fairInterval();
  }

  /** Sets who is called at each stage of a pass; it never throws. */
  void setWatcher(Consumer<Stage> watcher) {
    stages.setWatcher(watcher);
  }

  /** Sets who says what other policies would change, for the dashboard. */
  void setAdvice(Supplier<Optional<DashboardFacts.Policies>> policies) {
    detector.setAdvice(policies);
  }

  /**
   * Makes one pass; of a single run up to four.
   *
   * @return what was done, and what could not be
   * @throws RemoteFailure if the sheet could not be read, or a write's outcome is unknown: the next
   *     pass reads first
   * @throws SheetLayout.Unusable if the sheet lacks what a campaign needs
   */
  public CycleReport run() throws RemoteFailure, SheetLayout.Unusable {
    return run(Applier.Mode.APPLY);
  }

  /** Says what a pass would do, without names, and changes nothing, not even the journal. */
  public CycleReport dryRun() throws RemoteFailure, SheetLayout.Unusable {
    forget();
    try {
      return run(Applier.Mode.DRY_RUN);
    } finally {
      forget();
    }
  }

  /** Forgets what spares the next pass its work, since a dry run did not do it. */
  private void forget() {
    detector.forgetLastPass();
    journal.forgetRows();
  }

  /** Answers questions about the campaign, and changes nothing. */
  public CampaignInspection inspection() {
    return new CampaignInspection(texts, observer, places, matching, tools);
  }

  /**
   * What each other policy would have made of a decision of this campaign.
   *
   * @throws UnstableMatchingException if one of them cannot be trusted
   */
  Map<Policy, Alternative> alternatives(Decision decision) {
    return matching.decisions().alternatives(decision);
  }

  /**
   * Makes one pass. Of a single run, which nobody starts again at once, it also makes the passes
   * that follow where one put its name on the sheet, or had to end before its next effect.
   */
  private CycleReport run(Applier.Mode mode) throws RemoteFailure, SheetLayout.Unusable {
    List<Effect> effects = new ArrayList<>();
    Passed passed = pass(mode);
    for (int i = 1; i < MOST_PASSES && passed.isHalted() && !identity.signs(); i++) {
      effects.addAll(passed.report().effects());
      passed = pass(mode);
    }
    return passed.report().after(effects);
  }

  /** A pass; a halted one ended before its next effect, and may be made anew at once. */
  private record Passed(CycleReport report, boolean isHalted) {}

  private Passed pass(Applier.Mode mode) throws RemoteFailure, SheetLayout.Unusable {
    ports.stop().check();
    stages.reach(Stage.OBSERVE);
    Snapshot snapshot = ports.table().snapshot(detector.knownDigest());
    Optional<IdleDetector.IdlePass> idle = detector.look(snapshot);
    if (idle.isPresent()) {
      return idle(idle.get(), mode);
    }
    Workbook workbook = snapshot.workbook();
    Applier applier = appliers.of(mode, workbook.locale());
    try {
      Observation observation = observe(workbook, applier);
      Optional<CycleReport> report = paused(observation, applier);
      if (report.isPresent()) {
        return new Passed(report.get(), false);
      }
      ErasureStep.ErasuresDone erased = erasureStep.run(observation, applier);
      boolean anew = erased.report().isPresent();
      return new Passed(anew ? erased.report().get() : work(observation, erased, applier), false);
    } catch (EffectGate.Halt halt) {
      return new Passed(paused.halted(halt, applier.done()), halt.why().mayGoOn());
    } catch (RemoteFailure | RuntimeException e) {
      journal.forgetRows(); // nobody knows how much of it was written
      throw e;
    } finally {
      repairs.take(applier);
      mail.forget(applier.deletedDuplicates());
    }
  }

  /** The pass itself, where nothing keeps it from its work. */
  private CycleReport work(
      Observation observation, ErasureStep.ErasuresDone erased, Applier applier)
      throws RemoteFailure, EffectGate.Halt {
    applier.apply(journal.everything(observation, observation.wishesForAnother()));
    stages.reach(Stage.LOCATE);
    Situation now = Situation.of(observation, places).withoutMailboxes(erased.unreachable());
    stages.reach(Stage.MATCH);
    MatchingStep.MatchingResult decided = matching.decide(now, observation.memory().matching());
    stages.reach(Stage.PLAN);
    Planner planner =
        new Planner(tools, now, appliers.words(observation.workbook().locale()), applier.room());
    Plan preparation = planner.preparation();
    stages.reach(Stage.APPLY);
    Outcome prepared = applier.apply(preparation);
    IntroductionStep.IntroductionsDone introduced =
        introductions.run(now, decided, erased.troubles(), planner, applier);

    // the second round: rows say what the next pass will see
    Planner.PassResult last = secondRound.decide(introduced, decided, planner, detector.advice());
    stages.reach(Stage.PLAN);
    Planner.PlannedCells cells = planner.cells(last, introduced.appended(), prepared.answersWait());
    ownTabs.keep(cells.ownTabs());
    stages.reach(Stage.APPLY);
    applier.apply(
        JournalPlanner.matching(observation.memory().matching(), last.decided().decision()));
    Outcome written = applier.apply(cells.plan());
    repairs.take(applier);
    return report(observation, decided, introduced, last, cells, written, applier.done());
  }

  private CycleReport report(
      Observation observation,
      MatchingStep.MatchingResult decided,
      IntroductionStep.IntroductionsDone introduced,
      Planner.PassResult last,
      Planner.PlannedCells cells,
      Outcome written,
      List<Effect> done) {
    List<Trouble> troubles = new ArrayList<>(last.troubles());
    if (written.locked()) {
      troubles.add(paused.locked());
    }
    boolean again =
        repairs.hasHits()
            || written.leavesWork(observation)
            || introduced.again()
            || last.leavesDrafts();
    CycleReport report = cells.report(done, again, troubles, decided.decision());
    detector.remember(
        observation, cells.ownTabs(), last.policies(), report, repairs.hasAnythingToLookAt());
    return report;
  }

  /** A pass that found nothing new. */
  private Passed idle(IdleDetector.IdlePass idle, Applier.Mode mode) throws RemoteFailure {
    try {
      appliers.of(mode, idle.locale()).apply(idle.plan());
    } catch (EffectGate.Halt e) {
      throw new IllegalStateException("a sign of life asks nobody", e);
    }
    detector.noteApplied(idle);
    return new Passed(idle.report(), false);
  }

  /**
   * Observes the sheet that was read, once what the pass before hit is put back; where it cannot be
   * worked on, its dashboard says why.
   */
  private Observation observe(Workbook workbook, Applier applier)
      throws RemoteFailure, SheetLayout.Unusable, EffectGate.Halt {
    Observation observation;
    try {
      observation = appliers.openGate(observer.observe(workbook), applier);
    } catch (SheetLayout.Unusable e) {
      if (e.dashboard().isPresent()) {
        repairStep.explain(e, e.dashboard().get(), applier);
      }
      throw e;
    }
    Optional<Observation> repaired = repairStep.run(observation, applier);
    repaired.ifPresent(it -> detector.forgetDigest());
    return repaired.orElse(observation);
  }

  /** A pass that does nothing but say why; empty if it is to go on. */
  private Optional<CycleReport> paused(Observation observation, Applier applier)
      throws RemoteFailure, EffectGate.Halt {
    Optional<PausedPass.PlannedPause> planned =
        paused.plan(observation, appliers.words(observation.workbook().locale()));
    if (planned.isPresent()) {
      planned.get().ownTabs().ifPresent(tabs -> stages.reach(Stage.APPLY));
      applier.apply(planned.get().plan());
      planned.get().ownTabs().ifPresent(ownTabs::keepFirst);
      applier.apply(planned.get().tabs());
    }
    return planned.map(it -> it.report(applier.done()));
  }

  /** Writes on the dashboard that the process ends on purpose; nothing where it never began. */
  void signOff() throws RemoteFailure {
    ownTabs.signOff(ports.table(), ports.clock().instant());
  }

  /** Writes on the dashboard that the group has ended, whichever of its daemons was at work. */
  void signOffForGroup() throws RemoteFailure {
    new GroupSignOff(claim, ports.table(), languages).run(appliers::words, ports.clock().instant());
  }

  /** Whether there was another installation to take over from, and no longer is. */
  boolean hasTakenOver() {
    return identity.takesOver() && !claim.takesOver();
  }
}
