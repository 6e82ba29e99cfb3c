package org.entraide.match.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.entraide.match.TinyInstance;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Proofs against every matching that there is. */
@NullMarked
class LargestProofTest {

  private static final long EFFORT = 1_000_000;

  /** What was proved of stable matchings, some of which are smaller than need be on purpose. */
  private static final class Tally {
    private int proven;
    private int undecided;
    private int rightlyNot;

    void judge(String name, TinyInstance tiny, int[] matched) {
      Preferences preferences = tiny.preferences();
      int size = TieWalk.size(matched);
      boolean proof = LargestProof.isLargest(preferences, matched, EFFORT);
      if (size < tiny.largestStable()) {
        assertThat(proof).as(name).isFalse();
        rightlyNot++;
      } else if (proof) {
        proven++;
      } else {
        undecided++;
      }
    }

    void look(int markets, long seed, boolean groups) {
      Random random = new Random(seed);
      for (int i = 0; i < markets; i++) {
        TinyInstance tiny =
            groups
                ? TinyInstance.contestedWithGroups(random)
                : i % 2 == 0 ? TinyInstance.contested(random) : TinyInstance.random(random);
        Preferences preferences = tiny.preferences();
        int[] first = StableMatching.solve(preferences, 1);
        String name = "seed %d, market %d".formatted(seed, i);
        judge(name, tiny, first);
        judge(name, tiny, TieWalk.improve(preferences, first, 20_000, i));
      }
    }
  }

  @Test
  void nothingFalseIsProvedAndOfTinyMarketsAllIs() {
    Tally tally = new Tally();
    tally.look(3_000, 11, false);
    assertThat(tally.undecided).isZero();
    assertThat(tally.rightlyNot).isPositive();
    assertThat(tally.proven).isPositive();
  }

  @Test
  @Tag("long")
  void twentyThousandTinyMarketsAreProved() {
    Tally tally = new Tally();
    tally.look(20_000, 12, false);
    assertThat(tally.undecided).isZero();
    assertThat(tally.rightlyNot).isPositive();
  }

  /** With groups only a bound proves: what it cannot decide stays unknown. */
  @Test
  void nothingFalseIsProvedOfGroups() {
    Tally tally = new Tally();
    tally.look(2_000, 13, true);
    assertThat(tally.rightlyNot).isPositive();
    assertThat(tally.proven).isPositive();
  }

  @Test
  void aSearchProvesWhatNoBoundDoes() {
    // Resident 0 prefers hospital 0 to hospital 1; both hospitals like resident 0 best, and
    // resident 1 finds hospital 0 alone acceptable: the largest matching has both, no stable one.
    TinyInstance tiny =
        new TinyInstance(
            new int[][] {{0, 1}, {0, -1}}, new int[][] {{0, 1}, {0, 1}}, new int[] {1, 1});
    Preferences preferences = tiny.preferences();
    int[] stable = StableMatching.solve(preferences, StableMatching.DEFAULT_LEVELS);

    assertThat(TieWalk.size(stable)).isEqualTo(1);
    assertThat(LargestMatching.size(preferences, stable)).isEqualTo(2);
    assertThat(LargestProof.isLargest(preferences, stable, EFFORT)).isTrue();
    assertThat(LargestProof.isLargest(preferences, new int[] {-1, -1}, EFFORT)).isFalse();
  }

  @Test
  void whatIsNotFoundOutInTimeIsNotClaimed() {
    Random random = new Random(5);
    int claimed = 0;
    for (int i = 0; i < 500; i++) {
      TinyInstance tiny = TinyInstance.contested(random);
      Preferences preferences = tiny.preferences();
      int[] stable = StableMatching.solve(preferences, StableMatching.DEFAULT_LEVELS);
      boolean met = TieWalk.size(stable) == LargestMatching.size(preferences, stable);
      if (LargestProof.isLargest(preferences, stable, 0)) {
        claimed++;
        assertThat(TieWalk.size(stable)).isEqualTo(tiny.largestStable());
      } else {
        assertThat(met).isFalse();
      }
    }
    assertThat(claimed).isPositive();
  }
}
