package org.entraide.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.entraide.campaign.Journal.Command;
import org.entraide.campaign.JournalEffect.Erase.Why;
import org.entraide.plan.Introduction;
import org.entraide.plan.LifeCycle;
import org.entraide.plan.Mark;
import org.entraide.plan.Retention;

/** Plans who is to be erased: whom somebody asked for, and whom nobody heard of for long. Pure. */
final class ErasurePlanner {

  /** So long a draft is looked for; then somebody is forgotten without. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(7);

  private ErasurePlanner() {}

  /**
   * Those whose rows say that they were erased: the journal was lost, or is an older one. All of
   * them together, since afterwards it knows.
   */
  static Plan forgotten(Scene scene) {
    Traces traces = Traces.forgotten(scene);
    return traces.isNobody()
        ? Plan.NOTHING
        : Plan.of(
            new JournalEffect.Erase(
                "", Why.ROWS, traces, List.of(), false, false, Optional.empty()));
  }

  /** Those for whom commands ask. */
  static Plan asked(Scene scene, String campaign, List<Command> queue) {
    List<Effect> effects = new ArrayList<>();
    for (Command command : queue) {
      ErasureCommands.reference(command, campaign)
          .ifPresent(
              ref ->
                  effects.add(
                      erase(
                          scene,
                          ref,
                          Why.COMMAND,
                          isLate(command.queuedAt(), scene.now()),
                          Optional.of(command))));
    }
    return new Plan(effects);
  }

  /** A mailbox or a form that is gone for good keeps nobody from being forgotten. */
  private static boolean isLate(Instant asked, Instant now) {
    return !now.isBefore(asked.plus(LONGEST_WAIT));
  }

  /** Those of whom nothing was heard for long; and when that is near, it is announced. */
  static Plan silent(Scene scene) {
    Retention retention = Sweeping.sweep(scene);
    Plan plan = JournalPlanner.notes(Sweeping.changes(scene, retention));
    boolean announced =
        !Notes.leaving(Notes.ofHeard(retention.remembered()))
            .equals(Notes.leaving(scene.memory().notes()));
    List<Effect> effects = new ArrayList<>();
    if (announced) {
      effects.add(new JournalEffect.AnnounceErasures());
    }
    for (String ref : new TreeSet<>(retention.due())) {
      effects.add(erase(scene, ref, Why.SILENCE, false, Optional.empty()));
    }
    return plan.then(new Plan(effects));
  }

  private static Effect erase(
      Scene scene, String ref, Why why, boolean late, Optional<Command> command) {
    Traces traces = Traces.of(scene, ref);
    List<Introduction> drafts = traces.introductions().stream().filter(i -> hasDraft(i)).toList();
    List<Introduction> toDelete = drafts.stream().filter(i -> isWithinReach(i, scene)).toList();
    boolean blocked = toDelete.size() < drafts.size() || !knowsResponses(scene);
    return new JournalEffect.Erase(ref, why, traces, toDelete, blocked, late, command);
  }

  private static boolean hasDraft(Introduction i) {
    return i.draftId() != null
        || (LifeCycle.needsLookingFor(i) && !i.has(Mark.UNFIT))
        || (i.has(Mark.FOLLOW_UP_TRIED) && i.threadId() != null);
  }

  /** Others are looked for in each pass, and one day found, or known to be nowhere. */
  private static boolean isWithinReach(Introduction i, Scene scene) {
    return !LifeCycle.needsLookingFor(i)
        && !i.mailbox().isEmpty()
        && !scene.seen().down().contains(i.mailbox());
  }

  /**
   * Whether it can be told which responses of the form are an erased person's: of another, once its
   * row is deleted, it would be said that the sheet lost it.
   */
  private static boolean knowsResponses(Scene scene) {
    FormReader.Seen form = scene.form();
    return form.witness().isPresent() || form.trouble().isEmpty();
  }

  /** Whether a plan says of somebody that they are going to be erased. */
  static boolean announces(Plan plan) {
    return plan.effects().stream().anyMatch(JournalEffect.AnnounceErasures.class::isInstance);
  }
}
