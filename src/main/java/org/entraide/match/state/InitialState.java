package org.entraide.match.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entraide.match.model.PairRule;
import org.entraide.match.model.PairRule.Kind;

/**
 * What is fixed before the first round: earlier introductions and people kept apart. Rules that
 * name their needs come before those that do not, so that "what is open" means what the former
 * leave; among equals the order is that of {@link PeopleColumns}, never that of the list.
 */
public final class InitialState {

  private final PeopleColumns people;
  private final RoundState state;
  private final int[] standingIntroductions;

  private InitialState(PeopleColumns people) {
    this.people = people;
    state = new RoundState(people);
    standingIntroductions = new int[people.size()];
  }

  public static InitialState of(PeopleColumns people, List<PairRule> rules) {
    InitialState initial = new InitialState(people);
    initial.applyStandingRules(inOrder(people, rules, Set.of(Kind.STANDING, Kind.STANDING_OPEN)));
    for (PairRule rule : rules) {
      initial.applySeparation(rule);
    }
    return initial;
  }

  public RoundState state() {
    return state;
  }

  /** Returns how many standing introductions a helper has. */
  public int standingIntroductions(int helper) {
    return standingIntroductions[helper];
  }

  /** Returns the rules of some kinds in the order in which they are applied. */
  public static List<PairRule> inOrder(
      PeopleColumns people, List<PairRule> rules, Set<Kind> kinds) {
    List<PairRule> chosen = new ArrayList<>();
    rules.stream().filter(rule -> kinds.contains(rule.kind())).forEach(chosen::add);
    chosen.sort(
        Comparator.comparing((PairRule rule) -> rule.needs().isEmpty())
            .thenComparing(PairRule::kind)
            .thenComparingInt(rule -> people.indexOf(rule.person()))
            .thenComparingInt(rule -> people.indexOf(rule.helper()))
            .thenComparing(PairRule::person)
            .thenComparing(PairRule::helper)
            .thenComparingInt(rule -> NeedMask.mask(rule.needs())));
    return chosen;
  }

  /** Several lines about one pair are one introduction: it uses one unit of capacity. */
  private void applyStandingRules(List<PairRule> rules) {
    record Pair(String person, String helper) {}
    Set<Pair> counted = new HashSet<>();
    for (PairRule rule : rules) {
      int person = people.indexOf(rule.person());
      int helper = people.indexOf(rule.helper());
      boolean first = counted.add(new Pair(rule.person(), rule.helper()));
      if (person >= 0 && rule.kind() == Kind.STANDING) {
        int needs = NeedMask.mask(rule.needs());
        boolean another = needs == 0 && !first;
        state.close(person, needs == 0 && !another ? covered(person, helper) : needs);
      }
      if (helper >= 0 && first) {
        state.useCapacity(helper);
        standingIntroductions[helper]++;
      }
      if (person >= 0 && helper >= 0) {
        state.markTried(person, helper);
      }
    }
  }

  private int covered(int person, int helper) {
    int open = state.openNeeds(person);
    int offered = helper < 0 ? 0 : open & people.offers(helper);
    return offered == 0 ? open : offered;
  }

  private void applySeparation(PairRule rule) {
    int person = people.indexOf(rule.person());
    int helper = people.indexOf(rule.helper());
    if (person < 0 || helper < 0) {
      return;
    }
    if (rule.kind() == Kind.TRIED) {
      state.markTried(person, helper);
    } else if (rule.kind() == Kind.FORBIDDEN) {
      state.keepApart(person, helper);
    }
  }
}
