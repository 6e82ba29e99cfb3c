package org.entraide.campaign.rights;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.entraide.campaign.model.Effect;
import org.entraide.campaign.model.JournalEffect;
import org.entraide.campaign.model.JournalEffect.Erase.Why;
import org.entraide.campaign.model.JournalUpdate;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.model.Plan;
import org.entraide.campaign.model.SubjectData;
import org.entraide.campaign.port.ErasureCommands;
import org.entraide.campaign.port.FormObservation;
import org.entraide.campaign.port.Journal.Command;
import org.entraide.campaign.port.JournalNotes;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduce.Retention;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.IntroductionFlag;

/**
 * Plans who is to be erased: those somebody asked for, and those who were silent for long. Pure.
 */
public final class ErasurePlanner {

  /** How long a draft is looked for; then somebody is forgotten without it. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(7);

  private ErasurePlanner() {}

  /**
   * Erases those whose rows say that they were erased, where the journal was lost or is an older
   * one, and those who edited an erased answer. All of them together, since afterwards the journal
   * knows.
   */
  public static Plan forRows(Observation observation) {
    SubjectData data = SubjectData.forgotten(observation);
    return data.isNobody()
        ? Plan.NOTHING
        : Plan.of(
            new JournalEffect.Erase("", Why.ROWS, data, List.of(), false, false, Optional.empty()));
  }

  /** Erases those for whom commands ask. */
  public static Plan forCommands(Observation observation, String campaign, List<Command> queue) {
    List<Effect> effects = new ArrayList<>();
    for (Command command : queue) {
      ErasureCommands.reference(command, campaign)
          .ifPresent(
              ref ->
                  effects.add(
                      erase(
                          observation,
                          ref,
                          Why.COMMAND,
                          isLate(command.queuedAt(), observation.now()),
                          Optional.of(command))));
    }
    return new Plan(effects);
  }

  /**
   * Whether it was tried for long enough: a mailbox or a form that is gone for good must not
   * prevent an erasure.
   */
  private static boolean isLate(Instant queuedAt, Instant now) {
    return !now.isBefore(queuedAt.plus(LONGEST_WAIT));
  }

  /** Erases those who were silent for long, and announces it when that is near. */
  public static Plan forSilence(Observation observation) {
    Retention retention = RetentionCheck.check(observation);
    Plan plan =
        Plan.remembering(
            new JournalUpdate.Builder()
                .notes(RetentionCheck.noteChanges(observation, retention))
                .build());
    boolean announced =
        !JournalNotes.announcedErasures(JournalNotes.ofRetention(retention.remembered()))
            .equals(JournalNotes.announcedErasures(observation.memory().notes()));
    List<Effect> effects = new ArrayList<>();
    if (announced) {
      effects.add(new JournalEffect.AnnounceErasures());
    }
    for (String ref : new TreeSet<>(retention.due())) {
      effects.add(erase(observation, ref, Why.SILENCE, false, Optional.empty()));
    }
    return plan.then(new Plan(effects));
  }

  private static Effect erase(
      Observation observation, String ref, Why why, boolean late, Optional<Command> command) {
    SubjectData data = SubjectData.of(observation, ref);
    List<Introduction> drafts = data.introductions().stream().filter(i -> hasDraft(i)).toList();
    List<Introduction> toDelete =
        drafts.stream().filter(i -> isWithinReach(i, observation)).toList();
    boolean blocked =
        toDelete.size() < drafts.size()
            || !knowsResponses(observation)
            || isUnseen(data, observation);
    return new JournalEffect.Erase(ref, why, data, toDelete, blocked, late, command);
  }

  private static boolean hasDraft(Introduction i) {
    return i.draftId() != null
        || (LifeCycle.needsLookingFor(i) && !i.has(IntroductionFlag.UNFIT))
        || (i.has(IntroductionFlag.FOLLOW_UP_TRIED) && i.threadId() != null);
  }

  /**
   * Whether it can be decided now. Others are looked for in each pass until they are found, or
   * known to be nowhere.
   */
  private static boolean isWithinReach(Introduction i, Observation observation) {
    return !LifeCycle.needsLookingFor(i)
        && !i.mailbox().isEmpty()
        && !observation.mail().down().contains(i.mailbox());
  }

  /**
   * Whether the sheet shows no answer at all, and the journal, which is new, knows none of theirs:
   * their rows may be back in the next pass, and must be known then.
   */
  private static boolean isUnseen(SubjectData data, Observation observation) {
    return data.contents().isEmpty() && observation.interpretation().rows().isEmpty();
  }

  /**
   * Whether it is known which responses of the form are an erased person's. Otherwise, once such a
   * row is deleted, the dashboard would say that the sheet lost the response.
   */
  private static boolean knowsResponses(Observation observation) {
    FormObservation form = observation.form();
    return form.witness().isPresent() || form.trouble().isEmpty();
  }

  /** Whether a plan says of somebody that they are going to be erased. */
  public static boolean announces(Plan plan) {
    return plan.effects().stream().anyMatch(JournalEffect.AnnounceErasures.class::isInstance);
  }
}
