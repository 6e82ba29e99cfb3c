package org.entraide.campaign.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.entraide.campaign.apply.Applier;
import org.entraide.campaign.apply.EffectGate;
import org.entraide.campaign.decide.FollowUpLook;
import org.entraide.campaign.decide.FollowUpPlanner;
import org.entraide.campaign.decide.IntroductionPlanner;
import org.entraide.campaign.decide.MatchingStep;
import org.entraide.campaign.decide.Planner;
import org.entraide.campaign.decide.Situation;
import org.entraide.campaign.mail.WaitingFollowUps;
import org.entraide.campaign.model.Outcome;
import org.entraide.campaign.model.SheetEffect;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.Trouble;
import org.entraide.plan.introduce.Proposal;
import org.entraide.resilience.RemoteFailure;

/** The step of a pass that begins introductions, makes drafts and deletes those that are over. */
final class IntroductionStep {

  private final Function<String, Mailbox> mailboxes;
  private final WaitingFollowUps waiting;

  /**
   * @param waiting which follow-ups are among a delegate's drafts
   */
  IntroductionStep(Function<String, Mailbox> mailboxes, WaitingFollowUps waiting) {
    this.mailboxes = mailboxes;
    this.waiting = waiting;
  }

  /**
   * The result of the step.
   *
   * @param troubles of the pass so far
   * @param appended whether the ledger has more rows than were read
   * @param again whether the next pass makes a follow-up
   */
  record IntroductionsDone(
      Situation situation,
      List<Proposal> proposals,
      List<Trouble> troubles,
      boolean appended,
      boolean again) {}

  /**
   * Plans and applies drafts first; then follow-ups, for which mailboxes must be read again before
   * they are planned.
   *
   * @param troublesBefore troubles of the steps before
   */
  IntroductionsDone run(
      Situation now,
      MatchingStep.MatchingResult decided,
      List<Trouble> troublesBefore,
      Planner planner,
      Applier applier)
      throws RemoteFailure, EffectGate.Halt {
    List<Proposal> proposals = planner.proposals(now, decided.due());
    IntroductionPlanner.PlannedIntroductions begun = planner.introductions(now, proposals);
    Outcome outcome = applier.apply(begun.plan());
    Situation situation = now.withIntroductions(begun.introductions()).after(outcome);
    FollowUpPlanner.FollowUpCandidates candidates = planner.followUpCandidates(situation);
    FollowUpLook look =
        new FollowUpReader(
                mailboxes,
                waiting,
                planner.followUp(situation),
                situation.observation().mail().cursors(),
                applier.room())
            .read(candidates);
    situation = situation.withoutMailboxes(look.unreachable());
    FollowUpPlanner.PlannedFollowUps followUps = planner.followUps(situation, candidates, look);
    Outcome followed = applier.apply(followUps.plan());
    List<Trouble> troubles = new ArrayList<>(now.observation().mail().troubles());
    troubles.addAll(troublesBefore);
    now.observation().form().trouble().ifPresent(troubles::add);
    decided.trouble().ifPresent(troubles::add);
    troubles.addAll(outcome.troubles());
    troubles.addAll(look.troubles());
    troubles.addAll(followed.troubles());
    return new IntroductionsDone(
        situation.withIntroductions(followUps.introductions()).after(followed),
        proposals,
        troubles,
        begun.plan().effects().stream().anyMatch(SheetEffect.AppendLedger.class::isInstance),
        followUps.again());
  }
}
