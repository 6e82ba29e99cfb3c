package org.entraide.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.match.Instance;
import org.entraide.match.Matching;
import org.entraide.match.TooManyPeopleException;
import org.entraide.match.UnstableMatchingException;
import org.entraide.people.Person;
import org.entraide.plan.AnotherMatch;
import org.entraide.plan.Introduction;
import org.entraide.plan.MatchingInput;
import org.entraide.plan.Someone;
import org.entraide.plan.Wrong;
import org.entraide.text.Message;

/**
 * The part of a pass that locates people and matches them.
 *
 * @param places where people are
 * @param decisions who helps whom
 */
record Deciding(Places places, Decisions decisions) {

  /**
   * What all decisions of one pass have in common.
   *
   * @param people by reference
   */
  record Sight(Scene scene, Map<String, Someone> people, MatchingInput.Terms terms) {

    /** The people with introductions as they stand. */
    Instance instance(Map<String, Introduction> introductions, AnotherMatch another) {
      return MatchingInput.of(
          people.values(),
          scene.current(introductions),
          another,
          scene.firstAnswers(),
          terms,
          scene.now());
    }
  }

  /** Locates everybody. */
  Sight look(Scene scene) {
    places.refresh();
    Map<String, Someone> people = new LinkedHashMap<>();
    for (Person person : scene.rows().people()) {
      people.put(person.ref(), places.locate(person, scene.rows().orders()));
    }
    return new Sight(scene, people, SettingsInUse.terms(scene.settings(), scene.workbook().zone()));
  }

  /** Decides; without a result that may be published nobody new is introduced. */
  Optional<Decision> decide(
      Scene scene, Instance instance, Matched memory, List<Trouble> troubles) {
    try {
      return Optional.of(decisions.decide(instance, memory, scene.settings().matching().policy()));
    } catch (UnstableMatchingException e) {
      note(
          Trouble.Kind.BUG,
          "The matching was not stable, so nobody new is introduced",
          Wrong.unstable(),
          e,
          troubles);
    } catch (TooManyPeopleException e) {
      note(
          Trouble.Kind.SETTINGS,
          "Nobody new is introduced until the policy is \"stable\" or \"coverage\"",
          Wrong.tooMany(),
          e,
          troubles);
    }
    return Optional.empty();
  }

  private static void note(
      Trouble.Kind kind, String what, Message told, RuntimeException why, List<Trouble> troubles) {
    Trouble trouble = new Trouble(kind, what + ": " + why.getMessage()).told(told);
    if (!troubles.contains(trouble)) { // one pass may decide twice
      troubles.add(trouble);
    }
  }

  /** What was decided; nothing where no result may be published. */
  static Matching matching(Optional<Decision> decision) {
    return decision
        .map(Decision::matching)
        .orElseGet(() -> new Matching(List.of(), List.of(), List.of(), Map.of()));
  }
}
