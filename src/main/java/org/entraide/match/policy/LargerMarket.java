package org.entraide.match.policy;

import org.entraide.match.core.NeedlessChanges;
import org.entraide.match.core.Obligations;
import org.entraide.match.core.Preferences;
import org.entraide.match.core.TieWalk;
import org.entraide.match.state.Pairing;

/**
 * Looks for a larger stable round where the acceptable pairs are too many to list: a {@link
 * TieWalk} in one {@link RoundPart} after the other, each around somebody without a helper, while
 * all others keep what they have.
 *
 * <p>Only people from whom a way leads to a helper with room are worth it: those whom {@link
 * Augmentation} can place, stability aside.
 */
final class LargerMarket {

  /** A search through the trees takes about as long as so many looks at pairs in a list. */
  private static final long SEARCH = 200;

  /** How many pairs a walk may look at in one part, for each of its pairs. */
  private static final long EFFORT = 40;

  private final Pairing pairing;
  private final RoundInPlace round;
  private final RoundPart part;
  private final boolean calm;
  private final int mostMoves;
  private final long effort;
  private long walked;

  private LargerMarket(Pairing pairing, RoundInPlace round, int mostMoves, long effort) {
    this.pairing = pairing;
    this.round = round;
    part = new RoundPart(pairing, round);
    calm = pairing.incumbents() != null;
    this.mostMoves = calm ? mostMoves : Integer.MAX_VALUE;
    this.effort = effort;
  }

  /**
   * Returns a stable round that is larger, or the given one.
   *
   * @param base a stable round: the helper of each person, or -1
   * @param mostMoves how many proposals may be moved for one person more who is helped
   * @param effort how many pairs may be looked at
   */
  static int[] improve(Pairing pairing, int[] base, int mostMoves, long effort, long seed) {
    int[] seekers = Augmentation.seekers(pairing);
    int[] roots = Coverage.placeable(pairing, base, seekers, effort / SEARCH);
    if (roots.length == 0) {
      return base;
    }
    RoundInPlace round = new RoundInPlace(pairing, base, seekers);
    LargerMarket market = new LargerMarket(pairing, round, mostMoves, effort);
    for (int i = 0; i < roots.length && market.looks() < effort; i++) {
      if (round.helperOf()[roots[i]] < 0) {
        market.walkAround(roots[i], seed + i);
      }
    }
    return round.helperOf();
  }

  private long looks() {
    return walked + part.looks() + round.envious().looks() + SEARCH * round.searches();
  }

  private void walkAround(int root, long seed) {
    if (part.grow(root)) {
      Preferences given = part.preferences();
      Obligations owed = part.obligations();
      int[] start = part.edges(given);
      long most = Math.min(EFFORT * given.edges(), effort);
      TieWalk.Found found = TieWalk.improve(given, start, owed, most, seed);
      walked += found.looks();
      int[] chosen = found.matched();
      if (TieWalk.size(chosen) > TieWalk.size(start)) {
        int[] near = calm ? TieWalk.nearer(given, start, chosen, owed, most, seed) : chosen;
        chosen = NeedlessChanges.takenBack(given, start, near, mostMoves);
      }
      if (TieWalk.size(chosen) > TieWalk.size(start) && TieWalk.isStable(given, chosen, owed)) {
        part.take(given, chosen);
      }
    }
    part.clear();
  }
}
