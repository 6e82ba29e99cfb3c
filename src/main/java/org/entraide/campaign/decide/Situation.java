package org.entraide.campaign.decide;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.campaign.gateway.PersonLocator;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.model.Outcome;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.config.CampaignSettings;
import org.entraide.config.MatchingSettings;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Matching;
import org.entraide.people.identity.Person;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.instruction.WishesForAnother;
import org.entraide.plan.introduce.DuePairs;
import org.entraide.plan.introduce.MatchingInput;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.settings.GroupLimit;

/**
 * What a pass knows when it decides: what was observed, where people are, and the present
 * introductions.
 *
 * @param people by reference, with their places
 * @param introductions by reference
 * @param wishesForAnother the requests for another introduction that are open
 * @param unreachable mailboxes that are not to be asked again in this pass
 */
public record Situation(
    Observation observation,
    Map<String, LocatedPerson> people,
    MatchingInput.Terms terms,
    Map<String, Introduction> introductions,
    WishesForAnother wishesForAnother,
    Set<String> unreachable) {

  /** Locates everybody whom a pass observed. */
  public static Situation of(Observation observation, PersonLocator places) {
    places.refresh();
    Map<String, LocatedPerson> people = new LinkedHashMap<>();
    for (Person person : observation.interpretation().people()) {
      people.put(person.ref(), places.locate(person, observation.interpretation().instructions()));
    }
    return new Situation(
        observation,
        people,
        terms(observation.settings(), observation.workbook().zone(), observation.groups().limits()),
        observation.mail().introductions(),
        observation.wishesForAnother(),
        observation.mail().down());
  }

  /** The people, and the introductions as they are now, to be matched. */
  public Instance instance() {
    return MatchingInput.of(
        people.values(),
        observation.current(introductions),
        wishesForAnother,
        observation.firstAnswers(),
        terms);
  }

  /**
   * Which pairs of a matching of {@link #instance} are introduced now.
   *
   * @param last what is remembered of the matching before
   */
  DuePairs due(Matching matching, RememberedMatching last) {
    return DuePairs.of(
        matching,
        observation
            .holdBackEnd()
            .heldBackUntil(people, observation.firstAnswers(), observation.now()),
        observation.handMade().reservedUntil(),
        last.proposed());
  }

  /** This situation with introductions as a plan makes them. */
  public Situation withIntroductions(Map<String, Introduction> planned) {
    return new Situation(observation, people, terms, planned, wishesForAnother, unreachable);
  }

  /** This situation without mailboxes that did not answer. */
  public Situation withoutMailboxes(Set<String> mailboxes) {
    Set<String> all = new HashSet<>(unreachable);
    all.addAll(mailboxes);
    return new Situation(observation, people, terms, introductions, wishesForAnother, all);
  }

  /** This situation once a plan was applied. */
  public Situation after(Outcome outcome) {
    Map<String, Introduction> introductionsAfter = new LinkedHashMap<>(introductions);
    introductionsAfter.putAll(outcome.introductions());
    return withIntroductions(introductionsAfter).withoutMailboxes(outcome.unreachable());
  }

  /** Whether introductions changed since the pass began. */
  public boolean hasOtherIntroductions() {
    return !introductions.equals(observation.mail().introductions());
  }

  /** This situation with the requests for another introduction that are open by now. */
  public Situation withWishesAsOfNow() {
    return new Situation(
        observation,
        people,
        terms,
        introductions,
        observation.wishesForAnother(wishesForAnother.toReplace(), introductions),
        unreachable);
  }

  /** Introductions and questions with people's present references. */
  public List<Introduction> letters() {
    return introductions.values().stream().map(observation.interpretation()::now).toList();
  }

  /** Introductions with people's present references, without questions. */
  public List<Introduction> current() {
    return observation.current(introductions);
  }

  private static MatchingInput.Terms terms(
      CampaignSettings settings, ZoneId zone, Map<String, GroupLimit> groups) {
    MatchingSettings matching = settings.matching();
    return new MatchingInput.Terms(
        new MatchSettings(
            matching.maxKm(),
            matching.maxUncertaintyKm(),
            List.copyOf(matching.bandsKm()),
            matching.checkedOnly()),
        matching.capacity(),
        matching.uncheckedCapacity(),
        zone,
        groups);
  }
}
