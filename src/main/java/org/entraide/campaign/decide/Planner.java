package org.entraide.campaign.decide;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import org.entraide.campaign.claim.OwnTabsUpdater;
import org.entraide.campaign.gateway.PersonLocator;
import org.entraide.campaign.mail.WaitingFollowUps;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.model.DesiredCells;
import org.entraide.campaign.model.Effect;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.model.Plan;
import org.entraide.campaign.model.SheetEffect;
import org.entraide.campaign.port.Decision;
import org.entraide.campaign.port.Trouble;
import org.entraide.match.model.HelpFigures;
import org.entraide.plan.dashboard.DashboardFacts;
import org.entraide.plan.dashboard.OwnTabsUpdate;
import org.entraide.plan.interpret.CarryOver;
import org.entraide.plan.interpret.SheetNames;
import org.entraide.plan.introduce.DuePairs;
import org.entraide.plan.introduce.LedgerDays;
import org.entraide.plan.introduce.Proposal;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.letter.Letter;
import org.entraide.plan.letter.LetterComposer;
import org.entraide.plan.report.Reporter;
import org.entraide.plan.todo.Task;
import org.entraide.plan.write.CellPlanner;
import org.entraide.table.Change;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * Plans what one pass does: columns and tabs, introductions and their drafts, follow-ups, and last
 * the words of every row. It performs nothing. A new effect is planned here or in a planner that
 * this class calls, and performed by {@code Applier}.
 */
public final class Planner {

  private final Tools tools;
  private final Situation first;
  private final CellPlanner sheet;
  private final DesiredRows desiredRows;
  private final Texts words;
  private final ToIntFunction<String> room;

  /**
   * What all passes of a campaign plan with.
   *
   * @param reserved whether a reference is taken
   * @param random for new references
   * @param silence after which a letter is followed up; empty for never
   * @param waiting how many follow-ups wait among a delegate's drafts
   */
  public record Tools(
      Predicate<String> reserved,
      RandomGenerator random,
      LetterComposer letters,
      SheetVocabulary vocabulary,
      PersonLocator places,
      Optional<Duration> silence,
      WaitingFollowUps waiting,
      OwnTabsUpdater ownTabs) {}

  /**
   * @param first as the pass begins
   * @param words of the sheet
   * @param room how many drafts a mailbox takes now
   */
  public Planner(Tools tools, Situation first, Texts words, ToIntFunction<String> room) {
    this.tools = tools;
    this.first = first;
    this.words = named(words, first);
    this.room = room;
    Observation observation = first.observation();
    this.sheet =
        new CellPlanner(
            observation.layout(),
            cells(observation),
            tools.vocabulary(),
            this.words,
            observation.workbook().zone(),
            observation.rowIdentity());
    this.desiredRows =
        new DesiredRows(
            observation.interpretation(),
            first.people(),
            observation.absences(),
            observation.mail().emptied(),
            observation.announcedErasures(),
            observation.questionRule(first.introductions().values()),
            observation.settings().questionDrafts(),
            new LedgerDays(this.words::dayOf, observation.workbook().zone(), observation.now()));
  }

  /** The words in which people are named who may be: names go nowhere but into the sheet. */
  private static Texts named(Texts words, Situation first) {
    Observation observation = first.observation();
    return words.naming(
        observation.settings().namesInSheet()
            ? SheetNames.of(first.people(), observation.interpretation()::nowCalled)
            : observation.interpretation()::nowCalled);
  }

  /** What cells hold, with what this pass has just learnt. */
  private static Map<CellKey, String> cells(Observation observation) {
    Map<CellKey, String> cells = new HashMap<>(observation.memory().writtenHashes());
    cells.putAll(observation.interpretation().authorship().hashesToRemember());
    return cells;
  }

  /** Adds what the sheet lacks, carries over what was typed, forgets whom nobody knows any more. */
  public Plan preparation() {
    Observation observation = first.observation();
    Plan plan =
        SheetEffect.Prepare.of(
                observation.layoutAsRead(), observation.questionMarks(), words, false)
            .map(Plan::of)
            .orElse(Plan.NOTHING)
            .then(carryOver(observation.carryOver()));
    List<Change> nameless = sheet.ledger().nameless(observation.interpretation().remnants());
    return nameless.isEmpty() ? plan : plan.then(Plan.of(new SheetEffect.ForgetEntries(nameless)));
  }

  private Plan carryOver(CarryOver carry) {
    return carry.isDue() ? Plan.of(new SheetEffect.CarryOverTyped(sheet)) : Plan.NOTHING;
  }

  private IntroductionPlanner planner(Situation now) {
    return new IntroductionPlanner(
        now,
        tools.letters(),
        tools.places().delegates(),
        tools.waiting(),
        room,
        tools.reserved(),
        tools.random());
  }

  /** Which pairs that are due get their draft now, and why others wait. */
  public List<Proposal> proposals(Situation now, DuePairs due) {
    return planner(now).choose(due.introduced());
  }

  /** Begins introductions, makes their drafts, and deletes those that are over. */
  public IntroductionPlanner.PlannedIntroductions introductions(
      Situation now, List<Proposal> proposals) {
    return planner(now).plan(proposals, sheet, desiredRows::entry);
  }

  private FollowUpPlanner followUpPlanner(Situation now) {
    return new FollowUpPlanner(now, tools.silence(), letterTexts(now), tools.waiting());
  }

  /** Writes the follow-up of a letter that was sent; empty where there is none to write. */
  public BiFunction<Introduction, Letter.Thread, Optional<Letter>> followUp(Situation now) {
    return letterTexts(now)::followUp;
  }

  private LetterTexts letterTexts(Situation now) {
    return new LetterTexts(now.observation().settings(), tools.letters(), Participants.of(now));
  }

  /** Which letters must be looked at before follow-ups are planned. */
  public FollowUpPlanner.FollowUpCandidates followUpCandidates(Situation now) {
    return followUpPlanner(now).candidates();
  }

  /** Announces and makes follow-ups, and deletes those that are not needed any more. */
  public FollowUpPlanner.PlannedFollowUps followUps(
      Situation now, FollowUpPlanner.FollowUpCandidates candidates, FollowUpLook look) {
    return followUpPlanner(now).plan(candidates, look);
  }

  /**
   * What all rows and the daemon's own tabs are to say.
   *
   * @param counts people by status, introductions by state
   * @param figures of introductions that live now
   */
  public record PlannedCells(
      Plan plan, OwnTabsUpdate ownTabs, Map<String, Long> counts, HelpFigures figures) {

    /** What a pass reports that did so much, and this last. */
    public CycleReport report(
        List<Effect> done, boolean again, List<Trouble> troubles, Optional<Decision> decision) {
      return new CycleReport(
          true,
          done,
          again,
          troubles,
          counts,
          Optional.of(figures),
          decision,
          CycleReport.Extent.WHOLE);
    }
  }

  /**
   * The result of a pass, as rows and dashboard show it.
   *
   * @param now with introductions as the next pass will see them
   * @param decided of these
   * @param troubles so far
   * @param policies what other policies would change
   */
  public record PassResult(
      Situation now,
      MatchingStep.MatchingResult decided,
      List<Proposal> proposals,
      List<Trouble> troubles,
      Optional<DashboardFacts.Policies> policies) {

    /** Whether a draft is to be made as soon as possible. */
    public boolean leavesDrafts() {
      return proposals.stream().anyMatch(it -> it.isDue() || it.waits() == Proposal.Wait.PACE);
    }
  }

  /**
   * Plans the words of all rows.
   *
   * @param appended whether the ledger has more rows than were read
   * @param answersWait whether rows of people are left to the next pass
   */
  public PlannedCells cells(PassResult result, boolean appended, boolean answersWait) {
    Situation now = result.now();
    Observation observation = now.observation();
    Reporter reporter = reporter(result);
    DesiredRows.WantedRows wantedRows =
        desiredRows.wanted(reporter, now.wishesForAnother(), now.introductions().values());
    Map<String, Long> counts = DesiredRows.counts(wantedRows, now.introductions().values());
    counts.putAll(tools.places().betterWithPostcodes(now.people().values()));
    HelpFigures figures =
        LiveFigures.of(
            now.people().values(), now.terms(), now.current(), result.decided().due().introduced());
    OwnTabsUpdate ownTabs = ownTabs(result, wantedRows, reporter, counts, figures);
    DesiredCells desired =
        new DesiredCells(
            observation, sheet, wantedRows.people(), wantedRows.entries(), ownTabs, answersWait);
    return new PlannedCells(
        Plan.of(SheetEffect.WriteRows.of(desired, appended)), ownTabs, counts, figures);
  }

  private static Reporter reporter(PassResult result) {
    Situation now = result.now();
    return new Reporter(
        now.people(),
        now.terms(),
        now.observation().settings().maxWaitingDrafts(),
        result.decided().matching(),
        now.current(),
        result.proposals().stream().filter(p -> !p.isDue()).toList(),
        now.wishesForAnother(),
        result.decided().due().comparedUntil());
  }

  private OwnTabsUpdate ownTabs(
      PassResult result,
      DesiredRows.WantedRows wantedRows,
      Reporter reporter,
      Map<String, Long> counts,
      HelpFigures figures) {
    Situation now = result.now();
    Observation observation = now.observation();
    DashboardStatistics facts =
        new DashboardStatistics(
            wantedRows.people(),
            now.people(),
            result.decided(),
            now.introductions().values().stream().filter(i -> !i.isQuestion()).toList(),
            observation.firstAnswers(),
            counts,
            now.terms(),
            observation.now());
    List<Message> wrong =
        LastingTroubles.of(observation, tools.places().delegates().all(), result.troubles());
    return tools
        .ownTabs()
        .of(
            observation.layout(),
            observation.workbook().zone(),
            facts
                .on(
                    tools.ownTabs().signOfLife(observation.signOfLife(), observation.now()),
                    false,
                    wrong,
                    result.policies(),
                    figures,
                    reporter)
                .with(tasks(result, wantedRows, wrong))
                .with(new WeekStatistics(now, result.decided()).figures()),
            true,
            observation.settingsToKeepAfterwards(),
            words);
  }

  /** What people must do, the most urgent first. */
  private List<Task> tasks(
      PassResult result, DesiredRows.WantedRows wantedRows, List<Message> wrong) {
    Situation now = result.now();
    Observation observation = now.observation();
    TaskPeople people =
        new TaskPeople(
            now.people(),
            observation.firstAnswers(),
            observation.workbook().zone(),
            observation.settings().country(),
            observation.settings().namesInSheet(),
            TroubleDays.of(observation));
    return new OpenTasks(
            wantedRows.people(),
            wantedRows.entries(),
            people,
            result.decided().matching().reasons(),
            now.letters(),
            new TaskDelegates(
                tools.places().delegates().all(),
                LedgerRow.delegates(observation.interpretation().ledger())),
            wrong,
            observation.now())
        .all();
  }
}
