package org.entraide.campaign.decide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.DistanceFigures;
import org.entraide.match.model.HelpFigures;
import org.entraide.match.model.LoadFigures;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduce.MatchingInput;
import org.entraide.plan.introduction.Introduction;

/**
 * How far away help is and how much helpers have taken on, over the introductions that live now:
 * those that hold capacity, drafted or sent, and those that are proposed. Pure.
 */
final class LiveFigures {

  private LiveFigures() {}

  /**
   * Distances are those that ledger and rows show: none where a place was unknown or only remote
   * needs are covered. Helpers are those who offer something and take part now; a pair counts once.
   *
   * @param introductions between people as they are called now
   * @param proposed that are no introductions yet
   */
  static HelpFigures of(
      Collection<LocatedPerson> people,
      MatchingInput.Terms terms,
      Collection<Introduction> introductions,
      Collection<Assignment> proposed) {
    record Pair(String person, String helper) {}
    Set<Pair> pairs = new HashSet<>();
    List<Double> km = new ArrayList<>();
    for (Introduction it : introductions) {
      if (it.state().holdsCapacity()) {
        pairs.add(new Pair(it.person(), it.helper()));
        if (it.distanceKm() != null) {
          km.add(it.distanceKm());
        }
      }
    }
    for (Assignment it : proposed) {
      pairs.add(new Pair(it.person(), it.helper()));
      Double distanceShown = IntroductionPlanner.kilometres(it);
      if (distanceShown != null) {
        km.add(distanceShown);
      }
    }
    Map<String, Integer> helpedByHelper = new HashMap<>();
    pairs.forEach(pair -> helpedByHelper.merge(pair.helper(), 1, Integer::sum));
    return new HelpFigures(
        DistanceFigures.of(km.stream().mapToDouble(Double::doubleValue)),
        LoadFigures.of(
            people.stream()
                .filter(it -> it.mayBeMatched() && !it.person().profile().offers().isEmpty())
                .mapToDouble(
                    it ->
                        LoadFigures.load(
                            helpedByHelper.getOrDefault(it.ref(), 0),
                            MatchingInput.capacity(it, terms)))));
  }
}
