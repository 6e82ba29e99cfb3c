package org.entraide.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sixteen hundred random campaigns against a plain reading of the rules. */
@NullMarked
class MatcherCampaignTest {

  private static final int PER_SEED = 40;

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
      Instance shuffled = new Instance(people, rules, instance.settings());

      assertThat(new Matcher().match(shuffled))
          .as("seed %d, campaign %d", seed, i)
          .isEqualTo(new Matcher().match(instance));
    }
  }
}
