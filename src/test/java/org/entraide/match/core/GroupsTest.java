package org.entraide.match.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Objects;
import org.entraide.match.TinyInstance;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Small instances with groups, worked out by hand. */
@NullMarked
class GroupsTest {

  /**
   * The worst case of the two thirds, which only the group brings about: it has one place for its
   * two hospitals 1 and 2, of which resident 0 lists the first and resident 2 the second.
   *
   * <pre>
   * 0: (0 1)    hospital 0: 0 1
   * 1: 0 3      hospitals 1 and 2, one place together: 0 2
   * 2: 2        hospital 3: 1
   * </pre>
   *
   * <p>0 takes hospital 0. 1 proposes there; 0 is precarious, since hospital 1, which was never
   * full, is as good, and is handed over. 2 proposes to hospital 2, which is free, but the group is
   * full with 0, whom it prefers: however often 2 is promoted, two of three are matched. The
   * largest is 0 at hospital 0, 1 at hospital 3, 2 at hospital 2; there 1 would rather have
   * hospital 0, which prefers 0. To find it, the walk has to go on from 2, who is unmatched, with
   * 0, who has the place of the group and none in the hospital that 2 lists.
   */
  @Test
  void promotionFindsTwoOfThreeAndTheWalkTheThird() {
    TinyInstance worst =
        new TinyInstance(
            new int[][] {{0, 0, -1, -1}, {0, -1, -1, 1}, {-1, -1, 0, -1}},
            new int[][] {{0, 1, 1}, {0, 1, 1}, {0, 1, 1}, {0, 0, 0}},
            new int[] {1, 1, 1, 1},
            new int[] {-1, 0, 0, -1},
            new int[] {1});
    Preferences preferences = worst.preferences();

    assertThat(worst.solve(StableMatching.DEFAULT_LEVELS)).containsExactly(1, 0, -1);
    assertThat(worst.largestStable()).isEqualTo(3);
    assertThat(TinyInstance.hospitals(preferences, TieWalk.solve(preferences, 1_000, 1)))
        .containsExactly(0, 3, 2);
  }

  /**
   * Each would rather have the hospital of the one before, and the group likes all alike: it must
   * put 0 before 1 before 2 for nobody to put anybody out.
   */
  @Test
  void theWalkBeginsWithWhatItIsGivenWhateverTheGroupsMembersWouldRatherHave() {
    TinyInstance chain =
        new TinyInstance(
            new int[][] {{0, -1, -1}, {0, 1, -1}, {-1, 0, 1}},
            new int[3][3],
            new int[] {1, 1, 1},
            new int[] {0, 0, 0},
            new int[] {3});
    Preferences preferences = chain.preferences();
    int[] start = {0, 2, 4};

    assertThat(PairCertificate.of(preferences, start)).isEqualTo(new PairCertificate(3, 3, 0));
    assertThat(TieWalk.repaired(preferences, start)).isEqualTo(start);
  }

  /**
   * Two whom their group likes alike have each what the other would rather have: weakly stable,
   * since the group takes nobody instead of somebody it likes as well, but no order within its ties
   * makes it stable. Exchanging the two does.
   */
  @Test
  void whereNoOrderWithinTiesFitsTwoAreExchanged() {
    TinyInstance swapped =
        new TinyInstance(
            new int[][] {{0, 1}, {1, 0}},
            new int[2][2],
            new int[] {1, 1},
            new int[] {0, 0},
            new int[] {2});
    Preferences preferences = swapped.preferences();
    int[] start = {1, 3};

    assertThat(PairCertificate.of(preferences, start)).isEqualTo(new PairCertificate(2, 2, 0));
    assertThat(
            TinyInstance.hospitals(
                preferences, Objects.requireNonNull(TieWalk.repaired(preferences, start))))
        .containsExactly(0, 1);
  }

  /** The group has a place and prefers resident 1 to its only one; the hospital is free. */
  @Test
  void aFullGroupBlocksWithWhomItPrefers() {
    TinyInstance two =
        new TinyInstance(
            new int[][] {{0, -1}, {-1, 0}},
            new int[][] {{1, 0}, {1, 0}},
            new int[] {1, 1},
            new int[] {0, 0},
            new int[] {1});

    assertThat(PairScan.blockingPairs(two.preferences(), new int[] {0, -1})).isEqualTo(1);
    assertThat(PairScan.blockingPairs(two.preferences(), new int[] {-1, 1})).isZero();
  }

  @Test
  void moreResidentsThanAGroupHasPlacesAreNoMatching() {
    TinyInstance two =
        new TinyInstance(
            new int[][] {{0, -1}, {-1, 0}},
            new int[2][2],
            new int[] {1, 1},
            new int[] {0, 0},
            new int[] {1});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairCertificate.of(two.preferences(), new int[] {0, 1}))
        .withMessage("Not a matching: resident 1.");
  }

  @Test
  void aGroupRanksEverybodyOnce() {
    TinyInstance two =
        new TinyInstance(
            new int[][] {{0, 0}},
            new int[][] {{0}, {1}},
            new int[] {1, 1},
            new int[] {0, 0},
            new int[] {1});

    assertThatIllegalArgumentException()
        .isThrownBy(two::preferences)
        .withMessage("Group 0 has two ranks for resident 0.");
  }

  @Test
  void theBoundIsNamedAfterHowItIsFound() {
    TinyInstance one =
        new TinyInstance(
            new int[][] {{0}}, new int[][] {{0}}, new int[] {1}, new int[] {0}, new int[] {1});
    TinyInstance without = new TinyInstance(new int[][] {{0}}, new int[][] {{0}}, new int[] {1});

    assertThat(PairCertificate.bound(one.preferences()))
        .isEqualTo("augmenting paths over all acceptable pairs, within the capacities of groups");
    assertThat(PairCertificate.bound(without.preferences()))
        .isEqualTo("hopcroft-karp over all acceptable pairs");
  }
}
