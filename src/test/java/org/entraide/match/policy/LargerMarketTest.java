package org.entraide.match.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.entraide.bench.Towns;
import org.entraide.match.Matcher;
import org.entraide.match.RandomCampaign;
import org.entraide.match.core.StableMatching;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchOptions;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Matching;
import org.entraide.match.model.Participant;
import org.entraide.progress.Progress;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The search of markets whose pairs are too many to list, in small ones of which none is. */
@NullMarked
class LargerMarketTest {

  private static final int TOWNS = 3;

  /** Throws if the independent scan finds a pair that blocks. */
  private static Matching match(Instance instance, long effort) {
    return new Matcher(
            (pairing, progress, phase) ->
                LargerRound.improve(
                    pairing,
                    ProposalRound.solveCalmly(
                        pairing, StableMatching.DEFAULT_LEVELS, progress, phase),
                    effort,
                    MatchOptions.WALK_SEED,
                    Progress.NONE,
                    0))
        .match(instance);
  }

  /** Matches by parts that have few helpers, so that much is outside. */
  private static Matching matchInSmallParts(Instance instance, int helpers) {
    return new Matcher(
            (pairing, progress, phase) ->
                LargerMarket.improve(
                    pairing,
                    ProposalRound.solve(pairing, StableMatching.DEFAULT_LEVELS, progress, phase),
                    5,
                    MatchOptions.WALK_EFFORT,
                    MatchOptions.WALK_SEED,
                    Progress.NONE,
                    helpers))
        .match(instance);
  }

  private static Instance instance(List<Participant> people, List<Instance.ProposedPair> before) {
    return new Instance(people, List.of(), MatchSettings.DEFAULT, before);
  }

  private static List<Participant> towns(int seed) {
    return Towns.people(new Towns.Plan(600, 400, 5, 2, seed, 15));
  }

  private static long helped(Matching matching) {
    return matching.assignments().stream().map(Assignment::person).distinct().count();
  }

  /** Of the first round: who has two helpers may have been meant with either. */
  private static List<Instance.ProposedPair> proposals(Matching matching) {
    return matching.assignments().stream()
        .filter(it -> it.round() == 1)
        .map(it -> new Instance.ProposedPair(it.person(), it.helper()))
        .toList();
  }

  @Test
  void morePeopleAreHelpedAndNobodyBlocks() {
    long gained = 0;
    for (int seed = 0; seed < TOWNS; seed++) {
      Instance instance = instance(towns(seed), List.of());

      long before = helped(match(instance, 0));
      long after = helped(match(instance, MatchOptions.WALK_EFFORT));

      assertThat(after).as("seed %d", seed).isGreaterThanOrEqualTo(before);
      gained += after - before;
    }
    assertThat(gained).isGreaterThanOrEqualTo(2 * TOWNS);
  }

  @Test
  void theResultDependsOnThePeopleAloneAndNotOnTheirRows() {
    List<Participant> people = towns(1);
    Matching once = match(instance(people, List.of()), MatchOptions.WALK_EFFORT);

    List<Participant> shuffled = new ArrayList<>(people);
    Collections.shuffle(shuffled, new Random(7));

    assertThat(match(instance(people, List.of()), MatchOptions.WALK_EFFORT)).isEqualTo(once);
    assertThat(match(instance(shuffled, List.of()), MatchOptions.WALK_EFFORT)).isEqualTo(once);
  }

  @Test
  void nobodyOutsideASmallPartBlocks() {
    for (int seed = 0; seed < 40; seed++) {
      Instance instance =
          instance(Towns.people(new Towns.Plan(120, 80, 3, 2, seed, 15)), List.of());
      for (int helpers : new int[] {2, 3, 5, 7, 9, 11}) {
        assertThat(helped(matchInSmallParts(instance, helpers)))
            .as("seed %d", seed)
            .isGreaterThanOrEqualTo(helped(match(instance, 0)));
      }
    }
  }

  /** What one search found must not be lost in the next, nor found again elsewhere. */
  @Test
  void whatWasProposedStaysWhereNobodyMoreIsHelpedWithoutIt() {
    for (int seed = 0; seed < TOWNS; seed++) {
      Matching first = match(instance(towns(seed), List.of()), MatchOptions.WALK_EFFORT);
      Matching next = match(instance(towns(seed), proposals(first)), MatchOptions.WALK_EFFORT);
      long more = helped(next) - helped(first);
      List<Instance.ProposedPair> gone = new ArrayList<>(proposals(first));
      gone.removeAll(proposals(next));

      assertThat(more).as("seed %d", seed).isNotNegative();
      assertThat(gone.size()).as("seed %d", seed).isLessThanOrEqualTo((int) (5 * more));
    }
  }

  /**
   * Groups, pins, people kept apart, languages, unknown places; hardly any round is like another.
   */
  @Test
  void smallCampaignsWithEverythingInThemStayStableAndNobodyLosesByIt() {
    long gained = 0;
    for (int seed = 0; seed < 1_500; seed++) {
      Instance instance = RandomCampaign.of(new Random(seed));

      long before = helped(match(instance, 0));
      long after = helped(match(instance, MatchOptions.WALK_EFFORT));

      assertThat(after).as("seed %d", seed).isGreaterThanOrEqualTo(before);
      gained += after - before;
    }
    assertThat(gained).isPositive();
  }
}
