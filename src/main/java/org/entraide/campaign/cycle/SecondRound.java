package org.entraide.campaign.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.campaign.decide.MatchingStep;
import org.entraide.campaign.decide.Planner;
import org.entraide.campaign.decide.Situation;
import org.entraide.campaign.port.Decision;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.campaign.port.Stage;
import org.entraide.campaign.port.Stages;
import org.entraide.campaign.port.Trouble;
import org.entraide.plan.dashboard.DashboardFacts;

/**
 * The second decision of a pass, where introductions changed since the first: rows say what the
 * next pass will see, so that a pass after this one finds nothing to write.
 */
record SecondRound(MatchingStep matching, Stages stages) {

  /**
   * Decides again; where nothing changed, the first decision holds.
   *
   * @param policies what other policies would change
   */
  Planner.PassResult decide(
      IntroductionStep.IntroductionsDone introduced,
      MatchingStep.MatchingResult decided,
      Planner planner,
      Optional<DashboardFacts.Policies> policies) {
    Situation now = introduced.situation();
    if (!now.hasOtherIntroductions()) {
      return new Planner.PassResult(
          now, decided, introduced.proposals(), introduced.troubles(), policies);
    }
    stages.reach(Stage.MATCH);
    Situation situation = now.withWishesAsOfNow();
    RememberedMatching remembered =
        decided.decision().map(Decision::remembered).orElse(now.observation().memory().matching());
    MatchingStep.MatchingResult result = matching.decide(situation, remembered);
    List<Trouble> troubles = new ArrayList<>(introduced.troubles());
    result.trouble().filter(it -> !troubles.contains(it)).ifPresent(troubles::add);
    return new Planner.PassResult(
        situation, result, planner.proposals(situation, result.due()), troubles, policies);
  }
}
