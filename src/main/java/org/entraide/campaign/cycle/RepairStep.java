package org.entraide.campaign.cycle;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entraide.campaign.apply.Applier;
import org.entraide.campaign.apply.Appliers;
import org.entraide.campaign.apply.EffectGate;
import org.entraide.campaign.apply.PendingRepairs;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.model.Outcome;
import org.entraide.campaign.model.Plan;
import org.entraide.campaign.observe.Observer;
import org.entraide.campaign.port.SettingsNotes;
import org.entraide.campaign.port.Stage;
import org.entraide.campaign.port.Stages;
import org.entraide.plan.layout.LoneDashboard;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/** The first step of a pass: puts back what the pass before hit and did not mean. */
final class RepairStep {

  private final String campaign;
  private final Ports ports;
  private final Observer observer;
  private final Appliers appliers;
  private final Stages stages;
  private final PausedPass paused;
  private final PendingRepairs repairs;
  private final UnusableSheet unusable;

  RepairStep(
      String campaign,
      Ports ports,
      Observer observer,
      Appliers appliers,
      Stages stages,
      PausedPass paused,
      PendingRepairs repairs,
      List<Texts> languages) {
    this.campaign = campaign;
    this.ports = ports;
    this.observer = observer;
    this.appliers = appliers;
    this.stages = stages;
    this.paused = paused;
    this.repairs = repairs;
    this.unusable = new UnusableSheet(paused.claim(), ports.table(), languages);
  }

  /**
   * Puts cells back before anything else is written; then everything is read anew.
   *
   * @return what is observed then; empty where nothing was put back
   */
  Optional<Observation> run(Observation observation, Applier applier)
      throws RemoteFailure, SheetLayout.Unusable, EffectGate.Halt {
    if (!paused.mayRepair(observation)) {
      return Optional.empty();
    }
    Plan plan = repairs.plan(observation);
    if (!plan.effects().isEmpty()) {
      stages.reach(Stage.APPLY);
    }
    Outcome restored = applier.apply(plan, () -> repairs.noteApplied(observation));
    return restored.applied().effects().isEmpty()
        ? Optional.empty()
        : Optional.of(appliers.openGate(observer.observe(), applier));
  }

  /** Puts cells back in a sheet that cannot be worked on, and writes on its dashboard why. */
  void explain(SheetLayout.Unusable why, LoneDashboard place, Applier applier)
      throws RemoteFailure, EffectGate.Halt {
    InstantSource clock = ports.clock();
    boolean suspended =
        SettingsNotes.settings(ports.journal().memory(campaign).notes()).isSuspended();
    Workbook workbook = place.workbook();
    Instant now = clock.instant();
    unusable.noteSeen(place, now);
    if (!suspended && !unusable.isAnothers(place, now)) {
      applier.apply(repairs.plan(workbook), () -> repairs.noteApplied(workbook));
    }
    applier.apply(
        unusable.plan(why, place, suspended, appliers.words(workbook.locale()), clock.instant()));
  }
}
