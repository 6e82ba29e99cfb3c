package org.entraide.campaign.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.apply.EffectGate;
import org.entraide.campaign.apply.PendingRepairs;
import org.entraide.campaign.claim.OwnTabsUpdater;
import org.entraide.campaign.claim.SheetClaim;
import org.entraide.campaign.decide.JournalPlanner;
import org.entraide.campaign.decide.OpenTasks;
import org.entraide.campaign.decide.TroubleDays;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.model.Effect;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.model.Plan;
import org.entraide.campaign.model.SheetEffect;
import org.entraide.campaign.port.DashboardProblem;
import org.entraide.campaign.port.Trouble;
import org.entraide.plan.dashboard.DashboardFacts;
import org.entraide.plan.dashboard.Heartbeat;
import org.entraide.plan.dashboard.OwnTabsUpdate;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * Plans passes that do nothing but say why: another installation is at work, or this one has only
 * just put its name on the sheet, or organisers suspended everything, or so many rows are gone that
 * the sheet is not believed.
 */
record PausedPass(
    SheetClaim claim, JournalPlanner journal, PendingRepairs repairs, OwnTabsUpdater updater) {

  /**
   * What such a pass does.
   *
   * @param ownTabs what the daemon's own tabs say then; empty where they are another's
   * @param again whether the next pass may be made at once
   * @param extent whether organisers suspended the campaign
   */
  record PlannedPause(
      Plan plan,
      Optional<OwnTabsUpdate> ownTabs,
      List<Trouble> troubles,
      boolean again,
      Map<String, Long> counts,
      CycleReport.Extent extent) {

    /** Writes those tabs, after all else. */
    Plan tabs() {
      return ownTabs
          .map(it -> Plan.of(new SheetEffect.WriteTabs(it, SheetEffect.tabsWritten(it))))
          .orElse(Plan.NOTHING);
    }

    /** The report of the pass once both plans were applied. */
    CycleReport report(List<Effect> done) {
      return new CycleReport(ownTabs.isPresent(), done, again, troubles, counts, Optional.empty())
          .of(extent);
    }
  }

  /**
   * Whether a pass may put back the cells that the one before hit: nobody else is at work, and
   * organisers did not stop everything. What is not put back now is put back afterwards.
   */
  boolean mayRepair(Observation observation) {
    boolean isOurs = claim.isOurs(observation.signOfLife(), observation.now());
    boolean isFree = !claim.isAnothers(observation.signOfLife(), observation.now());
    return (claim.isLasting() ? isOurs : isFree)
        && !observation.settingsTab().settings().suspended();
  }

  /** The report of a pass that had to end before its next effect. */
  CycleReport halted(EffectGate.Halt halt, List<Effect> done) {
    return switch (halt.why()) {
      case TAKEN_OVER -> ended(false, false, List.of(anothers(halt.installation())), done);
      case LOCKED -> ended(false, false, List.of(locked()), done);
      // the next one, at once, reports the cause, or finds it
      default -> ended(true, true, List.of(), done);
    };
  }

  private static CycleReport ended(
      boolean completed, boolean again, List<Trouble> troubles, List<Effect> done) {
    return new CycleReport(completed, done, again, troubles, Map.of(), Optional.empty());
  }

  /** A protected range keeps cells from being written. */
  Trouble locked() {
    return new Trouble(Trouble.Kind.PERMISSION, Message.of("campaign.protected"));
  }

  private Trouble anothers(String installation) {
    return new Trouble(
        Trouble.Kind.THROTTLED, Message.of("campaign.foreign").with("installation", installation));
  }

  /**
   * Plans the pass; empty if it is to go on.
   *
   * @param words of the sheet
   */
  Optional<PlannedPause> plan(Observation observation, Texts words) {
    Optional<Heartbeat.SignOfLife> signOfLife = observation.signOfLife();
    if (claim.isAnothers(signOfLife, observation.now())) {
      String other = signOfLife.map(Heartbeat.SignOfLife::installation).orElse("");
      return Optional.of(leaveToOther(observation, anothers(other)));
    }
    boolean unclaimed = claim.isLasting() && !claim.isOurs(signOfLife, observation.now());
    boolean suspended = observation.settingsTab().settings().suspended();
    boolean stopped = observation.absences().tooMany();
    if (!unclaimed && !suspended && !stopped) {
      return Optional.empty();
    }
    Reasons reasons = reasons(observation);
    Plan remember =
        stopped
            ? journal.absences(observation)
            : rememberPeople(observation, suspended && !unclaimed && !repairs.hasHits());
    OwnTabsUpdate ownTabs =
        updater.of(
            observation.layout(),
            observation.workbook().zone(),
            DashboardFacts.nothing(
                    updater.signOfLife(signOfLife, observation.now()), suspended, reasons.wrong())
                .with(OpenTasks.ofPausedPass(reasons.wrong(), TroubleDays.of(observation))),
            false,
            observation.settingsToKeep(),
            words);
    Plan parts =
        SheetEffect.Prepare.of(observation.layoutAsRead(), List.of(), words, true)
            .map(Plan::of)
            .orElse(Plan.NOTHING);
    return Optional.of(
        new PlannedPause(
            journal.lettersSeenAtLast(observation).then(remember).then(parts),
            Optional.of(ownTabs),
            reasons.troubles(),
            unclaimed && !suspended && !stopped,
            Map.of("missing", (long) observation.absences().missing().size()),
            suspended ? CycleReport.Extent.SUSPENDED : CycleReport.Extent.PART));
  }

  private PlannedPause leaveToOther(Observation observation, Trouble why) {
    return new PlannedPause(
        journal.returnedRows(observation),
        Optional.empty(),
        List.of(why),
        false,
        Map.of(),
        CycleReport.Extent.PART);
  }

  /** Why nothing is done: for organisers, and for the administrator. */
  private record Reasons(List<Message> wrong, List<Trouble> troubles) {}

  private Reasons reasons(Observation observation) {
    List<Message> wrong = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>();
    if (observation.settingsTab().settings().suspended()) {
      wrong.add(DashboardProblem.suspended());
    }
    if (observation.absences().tooManyMissing()) {
      int count = observation.absences().missing().size();
      wrong.add(DashboardProblem.deletions(count));
      troubles.add(
          stop("campaign.stopped.missing", count).shownAs(DashboardProblem.deletions(count)));
    }
    if (observation.absences().tooManyConfused()) {
      int count = observation.absences().confused().size();
      wrong.add(DashboardProblem.confusion(count));
      troubles.add(
          stop("campaign.stopped.confused", count).shownAs(DashboardProblem.confusion(count)));
    }
    return new Reasons(wrong, troubles);
  }

  private Plan rememberPeople(Observation observation, boolean people) {
    return journal
        .returnedRows(observation)
        .then(journal.servedTab(observation))
        .then(people ? journal.people(observation) : journal.settings(observation));
  }

  private Trouble stop(String key, int count) {
    return new Trouble(Trouble.Kind.SETTINGS, Message.of(key).with("count", count));
  }
}
