package org.entraide.match.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class TieWalkTest {

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

      int[] found = TieWalk.solve(market(seed), 100_000, seed);

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
    assertThat(TieWalk.solve(market(3), 50_000, 9)).isEqualTo(TieWalk.solve(market(3), 50_000, 9));
  }

  /** As when one person left and another came since the last search. */
  @Test
  void aLargerMatchingIsRepairedByMovingFew() {
    int kept = 0;
    int had = 0;
    for (int seed = 0; seed < 30; seed++) {
      Preferences market = market(seed);
      int[] before = TieWalk.solve(market, 100_000, seed);
      before[seed] = -1;

      int[] repaired = TieWalk.repaired(market, before);

      assertThat(repaired).as("seed %d", seed).isNotNull();
      assertThat(PairCertificate.of(market, repaired).blockingPairs()).isZero();
      for (int r = 0; r < before.length; r++) {
        had += before[r] >= 0 ? 1 : 0;
        kept += before[r] >= 0 && before[r] == repaired[r] ? 1 : 0;
      }
    }
    assertThat(kept).isGreaterThan(95 * had / 100);
  }

  /** Two stable matchings of one market: what is left of the way between them makes it larger. */
  @Test
  void whatMakesNothingLargerIsTakenBack() {
    int backAtFirst = 0;
    int stillMoved = 0;
    for (int seed = 0; seed < 60; seed++) {
      Preferences market = market(seed);
      int[] before = StableMatching.solve(market, 1);
      int[] after = TieWalk.solve(market, 30_000, seed);

      int[] chosen = NeedlessChanges.takenBack(market, before, after, Integer.MAX_VALUE);

      PairCertificate certificate = PairCertificate.of(market, chosen);
      assertThat(certificate.blockingPairs()).as("seed %d", seed).isZero();
      assertThat(certificate.size())
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(PairCertificate.of(market, after).size());
      stillMoved += moved(before, chosen);
      backAtFirst += moved(before, after) - moved(before, chosen);
      assertThat(moved(before, chosen)).isLessThanOrEqualTo(moved(before, after));
    }
    assertThat(backAtFirst).isPositive();
    assertThat(stillMoved).isPositive();
  }

  private static int moved(int[] before, int[] after) {
    int moved = 0;
    for (int r = 0; r < before.length; r++) {
      moved += before[r] == after[r] ? 0 : 1;
    }
    return moved;
  }
}
