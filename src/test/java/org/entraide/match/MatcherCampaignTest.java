package org.entraide.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.entraide.bench.Towns;
import org.entraide.build.Stories;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchOptions;
import org.entraide.match.model.MatchOutcome;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Matching;
import org.entraide.match.model.PairRule;
import org.entraide.match.model.Participant;
import org.entraide.match.model.Policy;
import org.entraide.progress.Progress;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two thousand random campaigns against a plain reading of the rules. */
@Stories(few = 12)
@NullMarked
class MatcherCampaignTest {

  private static final int PER_SEED = 100;

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theMatcherFollowsTheRules(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < PER_SEED; i++) {
      Instance instance = RandomCampaign.of(random);
      String name = "seed %d, campaign %d".formatted(seed, i);

      CampaignCheck.check(name, instance, new Matcher().match(instance));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfTheListsNeverMatters(long seed) {
    Random random = new Random(2000 + seed);
    for (int i = 0; i < PER_SEED; i++) {
      Instance instance = RandomCampaign.of(random);
      List<Participant> people = new ArrayList<>(instance.participants());
      List<PairRule> rules = new ArrayList<>(instance.rules());
      Collections.shuffle(people, random);
      Collections.shuffle(rules, random);
      Instance shuffled =
          new Instance(people, rules, instance.settings(), List.of(), instance.groups());

      assertThat(new Matcher().match(shuffled))
          .as("seed %d, campaign %d", seed, i)
          .isEqualTo(new Matcher().match(instance));
    }
  }

  /** Rows in another order, and everything else that an outcome says. */
  @ParameterizedTest
  @EnumSource(Policy.class)
  void noPolicyHeedsTheOrderOfTheLists(Policy policy) {
    MatchOptions options = new MatchOptions(policy, true, 5_000, 11);
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(4000 + seed);
      Instance instance = RandomCampaign.of(random);
      List<Participant> people = new ArrayList<>(instance.participants());
      Collections.shuffle(people, random);
      Instance shuffled =
          new Instance(people, instance.rules(), instance.settings(), List.of(), instance.groups());

      assertThat(new Matcher().solve(shuffled, options, Progress.NONE))
          .as("seed %d", seed)
          .isEqualTo(new Matcher().solve(instance, options, Progress.NONE));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatTheWalkFindsFollowsTheSameRules(long seed) {
    Random random = new Random(5000 + seed);
    MatchOptions walk = new MatchOptions(Policy.STABLE, false, 10_000, seed);
    for (int i = 0; i < 20; i++) {
      Instance instance = RandomCampaign.of(random);
      String name = "seed %d, campaign %d".formatted(seed, i);

      MatchOutcome outcome = new Matcher().solve(instance, walk, Progress.NONE);

      CampaignCheck.check(name, instance, outcome.matching());
      Integer bound = outcome.certificate().upperBound();
      assertThat(bound).as(name).isGreaterThanOrEqualTo(outcome.certificate().peopleHelped());
    }
  }

  /** Larger, and with every kind of need and language in one place. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void townsFollowTheRules(long seed) {
    List<Participant> people = Towns.people(new Towns.Plan(220, 90, 2, 2, seed, 15));
    Instance instance = new Instance(people, List.of(), MatchSettings.DEFAULT);

    CampaignCheck.check("seed %d".formatted(seed), instance, new Matcher().match(instance));
  }

  /** What was proposed before, likely or not, decides ties and nothing else. */
  @ParameterizedTest
  @MethodSource("seeds")
  void whatWasProposedBeforeChangesNoRule(long seed) {
    Random random = new Random(7000 + seed);
    for (int i = 0; i < 40; i++) {
      Instance instance = RandomCampaign.of(random);
      List<Instance.ProposedPair> before = new ArrayList<>();
      for (Assignment it : new Matcher().match(instance).assignments()) {
        before.add(new Instance.ProposedPair(it.person(), it.helper()));
      }
      for (int j = instance.participants().isEmpty() ? 0 : random.nextInt(6); j > 0; j--) {
        before.add(new Instance.ProposedPair(anybody(instance, random), anybody(instance, random)));
      }
      Instance again =
          new Instance(
              instance.participants(),
              instance.rules(),
              instance.settings(),
              before,
              instance.groups());
      Matching matching = new Matcher().match(again);
      Collections.shuffle(before, random);
      Instance shuffled =
          new Instance(
              instance.participants(),
              instance.rules(),
              instance.settings(),
              before,
              instance.groups());

      CampaignCheck.check("seed %d, campaign %d".formatted(seed, i), instance, matching);
      assertThat(new Matcher().match(shuffled)).isEqualTo(matching);
    }
  }

  private static String anybody(Instance instance, Random random) {
    return instance.participants().get(random.nextInt(instance.participants().size())).ref();
  }
}
