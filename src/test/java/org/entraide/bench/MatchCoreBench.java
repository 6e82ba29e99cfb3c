package org.entraide.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.entraide.match.PairCertificate;
import org.entraide.match.Preferences;
import org.entraide.match.StableMatching;
import org.jspecify.annotations.NullMarked;

/**
 * Measures the abstract core in memory: {@code MatchCoreBench RUNS RESIDENTS HOSPITALS LENGTH},
 * random lists with ties on both sides, as many places as residents.
 */
@NullMarked
public final class MatchCoreBench {

  private static final int RANKS = 5;

  private MatchCoreBench() {}

  public static void main(String[] arguments) {
    int runs = Integer.parseInt(arguments[0]);
    Preferences preferences =
        random(
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]));
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      int[] matched = StableMatching.solve(preferences, StableMatching.DEFAULT_LEVELS);
      long solved = System.nanoTime();
      PairCertificate certificate = PairCertificate.of(preferences, matched);
      long certified = System.nanoTime();
      System.out.printf(
          "solved in %d ms, certified in %d ms: %s%n",
          (solved - start) / 1_000_000, (certified - solved) / 1_000_000, certificate);
    }
  }

  static Preferences random(int residents, int hospitals, int length) {
    SplittableRandom random = new SplittableRandom(1);
    int[] resident = new int[residents * length];
    int[] hospital = new int[resident.length];
    int[] mine = new int[resident.length];
    int[] theirs = new int[resident.length];
    int pairs = 0;
    for (int r = 0; r < residents; r++) {
      int begin = pairs;
      while (pairs < begin + length) {
        int h = random.nextInt(hospitals);
        if (Arrays.stream(hospital, begin, pairs).noneMatch(it -> it == h)) {
          resident[pairs] = r;
          hospital[pairs] = h;
          mine[pairs] = random.nextInt(RANKS);
          theirs[pairs++] = random.nextInt(RANKS);
        }
      }
    }
    int[] capacity = new int[hospitals];
    Arrays.fill(capacity, Math.max(1, residents / hospitals));
    return Preferences.ofPairs(residents, resident, hospital, mine, theirs, capacity);
  }
}
