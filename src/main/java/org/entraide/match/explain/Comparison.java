package org.entraide.match.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.match.model.Instance;
import org.entraide.match.model.PairRule;
import org.entraide.match.model.Participant;
import org.entraide.match.state.InitialState;
import org.entraide.match.state.Pairing;
import org.entraide.match.state.PeopleColumns;
import org.entraide.match.state.RoundState;
import org.entraide.people.word.Category;
import org.jspecify.annotations.Nullable;

/**
 * What a pair is worth to both of them beside the others whom each could have: why this helper and
 * no other. Capacity is not looked at.
 *
 * @param cautiousKm as in {@code Assignment}
 * @param band as in {@code Assignment}
 * @param helpers how many acceptable helpers the person has, this one included
 * @param betterHelpers whom of these the person prefers
 * @param equalHelpers which of these the person likes as well, this one excluded
 * @param people how many acceptable people the helper has, this one included
 * @param betterPeople whom of these the helper prefers
 * @param equalPeople which of these the helper likes as well, this one excluded
 */
public record Comparison(
    @Nullable Double cautiousKm,
    int band,
    int helpers,
    int betterHelpers,
    int equalHelpers,
    int people,
    int betterPeople,
    int equalPeople) {

  private static final Set<PairRule.Kind> PAST =
      Set.of(PairRule.Kind.STANDING, PairRule.Kind.STANDING_OPEN, PairRule.Kind.TRIED);

  /**
   * Compares as if the two had never been introduced, and the person needed just this.
   *
   * @param needs what the person asks for
   * @return empty if the pair is not acceptable
   * @throws IllegalArgumentException if two participants have one reference
   */
  public static Optional<Comparison> of(
      Instance instance, String person, String helper, Set<Category> needs) {
    PeopleColumns people =
        new PeopleColumns(
            needing(instance.participants(), person, needs),
            instance.settings(),
            instance.groups());
    RoundState state = InitialState.of(people, without(instance.rules(), person, helper)).state();
    int p = people.indexOf(person);
    int h = people.indexOf(helper);
    if (p < 0 || h < 0 || !people.isOpen(p) || !people.isOpen(h)) {
      return Optional.empty();
    }
    Pairing pairing = new Pairing(people, state);
    int rank = pairing.personRank(p, h);
    return rank < 0 ? Optional.empty() : Optional.of(compare(people, pairing, p, h, rank));
  }

  private static Comparison compare(PeopleColumns people, Pairing pairing, int p, int h, int rank) {
    int[] helpers = new int[3];
    int[] persons = new int[3];
    int helpersRank = pairing.helperRank(p, h, pairing.band(rank));
    for (int other = 0; other < people.size(); other++) {
      int asHelper = people.isOpen(other) ? pairing.personRank(p, other) : -1;
      if (asHelper >= 0) {
        helpers[1 + Integer.signum(asHelper - rank)]++;
      }
      int asPerson = people.isOpen(other) ? pairing.personRank(other, h) : -1;
      if (asPerson >= 0) {
        int helpersRankOfOther = pairing.helperRank(other, h, pairing.band(asPerson));
        persons[1 + Integer.signum(helpersRankOfOther - helpersRank)]++;
      }
    }
    return new Comparison(
        people.cautiousKm(p, h),
        pairing.band(rank),
        helpers[0] + helpers[1] + helpers[2],
        helpers[0],
        helpers[1] - 1,
        persons[0] + persons[1] + persons[2],
        persons[0],
        persons[1] - 1);
  }

  private static List<Participant> needing(
      List<Participant> participants, String person, Set<Category> needs) {
    List<Participant> changed = new ArrayList<>();
    for (Participant it : participants) {
      changed.add(
          it.ref().equals(person)
              ? new Participant(
                  person,
                  it.point(),
                  it.uncertaintyKm(),
                  needs,
                  it.offers(),
                  it.capacity(),
                  it.radiusKm(),
                  it.languages(),
                  it.priority(),
                  it.since(),
                  it.checked(),
                  it.availability(),
                  it.contacts(),
                  it.group())
              : it);
    }
    return changed;
  }

  /** This pair's own history is forgotten; what else the person has leaves the needs open. */
  private static List<PairRule> without(List<PairRule> rules, String person, String helper) {
    List<PairRule> kept = new ArrayList<>();
    for (PairRule rule : rules) {
      boolean past = PAST.contains(rule.kind());
      boolean ofPerson = rule.person().equals(person);
      if (!past || !ofPerson) {
        kept.add(rule);
      } else if (!rule.helper().equals(helper)) {
        kept.add(new PairRule(person, rule.helper(), PairRule.Kind.TRIED, rule.needs()));
      }
    }
    return kept;
  }
}
