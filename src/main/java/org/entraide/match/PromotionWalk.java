package org.entraide.match;

import java.util.SplittableRandom;

/**
 * Looks for a larger stable matching of a small market by solving it again and again, each time
 * with other favours: among people whom a helper likes equally well, one of more favour comes
 * first. Favours break ties and nothing else, so every result is stable.
 *
 * <p>Favours are handed out along a walk from somebody unmatched: to one of their pairs, then to a
 * pair of somebody whom that helper has, and so on, for up to {@value #STEPS} steps. What is not
 * smaller is kept, something smaller now and then, the best is remembered.
 */
final class PromotionWalk {

  /** From so many people with an open need on it is not tried. */
  static final int MANY = 2_000;

  private static final int STEPS = 6;
  private static final int MOST_FAVOUR = 4;
  static final int GRADES = 256;
  private static final int DARING = 200;

  private final Preferences given;
  private final int[] rank;
  private final SplittableRandom random;
  private int[] current;
  private int[] best;

  private PromotionWalk(Preferences given, int[] start, long seed) {
    this.given = given;
    rank = given.hospitalRank.clone();
    random = new SplittableRandom(seed);
    current = start;
    best = start;
  }

  /**
   * Returns a stable round that is larger, or the given one.
   *
   * @param base a stable round
   */
  static int[] improve(Pairing pairing, int[] base, int iterations, long seed) {
    if (iterations == 0) {
      return base;
    }
    AllPairs pairs = new AllPairs(pairing);
    int[] seekers = pairs.seekers();
    if (seekers.length >= MANY || !pairs.list()) {
      return base;
    }
    Preferences given = pairs.preferences(GRADES);
    int[] found = search(given, iterations, seed);
    if (size(found) <= size(base)) {
      return base;
    }
    int[] helperOf = base.clone();
    for (int s = 0; s < seekers.length; s++) {
      int e = found[s];
      helperOf[seekers[s]] = e < 0 ? -1 : pairs.helper(given.hospitalOf(e));
    }
    return helperOf;
  }

  /**
   * Returns the largest stable matching met: the edge of each resident, or -1.
   *
   * @param given whose ranks of hospitals are multiples of {@value #GRADES}; they are changed
   */
  static int[] search(Preferences given, int iterations, long seed) {
    for (int e = 0; e < given.edges(); e++) {
      given.hospitalRank[e] += GRADES - 1; // no favour
    }
    int[] start = StableMatching.solve(given, StableMatching.DEFAULT_LEVELS);
    int most = LargestMatching.size(given, start);
    PromotionWalk walk = new PromotionWalk(given, start, seed);
    for (int i = 0; i < iterations && size(walk.best) < most; i++) {
      walk.step();
    }
    return walk.best;
  }

  private static int size(int[] matched) {
    int size = 0;
    for (int e : matched) {
      size += e >= 0 ? 1 : 0;
    }
    return size;
  }

  private void step() {
    int[] before = given.hospitalRank.clone();
    favour();
    int[] found = StableMatching.solve(given, StableMatching.DEFAULT_LEVELS);
    if (size(found) >= size(current) || random.nextInt(DARING) == 0) {
      current = found;
      best = size(found) > size(best) ? found : best;
    } else {
      System.arraycopy(before, 0, given.hospitalRank, 0, before.length);
    }
  }

  private void favour() {
    int person = anybody(-1);
    for (int steps = 1 + random.nextInt(STEPS); steps > 0 && person >= 0; steps--) {
      int degree = given.start[person + 1] - given.start[person];
      if (degree == 0) {
        return;
      }
      int e = given.start[person] + random.nextInt(degree);
      int least = rank[e] - (GRADES - 1);
      given.hospitalRank[e] =
          Math.max(least, given.hospitalRank[e] - 1 - random.nextInt(MOST_FAVOUR));
      person = anybody(given.hospital[e]);
    }
  }

  /** Returns somebody of a hospital, or somebody unmatched for -1; -1 when there is nobody. */
  private int anybody(int hospital) {
    int chosen = -1;
    int seen = 0;
    for (int r = 0; r < current.length; r++) {
      int own = current[r] < 0 ? -1 : given.hospital[current[r]];
      if (own == hospital && random.nextInt(++seen) == 0) {
        chosen = r;
      }
    }
    return chosen;
  }
}
