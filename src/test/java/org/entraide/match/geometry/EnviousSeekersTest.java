package org.entraide.match.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.entraide.bench.Towns;
import org.entraide.match.RandomCampaign;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.state.InitialState;
import org.entraide.match.state.Pairing;
import org.entraide.match.state.PeopleColumns;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Whom a helper likes most of those who would rather have them, against a look at everybody. */
@NullMarked
class EnviousSeekersTest {

  @Test
  void theBestIsFoundInSmallCampaignsWithEverythingInThem() {
    for (int seed = 0; seed < 1_000; seed++) {
      Random random = new Random(seed);
      check(RandomCampaign.of(random), random, 30);
    }
  }

  @Test
  void theBestIsFoundAmongManyPeopleAndWhileTheyGetOtherHelpers() {
    for (int seed = 0; seed < 3; seed++) {
      var people = Towns.people(new Towns.Plan(500, 300, 4, 2, seed, 15));
      check(
          new Instance(people, List.of(), MatchSettings.DEFAULT, List.of()), new Random(seed), 600);
    }
  }

  private static void check(Instance instance, Random random, int questions) {
    PeopleColumns people =
        new PeopleColumns(instance.participants(), instance.settings(), instance.groups());
    Pairing pairing = new Pairing(people, InitialState.of(people, instance.rules()).state());
    int[] helpers = pairing.state().helpersWithRoom();
    int[] seekers =
        IntStream.range(0, pairing.size())
            .boxed()
            .filter(r -> pairing.state().sought(r) != 0)
            .sorted((one, other) -> pairing.priorityRank(one) - pairing.priorityRank(other))
            .mapToInt(r -> r)
            .toArray();
    if (helpers.length == 0 || seekers.length == 0) {
      return;
    }
    int[] rankOf = new int[pairing.size()];
    Arrays.fill(rankOf, EnviousSeekers.UNMATCHED);
    Arrays.stream(seekers).forEach(r -> rankOf[r] = some(pairing, r, helpers, random));
    EnviousSeekers envious = new EnviousSeekers(pairing, seekers, rankOf);
    for (int i = 0; i < questions; i++) {
      int h = helpers[random.nextInt(helpers.length)];
      int without = seekers[random.nextInt(seekers.length)];

      int best = envious.best(h, r -> r == without);

      assertThat(best).isEqualTo(plain(pairing, h, seekers, without, rankOf));
      assertThat(envious.foundSeeker() >= 0).isEqualTo(best < EnviousSeekers.NOBODY);
      int moved = seekers[random.nextInt(seekers.length)];
      rankOf[moved] = some(pairing, moved, helpers, random);
      envious.update(moved);
    }
  }

  /** What somebody thinks of one of a few helpers, mostly the best of them. */
  private static int some(Pairing pairing, int r, int[] helpers, Random random) {
    int best = EnviousSeekers.UNMATCHED;
    for (int i = random.nextInt(60); i > 0; i--) {
      int rank = pairing.personRank(r, helpers[random.nextInt(helpers.length)]);
      best = rank >= 0 ? Math.min(best, rank) : best;
    }
    return best;
  }

  private static int plain(Pairing pairing, int h, int[] seekers, int without, int[] rankOf) {
    int best = EnviousSeekers.NOBODY;
    for (int r : seekers) {
      int rank = pairing.personRank(r, h);
      if (r != without && rank >= 0 && rank < rankOf[r]) {
        best = Math.min(best, pairing.helperRank(r, h, pairing.band(rank)));
      }
    }
    return best;
  }
}
