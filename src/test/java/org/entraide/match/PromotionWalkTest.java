package org.entraide.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class PromotionWalkTest {

  /** Random markets with ties; a pair counts with chance 1 in 8, a tie with 1 in 2. */
  private static Preferences market(long seed) {
    Random random = new Random(seed);
    int size = 40;
    int[] resident = new int[size * size];
    int[] hospital = new int[size * size];
    int[] mine = new int[size * size];
    int[] theirs = new int[size * size];
    int pairs = 0;
    for (int r = 0; r < size; r++) {
      for (int h = 0; h < size; h++) {
        if (random.nextInt(8) == 0) {
          resident[pairs] = r;
          hospital[pairs] = h;
          mine[pairs] = random.nextInt(3);
          theirs[pairs++] = random.nextInt(3);
        }
      }
    }
    int[] one = new int[size];
    Arrays.fill(one, 1);
    return Preferences.ofPairs(
        size,
        Arrays.copyOf(resident, pairs),
        Arrays.copyOf(hospital, pairs),
        Arrays.copyOf(mine, pairs),
        Arrays.copyOf(theirs, pairs),
        one);
  }

  @Test
  void findsLargerStableMatchings() {
    long gained = 0;
    for (int seed = 0; seed < 30; seed++) {
      Preferences plain = market(seed);
      int[] start = StableMatching.solve(plain, StableMatching.DEFAULT_LEVELS);

      int[] found = PromotionWalk.solve(market(seed), 100, seed);

      PairCertificate before = PairCertificate.of(plain, start);
      PairCertificate after = PairCertificate.of(plain, found);
      assertThat(after.blockingPairs()).as("seed %d", seed).isZero();
      assertThat(after.size()).as("seed %d", seed).isGreaterThanOrEqualTo(before.size());
      gained += after.size() - before.size();
    }
    assertThat(gained).isPositive();
  }

  @Test
  void theSameSeedTakesTheSameWay() {
    assertThat(PromotionWalk.solve(market(3), 50, 9))
        .isEqualTo(PromotionWalk.solve(market(3), 50, 9));
  }
}
