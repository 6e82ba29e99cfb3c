package org.entraide.match.core;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a larger weakly stable matching by walking over the ways to break the ties.
 *
 * <p>Two facts make it work. Each weakly stable matching is stable for some strict instance that
 * breaks the ties on both sides; and all stable matchings of one strict instance match the same
 * residents. So what is walked over is the orders within ties.
 *
 * <p>A step puts one pair of somebody unmatched first within its tie, for the resident or for the
 * hospital. {@link StrictMatching} then repairs the matching there and nowhere else. A walk of up
 * to {@value #STEPS} steps that loses nobody is kept, any other is taken back, save one in {@value
 * #DARING}: that leaves a plateau. The walk ends when all are matched who can be in any matching,
 * or when it has looked at as many pairs as it may: pairs and not seconds, so that the same
 * instance always gives the same result.
 */
public final class TieWalk {

  private static final int STEPS = 12;
  private static final int DARING = 2_000;

  /** What a walk needs to know of a pair takes some 70 bytes. */
  private static final int MOST_PAIRS = 4_000_000;

  /** How often each resident is asked in vain before the search for a nearer matching ends. */
  private static final int IDLE = 8;

  private final Preferences preferences;
  private final StrictMatching strict;
  private final SplittableRandom random;
  private int[] best;
  private int bestSize;

  private TieWalk(Preferences preferences, int[] start, Obligations obligations, long seed) {
    this.preferences = preferences;
    strict = new StrictMatching(preferences, start, obligations);
    random = new SplittableRandom(seed);
    best = start;
    bestSize = size(start);
  }

  /**
   * Returns a weakly stable matching: that of {@link StableMatching}, or a larger one.
   *
   * @param effort how many pairs may be looked at in search of a larger one, for which there is
   *     none where the pairs are more than {@value #MOST_PAIRS}
   */
  public static int[] solve(Preferences preferences, long effort, long seed) {
    int[] start = StableMatching.solve(preferences, StableMatching.DEFAULT_LEVELS);
    return isFor(preferences, effort) ? improve(preferences, start, effort, seed) : start;
  }

  /** Returns whether a search is wanted, and worth its memory. */
  public static boolean isFor(Preferences preferences, long effort) {
    return effort > 0 && preferences.edges() <= MOST_PAIRS;
  }

  /**
   * Returns the largest weakly stable matching met: the edge of each resident, or -1.
   *
   * @param start a weakly stable matching
   * @param effort how many pairs may be looked at
   */
  public static int[] improve(Preferences preferences, int[] start, long effort, long seed) {
    return improve(preferences, start, Obligations.none(preferences), effort, seed).matched();
  }

  /**
   * What a walk found.
   *
   * @param matched the edge of each resident, or -1
   * @param looks how many pairs were looked at
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record WalkResult(int[] matched, long looks) {}

  /**
   * Returns the largest weakly stable matching met in a part of a market that keeps what the part
   * owes to the rest.
   *
   * @param start a weakly stable matching that keeps the obligations
   * @param effort how many pairs may be looked at
   */
  public static WalkResult improve(
      Preferences preferences, int[] start, Obligations obligations, long effort, long seed) {
    int most = LargestMatching.size(preferences, start);
    if (size(start) == most) {
      return new WalkResult(start, preferences.edges());
    }
    TieWalk walk = new TieWalk(preferences, start, obligations, seed);
    while (walk.bestSize < most
        && walk.strict.looks() < effort
        && walk.strict.unmatched().size() > 0) {
      walk.step();
    }
    return new WalkResult(walk.best, preferences.edges() + walk.strict.looks());
  }

  /**
   * Returns a stable matching of the same size that is nearer to another one: a walk of steps each
   * of which asks for a pair of that one, kept where it loses nobody and gains a pair.
   *
   * @param target the edge of each resident, or -1
   * @param matched a weakly stable matching
   * @param effort how many pairs may be looked at
   */
  public static int[] nearer(
      Preferences preferences, int[] target, int[] matched, long effort, long seed) {
    return nearer(preferences, target, matched, Obligations.none(preferences), effort, seed);
  }

  /**
   * Returns a stable matching of the same size that is nearer to another one, in a part of a market
   * that keeps what the part owes to the rest.
   */
  public static int[] nearer(
      Preferences preferences,
      int[] target,
      int[] matched,
      Obligations obligations,
      long effort,
      long seed) {
    TieWalk walk = new TieWalk(preferences, matched, obligations, seed);
    int[] apart =
        IntStream.range(0, target.length).filter(r -> walk.strict.differs(r, target)).toArray();
    int idle = 0;
    while (idle < IDLE * apart.length && walk.strict.looks() < effort) {
      idle = walk.approach(target, apart) ? 0 : idle + 1;
    }
    return walk.strict.matched();
  }

  private boolean approach(int[] target, int[] apart) {
    int r = apart[random.nextInt(apart.length)];
    if (!strict.differs(r, target) || target[r] < 0) {
      return false;
    }
    int size = strict.size();
    strict.begin();
    for (int steps = 1 + random.nextInt(STEPS); steps > 0 && r >= 0; steps--) {
      if (target[r] >= 0) {
        strict.preferAtHospital(target[r]);
        strict.preferAtResident(target[r]);
      }
      r = strict.changedAndApart(target, random);
    }
    if (strict.size() < size || !strict.owesNothing() || strict.nearer(target) <= 0) {
      strict.takeBack();
      return false;
    }
    return true;
  }

  /**
   * Returns a stable matching close to one that need not be, or null when so much changed that this
   * does not make one.
   *
   * @param matched the edge of each resident, or -1; a hospital or group that has more than it has
   *     places for keeps those whom it likes most
   */
  public static int @Nullable [] repaired(Preferences preferences, int[] matched) {
    int[] kept = WithinCapacity.kept(preferences, matched);
    int[] repaired =
        new StrictMatching(preferences, kept, Obligations.none(preferences), true).matched();
    return Stability.holds(preferences, repaired) ? repaired : null;
  }

  /** Returns whether a matching keeps capacities and is weakly stable, by the solver's own look. */
  public static boolean isStable(Preferences preferences, int[] matched) {
    return Stability.holds(preferences, matched);
  }

  /**
   * Returns whether the matching of a part of a market keeps capacities, is weakly stable, and
   * keeps what the part owes to the rest.
   */
  public static boolean isStable(Preferences preferences, int[] matched, Obligations obligations) {
    return isStable(preferences, matched) && obligations.areKept(preferences, matched);
  }

  private void step() {
    int size = strict.size();
    strict.begin();
    int r = strict.unmatched().get(random.nextInt(strict.unmatched().size()));
    for (int steps = 1 + random.nextInt(STEPS); steps > 0 && r >= 0; steps--) {
      int e =
          preferences.start[r] + random.nextInt(preferences.start[r + 1] - preferences.start[r]);
      if (random.nextBoolean()) {
        strict.preferAtHospital(e);
      } else {
        strict.preferAtResident(e);
      }
      r = strict.anybodyAt(preferences.hospital[e], random);
    }
    if (!strict.owesNothing()) {
      strict.takeBack();
    } else if (strict.size() > bestSize) {
      best = strict.matched();
      bestSize = strict.size();
    } else if (strict.size() < size && random.nextInt(DARING) > 0) {
      strict.takeBack();
    }
  }

  /** Returns how many residents are matched. */
  public static int size(int[] matched) {
    return (int) Arrays.stream(matched).filter(e -> e >= 0).count();
  }
}
