package org.entraide.campaign.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.apply.Applier;
import org.entraide.campaign.apply.EffectGate;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.model.JournalEffect;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.model.Outcome;
import org.entraide.campaign.model.Plan;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Stage;
import org.entraide.campaign.port.Stages;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.rights.ErasurePlanner;
import org.entraide.campaign.rights.RetentionCheck;
import org.entraide.resilience.RemoteFailure;

/** The step of a pass that erases people, before anything else is done for anybody. */
final class ErasureStep {

  private final String campaign;
  private final Journal journal;
  private final Stages stages;
  private final RetentionCheck retentionCheck = new RetentionCheck();

  ErasureStep(String campaign, Journal journal, Stages stages) {
    this.campaign = campaign;
    this.journal = journal;
    this.stages = stages;
  }

  /**
   * The result of the step.
   *
   * @param report of a pass that erased somebody, after which everything is to be read anew; empty
   *     where the pass goes on
   * @param troubles what could not be erased
   * @param unreachable mailboxes that are not to be asked again in this pass
   */
  record ErasuresDone(
      Optional<CycleReport> report, List<Trouble> troubles, Set<String> unreachable) {

    ErasuresDone {
      troubles = List.copyOf(troubles);
      unreachable = Set.copyOf(unreachable);
    }
  }

  /** Erases whom rows, commands or a long silence ask to erase. */
  ErasuresDone run(Observation observation, Applier applier) throws RemoteFailure, EffectGate.Halt {
    Plan forgotten = ErasurePlanner.forRows(observation);
    boolean anyForgotten = !forgotten.effects().isEmpty();
    Plan first =
        anyForgotten
            ? forgotten
            : ErasurePlanner.forCommands(observation, campaign, journal.queuedCommands());
    reachApply(first);
    Outcome outcome = applier.apply(first);
    List<Trouble> troubles = new ArrayList<>(outcome.troubles());
    boolean anew = outcome.forgotten();
    if (!anew && !anyForgotten && retentionCheck.isDue(observation.now())) {
      Plan silent = ErasurePlanner.forSilence(observation);
      reachApply(silent);
      outcome = applier.apply(silent, () -> retentionCheck.noteDone(observation.now()));
      troubles.addAll(outcome.troubles());
      anew = outcome.forgotten() || ErasurePlanner.announces(outcome.applied());
    }
    Optional<CycleReport> report =
        anew
            ? Optional.of(
                new CycleReport(true, applier.done(), true, troubles, Map.of(), Optional.empty()))
            : Optional.empty();
    return new ErasuresDone(report, troubles, outcome.unreachable());
  }

  /** A pass that only notes when it heard of people last has not reached the stage. */
  private void reachApply(Plan plan) {
    if (plan.effects().stream().anyMatch(JournalEffect.Erase.class::isInstance)) {
      stages.reach(Stage.APPLY);
    }
  }
}
