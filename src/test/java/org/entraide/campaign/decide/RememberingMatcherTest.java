package org.entraide.campaign.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entraide.campaign.port.Decision;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.match.model.Instance;
import org.entraide.match.model.Instance.ProposedPair;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.PairRule;
import org.entraide.match.model.Participant;
import org.entraide.match.model.Policy;
import org.entraide.match.model.UnstableMatchingException;
import org.entraide.people.word.Category;
import org.junit.jupiter.api.Test;

class RememberingMatcherTest {

  private final List<Instance> solved = new ArrayList<>();
  private RememberingMatcher decisions = anew();

  /** As after a start of the process. */
  private RememberingMatcher anew() {
    RememberingMatcher.Solver matcher = RememberingMatcher.matcher();
    return new RememberingMatcher(
        (instance, options) -> {
          solved.add(instance);
          return matcher.solve(instance, options);
        });
  }

  /** One person and so many helpers who are all the same to them. */
  private static Instance town(int helpers, PairRule... rules) {
    List<Participant> people = new ArrayList<>();
    people.add(Participant.builder("ana").needs(Set.of(Category.ADMIN)).build());
    for (int i = 0; i < helpers; i++) {
      people.add(Participant.builder("helper" + i).offers(Set.of(Category.ADMIN)).build());
    }
    return new Instance(people, List.of(rules), MatchSettings.DEFAULT);
  }

  @Test
  void whatWasProposedIsWhatAChangedWorldStartsFrom() {
    Decision first = decisions.decide(town(1), RememberedMatching.NOTHING, Policy.STABLE);
    Decision second = decisions.decide(town(20), first.remembered(), Policy.STABLE);

    assertThat(solved.get(0).previous()).isEmpty();
    assertThat(solved.get(1).previous()).containsExactly(new ProposedPair("ana", "helper0"));
    assertThat(second.remembered().proposed()).containsExactly(new ProposedPair("ana", "helper0"));
    assertThat(
            anew()
                .decide(town(20), RememberedMatching.NOTHING, Policy.STABLE)
                .remembered()
                .proposed())
        .as("the same without a memory, or this test shows nothing")
        .isNotEqualTo(second.remembered().proposed());
  }

  @Test
  void theSameWorldStartsFromTheSameAgain() {
    Decision first = decisions.decide(town(1), RememberedMatching.NOTHING, Policy.STABLE);
    Decision second = decisions.decide(town(20), first.remembered(), Policy.STABLE);
    decisions = anew();
    Decision third = decisions.decide(town(20), second.remembered(), Policy.STABLE);

    assertThat(solved).hasSize(3);
    assertThat(third).isEqualTo(second);
    assertThat(third.remembered()).isEqualTo(second.remembered());
  }

  @Test
  void nothingIsSolvedTwiceInOneProcess() {
    Decision first = decisions.decide(town(3), RememberedMatching.NOTHING, Policy.STABLE);
    Decision second = decisions.decide(town(3), first.remembered(), Policy.STABLE);

    assertThat(solved).hasSize(1);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void whereTheSearchForALargerMatchingFailsItIsDoneWithout() {
    RememberingMatcher.Solver matcher = RememberingMatcher.matcher();
    RememberingMatcher faulty =
        new RememberingMatcher(
            (instance, options) -> {
              if (options.walkEffort() > 0) {
                throw new UnstableMatchingException(1, 7);
              }
              return matcher.solve(instance, options);
            });

    Decision decision = faulty.decide(town(1), RememberedMatching.NOTHING, Policy.STABLE);

    assertThat(decision.matching().assignments()).hasSize(1);
  }

  @Test
  void anOlderMemoryIsNotAnsweredFromANewerResult() {
    decisions.decide(town(3), RememberedMatching.NOTHING, Policy.STABLE);
    RememberedMatching other =
        new RememberedMatching("k", List.of(), List.of(new ProposedPair("ana", "helper1")));

    Decision kept = decisions.decide(town(3), other, Policy.STABLE);

    assertThat(kept.remembered().proposed()).containsExactly(new ProposedPair("ana", "helper1"));
    assertThat(solved).hasSize(2);
  }

  @Test
  void aPairThatWaitsIsNotRememberedAsProposed() {
    Decision whole = decisions.decide(town(1), RememberedMatching.NOTHING, Policy.STABLE);
    Decision waits = whole.introducing(List.of());
    Decision later = decisions.decide(town(1), waits.remembered(), Policy.STABLE);

    assertThat(waits.matching().assignments()).hasSize(1);
    assertThat(waits.remembered().proposed()).isEmpty();
    assertThat(later.remembered().proposed()).containsExactly(new ProposedPair("ana", "helper0"));
    assertThat(solved).as("time alone asks for no other matching").hasSize(1);
  }

  @Test
  void aPinIsMadeByItsRuleAndNotByMemory() {
    PairRule pin = PairRule.of("ana", "helper2", PairRule.Kind.PINNED);

    Decision pinned = decisions.decide(town(3, pin), RememberedMatching.NOTHING, Policy.STABLE);

    assertThat(pinned.matching().assignments()).hasSize(1);
    assertThat(pinned.remembered().proposed()).isEmpty();
  }
}
