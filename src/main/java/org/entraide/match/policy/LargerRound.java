package org.entraide.match.policy;

import java.util.Arrays;
import org.entraide.match.core.LargestProof;
import org.entraide.match.core.NeedlessChanges;
import org.entraide.match.core.Preferences;
import org.entraide.match.core.TieWalk;
import org.entraide.match.state.Pairing;
import org.entraide.progress.Progress;

/**
 * Looks for a larger stable round. Where all acceptable pairs of the market can be listed: a {@link
 * TieWalk} over the ways to break the ties, and a {@link LargestProof} of what it found. Elsewhere
 * {@link LargerMarket} looks around those who are left.
 */
public final class LargerRound {

  /** Proposals that may be moved for one person more who is helped. */
  private static final int MOST_MOVES = 5;

  private final Pairing pairing;
  private final AllPairs pairs;
  private final Preferences preferences;

  private LargerRound(Pairing pairing, AllPairs pairs) {
    this.pairing = pairing;
    this.pairs = pairs;
    preferences = pairs.preferences();
  }

  /**
   * Returns a stable round that is larger, or the given one. It differs as little as possible from
   * what was proposed last time, or else from the given one.
   *
   * @param base a stable round: the helper of each person, or -1
   * @param effort how many pairs may be looked at, for the proof half as many, and in a market
   *     whose pairs are not listed more, with the number of people
   */
  public static RoundSolution improve(
      Pairing pairing, int[] base, long effort, long seed, Progress progress) {
    return improve(pairing, base, effort, seed, progress, AllPairs.MOST_LOOKS);
  }

  /**
   * Returns a larger stable round, or the given one; all pairs are listed up to this size of the
   * market.
   *
   * @param mostLooks how many pairs of a person and a helper may be looked at for the list
   */
  static RoundSolution improve(
      Pairing pairing, int[] base, long effort, long seed, Progress progress, long mostLooks) {
    if (effort == 0) {
      return RoundSolution.of(base);
    }
    AllPairs pairs = new AllPairs(pairing);
    return pairs.list(mostLooks)
        ? new LargerRound(pairing, pairs).improve(base, effort, seed)
        : LargerMarket.improve(pairing, base, MOST_MOVES, effort, seed, progress);
  }

  private RoundSolution improve(int[] base, long effort, long seed) {
    int[] start = start(base);
    int[] chosen = TieWalk.improve(preferences, start, effort, seed);
    if (TieWalk.size(chosen) > TieWalk.size(start)) {
      boolean calm = pairing.incumbents() != null;
      int[] near = calm ? TieWalk.nearer(preferences, start, chosen, effort, seed) : chosen;
      chosen =
          NeedlessChanges.takenBack(
              preferences, start, near, calm ? MOST_MOVES : Integer.MAX_VALUE);
    }
    if (!TieWalk.isStable(preferences, chosen)) { // a fault of the walk must not stop introductions
      chosen = start;
    }
    int[] helperOf = new int[base.length];
    Arrays.fill(helperOf, -1);
    int[] seekers = pairs.seekers();
    for (int s = 0; s < seekers.length; s++) {
      int e = chosen[s];
      helperOf[seekers[s]] = e < 0 ? -1 : pairs.helper(preferences.hospitalOf(e));
    }
    return new RoundSolution(helperOf, LargestProof.isLargest(preferences, chosen, effort / 2));
  }

  /**
   * What an earlier walk found is larger than what one solution finds, so that it would be lost and
   * found again elsewhere if it were not repaired.
   */
  private int[] start(int[] base) {
    int[] plain = pairs.edges(preferences, base);
    int[] incumbents = pairing.incumbents();
    if (incumbents == null) {
      return plain;
    }
    int[] repaired = TieWalk.repaired(preferences, pairs.edges(preferences, incumbents));
    return repaired != null && TieWalk.size(repaired) >= TieWalk.size(plain) ? repaired : plain;
  }
}
