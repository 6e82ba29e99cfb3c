package org.entraide.match.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.entraide.match.TinyInstance;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class StableMatchingTest {

  private static final int INSTANCES = 20_000;

  /** Each with 1, 2 and 3 levels, against all its stable matchings. */
  @Test
  void isStableAndAtLeastTwoThirdsOfTheLargest() {
    Random random = new Random(0);
    int unstable = 0;
    double worst = 1;
    double sum = 0;
    int compared = 0;
    for (int i = 0; i < INSTANCES; i++) {
      TinyInstance tiny = TinyInstance.random(random);
      int largest = tiny.largestStable();
      for (int levels = 1; levels <= StableMatching.DEFAULT_LEVELS; levels++) {
        int[] matched = tiny.solve(levels);
        unstable += tiny.isFeasible(matched) && tiny.blockingPairs(matched) == 0 ? 0 : 1;
        if (largest > 0) {
          double ratio = TinyInstance.size(matched) / (double) largest;
          worst = Math.min(worst, ratio);
          sum += ratio;
          compared++;
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d tiny instances, %d matchings: %d unstable, worst ratio to the largest stable %.3f,"
            + " mean %.4f%n",
        INSTANCES,
        StableMatching.DEFAULT_LEVELS * INSTANCES,
        unstable,
        worst,
        sum / compared);
    assertThat(unstable).isZero();
    assertThat(compared).isGreaterThan(INSTANCES);
    assertThat(3 * worst).isBetween(2.0, 3.0);
  }

  /** Without ties all stable matchings have one size, and residents get the best of them. */
  @Test
  void strictListsGiveTheMatchingThatIsBestForResidents() {
    // 0: h0 h1; 1: h1 h0; both hospitals rank the other way round.
    TinyInstance swap =
        new TinyInstance(
            new int[][] {{0, 1}, {1, 0}}, new int[][] {{1, 0}, {0, 1}}, new int[] {1, 1});

    assertThat(swap.solve(1)).containsExactly(0, 1);
  }

  @Test
  void aResidentWhoLikesAFreeHospitalAsWellMakesRoom() {
    // 0 likes both, 1 only h0: whoever comes first, both are placed.
    TinyInstance tie =
        new TinyInstance(
            new int[][] {{0, 0}, {0, -1}}, new int[][] {{0, 0}, {0, 0}}, new int[] {1, 1});

    assertThat(TinyInstance.size(tie.solve(1))).isEqualTo(2);
  }

  /**
   * Two residents compete for h0, which likes both; 0 has h1 as a second choice. Only promotion
   * makes the one without alternative win.
   */
  @Test
  void promotionHelpsWhoHasNoAlternative() {
    TinyInstance one =
        new TinyInstance(
            new int[][] {{0, 1}, {0, -1}}, new int[][] {{0, 0}, {0, 0}}, new int[] {1, 1});

    assertThat(one.solve(1)).containsExactly(1, 0);
  }

  /** The hospital prefers who sits there, but whoever likes an empty one as well gives way. */
  @Test
  void evenWhoIsPreferredMakesRoomForAnEquallyGoodPlace() {
    TinyInstance tie =
        new TinyInstance(
            new int[][] {{0, 0}, {0, -1}}, new int[][] {{0, 1}, {0, 0}}, new int[] {1, 1});

    assertThat(tie.solve(1)).containsExactly(1, 0);
  }

  /**
   * 2 can have h1 only, which 1 takes; 1 likes h2 as well, which 0 takes; 0 can go to h0. Each push
   * along the chain takes a level.
   */
  @Test
  void aChainMayNeedASecondLevel() {
    TinyInstance chain =
        new TinyInstance(
            new int[][] {{1, -1, 0}, {-1, 0, 0}, {-1, 0, -1}}, new int[3][3], new int[] {1, 1, 1});

    assertThat(TinyInstance.size(chain.solve(1))).isEqualTo(2);
    assertThat(chain.solve(2)).containsExactly(0, 2, 1);
  }

  @Test
  void aHospitalWithoutPlacesTakesNobody() {
    TinyInstance closed =
        new TinyInstance(new int[][] {{0}, {0}}, new int[][] {{0, 0}}, new int[] {0});

    assertThat(closed.solve(3)).containsExactly(-1, -1);
  }

  @Test
  void nobodyAtAllIsFine() {
    Preferences none = new Preferences(new int[1], new int[0], new int[0], new int[0], new int[0]);

    assertThat(StableMatching.solve(none, 3)).isEmpty();
  }

  @Test
  void anUnsortedListIsRefused() {
    int[] start = {0, 2};
    int[] hospital = {0, 1};
    int[] worseFirst = {1, 0};
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Preferences(start, hospital, worseFirst, new int[2], new int[] {1, 1}))
        .withMessage("The list of resident 0 is not sorted.");
  }

  @Test
  void aLargeHospitalKeepsItsBest() {
    int residents = 500;
    int[] start = new int[residents + 1];
    Arrays.setAll(start, r -> r);
    int[] rank = new int[residents];
    Arrays.setAll(rank, r -> r * 7919 % residents);
    Preferences all =
        new Preferences(start, new int[residents], new int[residents], rank, new int[] {100});

    int[] matched = StableMatching.solve(all, 3);

    for (int r = 0; r < residents; r++) {
      assertThat(matched[r] >= 0).as("rank %d", rank[r]).isEqualTo(rank[r] < 100);
    }
  }
}
