package org.entraide.match.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.entraide.match.TinyInstance;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class StrictMatchingTest {

  private static final int INSTANCES = 3_000;
  private static final int STEPS = 8;

  private static TinyInstance contested(boolean groups, Random random) {
    return groups ? TinyInstance.contestedWithGroups(random) : TinyInstance.contested(random);
  }

  /** Not only what a walk keeps. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isStableAfterEachChangeOfATie(boolean groups) {
    Random random = new Random(1);
    int changed = 0;
    for (int i = 0; i < INSTANCES; i++) {
      TinyInstance tiny = contested(groups, random);
      Preferences preferences = tiny.preferences();
      StrictMatching strict =
          new StrictMatching(
              preferences, StableMatching.solve(preferences, 1), Obligations.none(preferences));
      for (int step = 0; step < STEPS; step++) {
        int[] before = strict.matched();
        prefer(strict, random.nextInt(preferences.edges()), random.nextBoolean());
        int[] after = TinyInstance.hospitals(preferences, strict.matched());
        assertThat(tiny.isFeasible(after)).as("instance %d, step %d", i, step).isTrue();
        assertThat(tiny.blockingPairs(after)).as("instance %d, step %d", i, step).isZero();
        assertThat(strict.size()).isEqualTo(TinyInstance.size(after));
        changed += Arrays.equals(before, strict.matched()) ? 0 : 1;
      }
    }
    assertThat(changed).isGreaterThan(INSTANCES / 2);
  }

  /** Two go the same way; one of them made a detour and took it back. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsTakenBackLeavesNoTrace(boolean groups) {
    Random random = new Random(2);
    int detours = 0;
    for (int i = 0; i < INSTANCES; i++) {
      Preferences preferences = contested(groups, random).preferences();
      int[] start = StableMatching.solve(preferences, 1);
      StrictMatching straight =
          new StrictMatching(preferences, start, Obligations.none(preferences));
      StrictMatching strict = new StrictMatching(preferences, start, Obligations.none(preferences));
      for (int step = 0; step < STEPS; step++) {
        strict.begin();
        for (int more = 0; more < 3; more++) {
          prefer(strict, random.nextInt(preferences.edges()), random.nextBoolean());
        }
        detours += Arrays.equals(strict.matched(), straight.matched()) ? 0 : 1;
        strict.takeBack();
        assertThat(strict.matched())
            .as("instance %d, step %d", i, step)
            .isEqualTo(straight.matched());
        int edge = random.nextInt(preferences.edges());
        boolean ofHospital = random.nextBoolean();
        strict.begin();
        prefer(strict, edge, ofHospital);
        prefer(straight, edge, ofHospital);
        assertThat(strict.matched())
            .as("instance %d, step %d", i, step)
            .isEqualTo(straight.matched());
        assertThat(strict.unmatched().size()).isEqualTo(straight.unmatched().size());
      }
    }
    assertThat(detours).isGreaterThan(INSTANCES);
  }

  private static void prefer(StrictMatching strict, int edge, boolean ofHospital) {
    if (ofHospital) {
      strict.preferAtHospital(edge);
    } else {
      strict.preferAtResident(edge);
    }
  }
}
