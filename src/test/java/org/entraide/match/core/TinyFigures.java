package org.entraide.match.core;

import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.entraide.match.TinyInstance;
import org.jspecify.annotations.NullMarked;

/**
 * What the promotion algorithm and the walk over the ties find in tiny instances, beside a look at
 * every matching.
 *
 * @param instances how many were looked at
 * @param wrong results that are no matching, or that a pair blocks
 * @param belowTwoThirds promotion found less than two thirds of the largest stable matching
 * @param below promotion found less than the largest stable matching
 * @param walkSmaller the walk found less than promotion
 * @param walkBelow the walk found less than the largest stable matching
 * @param wrongBounds the largest matching, stable or not, has another size than the bound says
 */
@NullMarked
record TinyFigures(
    int instances,
    int wrong,
    int belowTwoThirds,
    int below,
    int walkSmaller,
    int walkBelow,
    int wrongBounds) {

  /**
   * @param effort how many pairs the walk may look at in those where there is something to find; a
   *     tenth of it in the others
   */
  static TinyFigures of(
      String name, Function<Random, TinyInstance> kind, int instances, long seed, long effort) {
    Random random = new Random(seed);
    int wrong = 0;
    int belowTwoThirds = 0;
    int below = 0;
    int walkSmaller = 0;
    int walkBelow = 0;
    int wrongBounds = 0;
    for (int i = 0; i < instances; i++) {
      TinyInstance tiny = kind.apply(random);
      Preferences preferences = tiny.preferences();
      int[] start = StableMatching.solve(preferences, 1 + i % StableMatching.DEFAULT_LEVELS);
      int size = TieWalk.size(start);
      int largest = tiny.largestStable();
      int[] walk = TieWalk.improve(preferences, start, size < largest ? effort : effort / 10, seed);
      int walked = TieWalk.size(walk);
      wrong += isStable(tiny, preferences, start) && isStable(tiny, preferences, walk) ? 0 : 1;
      belowTwoThirds += 3 * size < 2 * largest ? 1 : 0;
      below += size < largest ? 1 : 0;
      walkSmaller += walked < size ? 1 : 0;
      walkBelow += walked < largest ? 1 : 0;
      wrongBounds += LargestMatching.size(preferences, start) == tiny.largest() ? 0 : 1;
    }
    TinyFigures figures =
        new TinyFigures(
            instances, wrong, belowTwoThirds, below, walkSmaller, walkBelow, wrongBounds);
    System.out.printf(
        Locale.ROOT,
        "%d tiny instances, %s: smaller than the largest stable matching are promotion in %d, the"
            + " walk in %d%n",
        instances,
        name,
        below,
        walkBelow);
    return figures;
  }

  private static boolean isStable(TinyInstance tiny, Preferences preferences, int[] matched) {
    int[] hospitals = TinyInstance.hospitals(preferences, matched);
    return tiny.isFeasible(hospitals) && tiny.blockingPairs(hospitals) == 0;
  }
}
