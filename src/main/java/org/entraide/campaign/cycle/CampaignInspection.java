package org.entraide.campaign.cycle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.decide.MatchingStep;
import org.entraide.campaign.decide.Planner;
import org.entraide.campaign.decide.Situation;
import org.entraide.campaign.gateway.PersonLocator;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.observe.Observer;
import org.entraide.campaign.rights.Extract;
import org.entraide.campaign.rights.Holding;
import org.entraide.campaign.rights.SubjectLookup;
import org.entraide.plan.introduce.QuestionRule;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.report.Analysis;
import org.entraide.resilience.RemoteFailure;
import org.entraide.text.Texts;

/** Answers questions about a campaign as it is now. Each reads everything and changes nothing. */
public final class CampaignInspection {

  private final Texts texts;
  private final Observer observer;
  private final PersonLocator places;
  private final MatchingStep matching;
  private final Planner.Tools tools;

  CampaignInspection(
      Texts texts,
      Observer observer,
      PersonLocator places,
      MatchingStep matching,
      Planner.Tools tools) {
    this.texts = texts;
    this.observer = observer;
    this.places = places;
    this.matching = matching;
    this.tools = tools;
  }

  /** What a pass knows and would decide. */
  public Analysis analyse() throws RemoteFailure, SheetLayout.Unusable {
    Observation observation = observer.observe();
    Situation now = Situation.of(observation, places);
    MatchingStep.MatchingResult decided = matching.decide(now, observation.memory().matching());
    Map<String, Introduction> introductions = new LinkedHashMap<>();
    now.current().forEach(i -> introductions.put(i.ref(), i));
    Planner planner = new Planner(tools, now, texts, mailbox -> Integer.MAX_VALUE);
    return new Analysis(
        observation.interpretation(),
        now.people(),
        now.instance(),
        decided.matching(),
        introductions,
        questions(now),
        planner.proposals(now.withIntroductions(introductions), decided.due()),
        now.wishesForAnother(),
        now.terms(),
        decided.due().comparedUntil(),
        observation.settings().maxWaitingDrafts());
  }

  private static List<Analysis.AskedQuestion> questions(Situation now) {
    QuestionRule rule = now.observation().questionRule(now.introductions().values());
    boolean asking = now.observation().settings().questionDrafts();
    return now.introductions().values().stream()
        .filter(Introduction::isQuestion)
        .map(
            question ->
                new Analysis.AskedQuestion(
                    question,
                    rule.isOver(question, now.people()),
                    rule.waits(question, now.people(), asking)))
        .toList();
  }

  /**
   * Where somebody is known.
   *
   * @param referenceOrAddress a reference, present or former, or an e-mail address
   * @return several where several people answered under one address
   */
  public List<Holding> find(String referenceOrAddress) throws RemoteFailure, SheetLayout.Unusable {
    return new SubjectLookup(observer.observe()).of(referenceOrAddress);
  }

  /**
   * All that is held, as tables by the names of files, titles first.
   *
   * @param reference of one person; empty for everybody
   * @return empty where nothing is known of that person
   */
  public Optional<Map<String, List<List<String>>>> extract(Optional<String> reference)
      throws RemoteFailure, SheetLayout.Unusable {
    Extract extract = new Extract(observer.observe(), reference);
    return extract.isNobody() ? Optional.empty() : Optional.of(extract.tables());
  }
}
