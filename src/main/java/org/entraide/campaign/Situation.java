package org.entraide.campaign;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.match.Instance;
import org.entraide.people.Person;
import org.entraide.plan.AnotherMatch;
import org.entraide.plan.Introduction;
import org.entraide.plan.MatchingInput;
import org.entraide.plan.Someone;

/**
 * What a pass knows when it decides: what was observed, where people are, and the introductions as
 * they are by then.
 *
 * @param people by reference, with their places
 * @param introductions by reference
 * @param another which wishes for another introduction are open
 * @param unreachable mailboxes that are not to be asked again in this pass
 */
record Situation(
    Scene scene,
    Map<String, Someone> people,
    MatchingInput.Terms terms,
    Map<String, Introduction> introductions,
    AnotherMatch another,
    Set<String> unreachable) {

  /** Locates everybody whom a pass observed. */
  static Situation of(Scene scene, Places places) {
    places.refresh();
    Map<String, Someone> people = new LinkedHashMap<>();
    for (Person person : scene.rows().people()) {
      people.put(person.ref(), places.locate(person, scene.rows().orders()));
    }
    return new Situation(
        scene,
        people,
        SettingsInUse.terms(scene.settings(), scene.workbook().zone()),
        scene.seen().introductions(),
        scene.another(),
        scene.seen().down());
  }

  /** The people, and the introductions as they are now, to be matched. */
  Instance instance() {
    return MatchingInput.of(
        people.values(),
        scene.current(introductions),
        another,
        scene.firstAnswers(),
        terms,
        scene.now());
  }

  /** The same with introductions as a plan makes them. */
  Situation with(Map<String, Introduction> planned) {
    return new Situation(scene, people, terms, planned, another, unreachable);
  }

  /** The same without mailboxes that did not answer. */
  Situation without(Set<String> mailboxes) {
    Set<String> all = new HashSet<>(unreachable);
    all.addAll(mailboxes);
    return new Situation(scene, people, terms, introductions, another, all);
  }

  /** The same once a plan was applied. */
  Situation after(Outcome outcome) {
    Map<String, Introduction> now = new LinkedHashMap<>(introductions);
    now.putAll(outcome.introductions());
    return with(now).without(outcome.unreachable());
  }

  /** Whether introductions changed since the pass began. */
  boolean hasOtherIntroductions() {
    return !introductions.equals(scene.seen().introductions());
  }

  /** The same with the wishes that are open by now. */
  Situation asked() {
    return new Situation(
        scene,
        people,
        terms,
        introductions,
        scene.another(another.asked(), introductions),
        unreachable);
  }

  /** Introductions between people as they are called now. */
  List<Introduction> current() {
    return scene.current(introductions);
  }
}
