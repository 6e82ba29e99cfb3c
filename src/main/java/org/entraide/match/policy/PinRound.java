package org.entraide.match.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.match.model.PairRule;
import org.entraide.match.model.PairRule.Kind;
import org.entraide.match.model.RefusedPin;
import org.entraide.match.model.RefusedPin.RefusalReason;
import org.entraide.match.state.IndexedIntroduction;
import org.entraide.match.state.InitialState;
import org.entraide.match.state.NeedMask;
import org.entraide.match.state.PeopleColumns;
import org.entraide.match.state.RoundState;
import org.jspecify.annotations.Nullable;

/**
 * Round 0: the organisers' pins. A pin overrides distance, place, capacity, also of a group,
 * languages, a shared contact and checking; never absence, separation or an earlier introduction of
 * the pair.
 *
 * <p>Pins are followed one after the other, in the order of {@link InitialState#inOrder}, each with
 * the needs that the earlier ones left open; one that names needs covers those of them that are
 * open. A second pin of a pair adds to the first and uses no second unit of capacity.
 *
 * <p>A pin without direction tries in turn: the helper has what the person needs; the person has
 * what the helper needs; the person has any open need; the helper has any. An earlier introduction
 * that answers the direction in turn ends the search: otherwise a pin that stays in its cell would,
 * once followed, introduce the same two the other way round in the next pass.
 */
public final class PinRound {

  private final PeopleColumns people;
  private final RoundState state;
  private final List<IndexedIntroduction> introductions = new ArrayList<>();

  /** Where among {@link #introductions} that of a pair is. */
  private final Map<Long, Integer> at = new HashMap<>();

  private final List<RefusedPin> refused = new ArrayList<>();

  private PinRound(PeopleColumns people, RoundState state) {
    this.people = people;
    this.state = state;
  }

  /** Follows the pins among the rules and records them in the state. */
  public static PinRound follow(PeopleColumns people, RoundState state, List<PairRule> rules) {
    PinRound pins = new PinRound(people, state);
    Set<Kind> kinds = Set.of(Kind.PINNED, Kind.PINNED_EITHER_WAY);
    for (PairRule rule : InitialState.inOrder(people, rules, kinds)) {
      RefusalReason why = pins.follow(rule);
      if (why != null) {
        pins.refused.add(new RefusedPin(rule.person(), rule.helper(), why));
      }
    }
    return pins;
  }

  public List<IndexedIntroduction> introductions() {
    return introductions;
  }

  /** Returns how many different people pins introduce to somebody. */
  public int introducedPeople() {
    return (int) introductions.stream().mapToInt(IndexedIntroduction::person).distinct().count();
  }

  public List<RefusedPin> refused() {
    return refused;
  }

  private @Nullable RefusalReason follow(PairRule rule) {
    int person = people.indexOf(rule.person());
    int helper = people.indexOf(rule.helper());
    if (rule.person().equals(rule.helper())) {
      return RefusalReason.SAME_PERSON;
    }
    if (person < 0 || helper < 0) {
      return RefusalReason.UNKNOWN;
    }
    if (!people.isOpen(person) || !people.isOpen(helper)) {
      return RefusalReason.AWAY;
    }
    if (state.keptApart(person, helper)) {
      return RefusalReason.KEPT_APART;
    }
    int needs = NeedMask.mask(rule.needs());
    return rule.kind() == Kind.PINNED
        ? pin(person, helper, needs)
        : pinEitherWay(person, helper, needs);
  }

  private @Nullable RefusalReason pinEitherWay(int person, int helper, int needs) {
    if (state.tried(person, helper) || offered(person, helper) != 0) {
      return pin(person, helper, needs);
    }
    if (state.tried(helper, person) || offered(helper, person) != 0) {
      return pin(helper, person, needs);
    }
    return state.openNeeds(person) != 0 ? pin(person, helper, needs) : pin(helper, person, needs);
  }

  private @Nullable RefusalReason pin(int person, int helper, int needs) {
    int earlierIndex = indexOf(person, helper);
    if (earlierIndex < 0 && state.tried(person, helper)) {
      return RefusalReason.ALREADY_INTRODUCED;
    }
    int covered = needs == 0 ? offered(person, helper) : needs & state.openNeeds(person);
    if (earlierIndex >= 0) {
      extend(earlierIndex, covered);
      return null;
    }
    if (covered == 0 && needs == 0) {
      covered = state.openNeeds(person);
    }
    if (covered == 0) {
      return RefusalReason.NOTHING_OPEN;
    }
    state.introduce(person, helper, covered);
    at.put(pair(person, helper), introductions.size());
    introductions.add(introduction(person, helper, covered));
    return null;
  }

  private void extend(int i, int needs) {
    IndexedIntroduction earlier = introductions.get(i);
    state.close(earlier.person(), needs);
    introductions.set(i, introduction(earlier.person(), earlier.helper(), earlier.needs() | needs));
  }

  private int indexOf(int person, int helper) {
    return at.getOrDefault(pair(person, helper), -1);
  }

  private static long pair(int person, int helper) {
    return ((long) person << Integer.SIZE) | helper;
  }

  private int offered(int person, int helper) {
    return state.openNeeds(person) & people.offers(helper);
  }

  private IndexedIntroduction introduction(int person, int helper, int needs) {
    int band = (needs & ~NeedMask.REMOTE) == 0 ? 0 : band(people.cautiousKm(person, helper));
    return new IndexedIntroduction(person, helper, needs, 0, band);
  }

  private int band(@Nullable Double cautiousKm) {
    List<Double> limits = people.settings().bandsKm();
    int band = 0;
    while (band < limits.size() && (cautiousKm == null || limits.get(band) < cautiousKm)) {
      band++;
    }
    return band;
  }
}
