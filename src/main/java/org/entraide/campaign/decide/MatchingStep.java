package org.entraide.campaign.decide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.port.DashboardProblem;
import org.entraide.campaign.port.Decision;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.campaign.port.Trouble;
import org.entraide.match.model.Matching;
import org.entraide.match.model.Policy;
import org.entraide.match.model.TooManyPeopleException;
import org.entraide.match.model.UnstableMatchingException;
import org.entraide.plan.introduce.DuePairs;
import org.entraide.text.Message;

/** Decides who helps whom in a situation. */
public record MatchingStep(RememberingMatcher decisions) {

  /**
   * What was decided.
   *
   * @param decision empty where no result may be published: then nobody new is introduced
   * @param due which of its pairs are introduced now, and who waits
   * @param trouble why there is no decision
   */
  public record MatchingResult(
      Optional<Decision> decision, DuePairs due, Optional<Trouble> trouble) {

    /** The matching; without anybody where no result may be published. */
    public Matching matching() {
      return decision
          .map(Decision::matching)
          .orElseGet(() -> new Matching(List.of(), List.of(), List.of(), Map.of()));
    }
  }

  /**
   * Decides.
   *
   * @param last what is remembered of the last matching
   */
  public MatchingResult decide(Situation now, RememberedMatching last) {
    try {
      Policy policy = now.observation().settings().matching().policy();
      Decision decision = decisions.decide(now.instance(), last, policy);
      DuePairs due = now.due(decision.matching(), last);
      return new MatchingResult(
          Optional.of(decision.introducing(due.introduced())), due, Optional.empty());
    } catch (UnstableMatchingException e) {
      return without(
          Trouble.Kind.BUG,
          Message.of("campaign.unstable")
              .with("round", String.valueOf(e.round()))
              .with("pairs", String.valueOf(e.blockingPairs())),
          DashboardProblem.unstable());
    } catch (TooManyPeopleException e) {
      return without(
          Trouble.Kind.SETTINGS,
          Message.of("campaign.too_many")
              .with("policy", e.policy().key())
              .with("most", String.valueOf(e.most()))
              .with("people", String.valueOf(e.people())),
          DashboardProblem.tooMany());
    }
  }

  private static MatchingResult without(Trouble.Kind kind, Message words, Message onDashboard) {
    return new MatchingResult(
        Optional.empty(),
        DuePairs.NONE,
        Optional.of(new Trouble(kind, words).shownAs(onDashboard)));
  }
}
