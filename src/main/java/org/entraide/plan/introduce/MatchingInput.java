package org.entraide.plan.introduce;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.match.model.Availability;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.PairRule;
import org.entraide.match.model.Participant;
import org.entraide.people.profile.Profile;
import org.entraide.people.word.Category;
import org.entraide.people.word.GroupName;
import org.entraide.place.Place;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.instruction.WishesForAnother;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.settings.GroupLimit;

/** People, introductions and instructions to what the matcher decides on. Pure. */
public final class MatchingInput {

  /** Organiser's Prioritaire first, then vulnerable people or aged 65 and more, then the rest. */
  private static final int PRIORITY = 2;

  private static final int VULNERABLE = 1;
  private static final int OLD = 65;

  private MatchingInput() {}

  /**
   * How a campaign matches.
   *
   * @param capacity of a helper who did not say
   * @param uncheckedCapacity most standing introductions of a helper who is not marked as checked
   * @param zone of the day of an answer
   * @param groups by the key of its name, how many people a group helps at most; without those that
   *     have no limit
   */
  public record Terms(
      MatchSettings settings,
      int capacity,
      int uncheckedCapacity,
      ZoneId zone,
      Map<String, GroupLimit> groups) {}

  /**
   * Makes an instance.
   *
   * @param introductions between people as they are called now
   */
  public static Instance of(
      Collection<LocatedPerson> people,
      Collection<Introduction> introductions,
      WishesForAnother wishesForAnother,
      Map<String, Instant> firstAnswers,
      Terms terms) {
    List<Participant> participants = new ArrayList<>();
    Map<String, Set<String>> shared = SharedContact.of(people);
    Map<String, Set<Category>> closed = closed(introductions);
    for (LocatedPerson located : people) {
      participants.add(
          participant(
              located,
              closed.getOrDefault(located.ref(), Set.of()),
              shared.getOrDefault(located.ref(), Set.of()),
              firstAnswers,
              terms));
    }
    Map<String, Integer> limits = new HashMap<>();
    terms.groups().forEach((group, limit) -> limits.put(group, limit.people()));
    return new Instance(
        participants,
        rules(people, introductions, wishesForAnother),
        terms.settings(),
        List.of(),
        limits);
  }

  /** The needs of each person that introductions have met for good. */
  private static Map<String, Set<Category>> closed(Collection<Introduction> introductions) {
    Map<String, Set<Category>> closed = new HashMap<>();
    for (Introduction i : introductions) {
      if (i.state() == Introduction.State.DONE) {
        closed.computeIfAbsent(i.person(), ref -> new HashSet<>()).addAll(i.needs());
      }
    }
    return closed;
  }

  private static Participant participant(
      LocatedPerson located,
      Set<Category> closed,
      Set<String> shared,
      Map<String, Instant> firstAnswers,
      Terms terms) {
    Profile profile = located.person().profile();
    Instant first = firstAnswers.get(located.ref());
    Place place = located.place().orElse(null);
    EnumSet<Category> needs = EnumSet.noneOf(Category.class);
    needs.addAll(profile.needs());
    needs.removeAll(closed);
    return new Participant(
        located.ref(),
        place == null ? null : place.point(),
        place == null ? 0 : place.uncertaintyKm(),
        needs,
        profile.offers(),
        capacity(located, terms),
        profile.radiusKm(),
        profile.languages(),
        priority(located),
        first == null ? null : LocalDate.ofInstant(first, terms.zone()),
        located.instructions().ticked(),
        located.mayBeMatched() ? Availability.OPEN : Availability.AWAY,
        shared,
        located.instructions().group().map(GroupName::key).orElse(null));
  }

  /** How many people somebody helps at most. */
  public static int capacity(LocatedPerson located, Terms terms) {
    int offered = offered(located, terms);
    return located.instructions().ticked() ? offered : Math.min(offered, terms.uncheckedCapacity());
  }

  /** How many people somebody would help. */
  public static int offered(LocatedPerson located, Terms terms) {
    Integer ownCapacity = located.person().profile().capacity();
    return ownCapacity == null ? terms.capacity() : ownCapacity;
  }

  static int priority(LocatedPerson located) {
    Profile profile = located.person().profile();
    Integer age = profile.age();
    if (located.instructions().hasPriority()) {
      return PRIORITY;
    }
    return profile.vulnerable() || (age != null && age >= OLD) ? VULNERABLE : 0;
  }

  private static PairRule.Kind kind(Introduction i, WishesForAnother wishesForAnother) {
    if (!i.state().holdsCapacity()) {
      return PairRule.Kind.TRIED;
    }
    // made by hand when nothing was open: it holds no need, also of those that come later
    boolean holdsNothing = i.has(IntroductionFlag.BY_HAND) && i.needs().isEmpty();
    return holdsNothing || wishesForAnother.released().contains(i.ref())
        ? PairRule.Kind.STANDING_OPEN
        : PairRule.Kind.STANDING;
  }

  private static List<PairRule> rules(
      Collection<LocatedPerson> people,
      Collection<Introduction> introductions,
      WishesForAnother wishesForAnother) {
    List<PairRule> rules = new ArrayList<>();
    for (Introduction i : introductions) {
      rules.add(new PairRule(i.person(), i.helper(), kind(i, wishesForAnother), i.needs()));
    }
    for (LocatedPerson located : people) {
      for (String other : located.instructions().neverWith()) {
        rules.add(PairRule.of(located.ref(), other, PairRule.Kind.FORBIDDEN));
      }
      for (String other : located.instructions().with()) {
        rules.add(PairRule.of(located.ref(), other, PairRule.Kind.PINNED_EITHER_WAY));
      }
    }
    return rules;
  }
}
