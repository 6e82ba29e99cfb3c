package org.entraide.match.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.entraide.match.CampaignCheck;
import org.entraide.match.RandomCampaign;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.Instance;
import org.entraide.match.model.Participant;
import org.entraide.match.policy.PinRound;
import org.entraide.match.state.InitialState;
import org.entraide.match.state.PeopleColumns;
import org.entraide.match.state.PlainReading;
import org.entraide.match.state.PlainReading.Pair;
import org.entraide.match.state.RoundState;
import org.entraide.people.word.Category;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scan has to find what is wrong, so it is shown rounds that are. */
@NullMarked
class BlockingPairsTest {

  private static final int PER_SEED = 40;

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyBlockingPairOfACarelessRoundIsFound(long seed) {
    Random random = new Random(3000 + seed);
    for (int i = 0; i < PER_SEED; i++) {
      Instance instance = RandomCampaign.of(random);
      PeopleColumns people =
          new PeopleColumns(instance.participants(), instance.settings(), instance.groups());
      RoundState state = InitialState.of(people, instance.rules()).state();
      PinRound.follow(people, state, instance.rules());
      PlainReading now = new PlainReading(instance);
      int[] helperOf = careless(random, people, state, now);
      Set<Pair> found = ConcurrentHashMap.newKeySet();

      long count =
          new BlockingPairs(people, state)
              .scan(helperOf, (p, h) -> found.add(new Pair(people.ref(p), people.ref(h))));

      Map<String, Assignment> got = new HashMap<>();
      for (int p = 0; p < helperOf.length; p++) {
        if (helperOf[p] >= 0) {
          Assignment it = assignment(now, people.get(p), people.get(helperOf[p]));
          got.put(it.person(), it);
        }
      }
      assertThat(found)
          .as("seed %d, campaign %d", seed, i)
          .isEqualTo(CampaignCheck.blockingPairs(now, got))
          .hasSize((int) count);
    }
  }

  /** Gives people any acceptable helper with room, or nobody. */
  private static int[] careless(
      Random random, PeopleColumns people, RoundState state, PlainReading now) {
    int[] room = state.capacities();
    int[] groupRoom = state.groupCapacities();
    int[] helperOf = new int[people.size()];
    Arrays.fill(helperOf, -1);
    for (int p = 0; p < helperOf.length; p++) {
      for (int h = 0; h < helperOf.length && helperOf[p] < 0; h++) {
        int g = people.groups().of(h);
        boolean both = room[h] > 0 && (g < 0 || groupRoom[g] > 0);
        boolean fits = both && !now.covered(people.get(p), people.get(h)).isEmpty();
        if (fits && random.nextInt(3) > 0) {
          helperOf[p] = h;
          room[h]--;
          if (g >= 0) {
            groupRoom[g]--;
          }
        }
      }
    }
    return helperOf;
  }

  private static Assignment assignment(PlainReading now, Participant p, Participant h) {
    Set<Category> covered = now.covered(p, h);
    return new Assignment(
        p.ref(), h.ref(), covered, now.cautiousKm(p, h), 1, now.band(p, h, covered));
  }
}
