package org.entraide.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.plan.Analysis;
import org.entraide.plan.Introduction;
import org.entraide.plan.Layout;
import org.entraide.text.Texts;

/** Answers questions about a campaign as it is now. Each reads everything and changes nothing. */
public final class Inspection {

  private final Texts texts;
  private final Observer observer;
  private final Places places;
  private final MatchingStep matching;
  private final Planner.Desk desk;

  Inspection(
      Texts texts, Observer observer, Places places, MatchingStep matching, Planner.Desk desk) {
    this.texts = texts;
    this.observer = observer;
    this.places = places;
    this.matching = matching;
    this.desk = desk;
  }

  /** What a pass knows and would decide. */
  public Analysis analyse() throws RemoteFailure, Layout.Unusable {
    Scene scene = observer.observe();
    Situation now = Situation.of(scene, places);
    MatchingStep.Result decided = matching.decide(now, scene.memory().matched());
    Map<String, Introduction> introductions = new LinkedHashMap<>();
    now.current().forEach(i -> introductions.put(i.ref(), i));
    Planner planner = new Planner(desk, now, texts, mailbox -> Integer.MAX_VALUE);
    return new Analysis(
        scene.rows(),
        now.people(),
        now.instance(),
        decided.matching(),
        introductions,
        planner.proposals(now.with(introductions), decided.matching()),
        now.another(),
        now.terms(),
        scene.firstAnswers(),
        scene.settings().maxWaitingDrafts(),
        scene.now());
  }

  /**
   * Where somebody is known.
   *
   * @param who a reference, present or former, or an e-mail address
   * @return several where several people answered under one address
   */
  public List<Holding> find(String who) throws RemoteFailure, Layout.Unusable {
    return new Holdings(observer.observe()).of(who);
  }

  /**
   * All that is held, as tables by the names of files, titles first.
   *
   * @param reference of one person; empty for everybody
   * @return empty where nothing is known of that person
   */
  public Optional<Map<String, List<List<String>>>> extract(Optional<String> reference)
      throws RemoteFailure, Layout.Unusable {
    Extract extract = new Extract(observer.observe(), reference);
    return extract.isNobody() ? Optional.empty() : Optional.of(extract.tables());
  }
}
