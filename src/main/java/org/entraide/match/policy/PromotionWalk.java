package org.entraide.match.policy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.entraide.match.core.LargestMatching;
import org.entraide.match.core.NeedlessChanges;
import org.entraide.match.core.Preferences;
import org.entraide.match.core.StabilityRepair;
import org.entraide.match.core.StableMatching;
import org.entraide.match.core.TieBreaks;
import org.entraide.match.state.Pairing;

/**
 * Looks for a larger stable matching of a small market by solving it again and again, each time
 * with other {@link TieBreaks}. They break ties and nothing else, so every result is stable.
 *
 * <p>Favours are handed out along a walk from somebody unmatched: to one of their pairs, then to a
 * pair of somebody whom that hospital has, and so on, for up to {@value #STEPS} steps; in half of
 * them two equally good hospitals change places, too. What is not smaller is kept, something
 * smaller now and then, the best is remembered; after {@value #PATIENCE} iterations without a gain
 * all favours are forgotten. It ends early at the size of the largest matching, stable or not.
 */
public final class PromotionWalk {

  /** With so many people with an open need it is not tried. */
  public static final int MANY = 2_000;

  private static final int STEPS = 12;
  private static final int MOST_FAVOUR = 4;
  private static final int DARING = 500;

  /** The greatest product of edges and iterations, so that a dense market takes seconds at most. */
  private static final long MOST_WORK = 10_000_000;

  /** How many iterations without a gain it takes to start anew, without favours. */
  private static final int PATIENCE = 500;

  private final Preferences given;
  private final int[] start;
  private final boolean calm;
  private final SplittableRandom random;
  private TieBreaks favours;
  private Preferences broken;
  private int idle;

  /** The hospital of each resident, or -1. */
  private int[] current;

  private int currentSize;
  private int[] best;
  private int bestSize;

  private PromotionWalk(Preferences given, int[] start, boolean calm, long seed) {
    this.given = given;
    this.start = start;
    this.calm = calm;
    random = new SplittableRandom(seed);
    best = start;
    bestSize = size(start);
    favours = new TieBreaks(given, 2 * STEPS);
    broken = favours.broken();
    current = hospitals(start);
    currentSize = bestSize;
    if (calm) {
      favours.prefer(start, 2 * MOST_FAVOUR);
    }
  }

  private void beginAnew() {
    idle = 0;
    favours = new TieBreaks(given, 2 * STEPS);
    broken = favours.broken();
    current = hospitals(start);
    currentSize = size(start);
    if (calm) {
      favours.prefer(start, 2 * MOST_FAVOUR);
    }
  }

  /**
   * Returns a stable round that is larger, or the given one. It differs as little as possible from
   * what was proposed last time, or else from the given one.
   *
   * @param base a stable round
   */
  public static int[] improve(Pairing pairing, int[] base, int iterations, long seed) {
    if (iterations == 0) {
      return base;
    }
    AllPairs pairs = new AllPairs(pairing);
    int[] seekers = pairs.seekers();
    if (seekers.length >= MANY || !pairs.list()) {
      return base;
    }
    Preferences given = pairs.preferences();
    int[] start = start(pairing, pairs, given, base);
    long most = affordable(given, iterations);
    boolean calm = pairing.incumbents() != null;
    int[] found = search(given, start, calm, i -> i < most, seed);
    int[] chosen =
        size(found) > size(start) ? NeedlessChanges.takenBack(given, start, found) : start;
    int[] helperOf = base.clone();
    for (int s = 0; s < seekers.length; s++) {
      int e = chosen[s];
      helperOf[seekers[s]] = e < 0 ? -1 : pairs.helper(given.hospitalOf(e));
    }
    return helperOf;
  }

  /**
   * What an earlier walk found is larger than what one solution finds, so that it would be lost and
   * found again elsewhere if it were not repaired.
   */
  private static int[] start(Pairing pairing, AllPairs pairs, Preferences given, int[] base) {
    int[] plain = pairs.edges(given, base);
    int[] incumbents = pairing.incumbents();
    if (incumbents == null) {
      return plain;
    }
    int[] repaired = StabilityRepair.repaired(given, pairs.edges(given, incumbents));
    return repaired != null && size(repaired) >= size(plain) ? repaired : plain;
  }

  /**
   * Returns a stable matching of an abstract instance: the edge of each resident, or -1. It is that
   * of {@link StableMatching}, or a larger one where there are fewer than {@value #MANY} residents.
   *
   * @param iterations how often it is solved again, if it has up to {@value #MOST_WORK} edges by
   *     iterations; else as often as that allows
   */
  public static int[] solve(Preferences given, int iterations, long seed) {
    if (given.residents() >= MANY || iterations == 0) {
      return StableMatching.solve(given, StableMatching.DEFAULT_LEVELS);
    }
    long most = affordable(given, iterations);
    return search(given, i -> i < most, seed);
  }

  private static long affordable(Preferences given, int iterations) {
    return Math.min(iterations, MOST_WORK / Math.max(1, given.edges()));
  }

  /**
   * Returns the largest stable matching met: the edge of each resident, or -1.
   *
   * @param goesOn asked before each iteration, with the number of those made
   */
  public static int[] search(Preferences given, IntPredicate goesOn, long seed) {
    return search(
        given, StableMatching.solve(given, StableMatching.DEFAULT_LEVELS), false, goesOn, seed);
  }

  /** A calm search stays near its start; it finds a little less. */
  private static int[] search(
      Preferences given, int[] start, boolean calm, IntPredicate goesOn, long seed) {
    int most = LargestMatching.size(given, start);
    PromotionWalk walk = new PromotionWalk(given, start, calm, seed);
    for (int i = 0; walk.bestSize < most && goesOn.test(i); i++) {
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

  private int[] hospitals(int[] matched) {
    return Arrays.stream(matched).map(e -> e < 0 ? -1 : broken.hospital[e]).toArray();
  }

  private void step() {
    if (idle++ == PATIENCE) {
      beginAnew();
    }
    favours.begin();
    walk();
    int[] found = StableMatching.solve(broken, StableMatching.DEFAULT_LEVELS);
    int size = size(found);
    if (size < currentSize && random.nextInt(DARING) > 0) {
      favours.takeBack();
      return;
    }
    idle = size > currentSize ? 0 : idle;
    current = hospitals(found);
    currentSize = size;
    if (size > bestSize) {
      best = favours.original(found);
      bestSize = size;
    }
  }

  private void walk() {
    int resident = anybody(-1);
    for (int steps = 1 + random.nextInt(STEPS); steps > 0 && resident >= 0; steps--) {
      int degree = broken.start[resident + 1] - broken.start[resident];
      if (degree == 0) {
        return;
      }
      int e = broken.start[resident] + random.nextInt(degree);
      if (random.nextBoolean()) {
        turn(resident, e);
      }
      favours.favour(e, 1 + random.nextInt(MOST_FAVOUR));
      resident = anybody(broken.hospital[e]);
    }
  }

  private void turn(int resident, int e) {
    int first = favours.firstOfTie(resident, e);
    int other = first + random.nextInt(favours.endOfTie(resident, e) - first);
    if (other != e) {
      favours.turn(e, other);
    }
  }

  /** Returns somebody of a hospital, or somebody unmatched for -1; -1 when there is nobody. */
  private int anybody(int hospital) {
    int chosen = -1;
    int seen = 0;
    for (int r = 0; r < current.length; r++) {
      if (current[r] == hospital && random.nextInt(++seen) == 0) {
        chosen = r;
      }
    }
    return chosen;
  }
}
