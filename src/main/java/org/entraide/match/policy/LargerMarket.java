package org.entraide.match.policy;

import org.entraide.match.core.NeedlessChanges;
import org.entraide.match.core.Obligations;
import org.entraide.match.core.Preferences;
import org.entraide.match.core.TieWalk;
import org.entraide.match.state.Pairing;
import org.entraide.progress.Progress;

/**
 * Looks for a larger stable round where the acceptable pairs are too many to list: a {@link
 * TieWalk} in one {@link RoundPart} after the other, each around somebody without a helper, while
 * all others keep what they have; small parts first.
 *
 * <p>Only people from whom a way leads to a helper with room are worth it: those whom {@link
 * Coverage#placeable} places, stability aside. And only the first round: who has nobody after a
 * stable round finds no helper with room in any later one.
 */
final class LargerMarket {

  /** A search through the trees takes about as long as so many looks at pairs in a list. */
  private static final long SEARCH = 200;

  /** How many pairs a walk may look at in one part, for each of its pairs. */
  private static final long EFFORT = 40;

  /**
   * How many efforts are spent in any market, and how many people are worth one more: so that the
   * search takes a tenth to a fifth of the time that all the rest takes.
   */
  private static final int EFFORTS = 2;

  private static final int PEOPLE = 50_000;

  /** How many helpers a part has. */
  private static final int[] SIZES = {64, 160};

  private final RoundInPlace round;
  private final RoundPart part;
  private final boolean calm;
  private final int mostMoves;
  private final long effort;
  private long walked;

  private LargerMarket(Pairing pairing, RoundInPlace round, int mostMoves, long effort) {
    this.round = round;
    part = new RoundPart(pairing, round);
    calm = pairing.incumbents() != null;
    this.mostMoves = calm ? mostMoves : Integer.MAX_VALUE;
    this.effort = effort;
  }

  /**
   * Returns a stable round that is larger, or the given one; or what was proposed last time,
   * repaired, where that is as large: what an earlier search found would be lost else.
   *
   * @param base a stable round: the helper of each person, or -1
   * @param mostMoves how many proposals may be moved for one person more who is helped
   * @param effort how many pairs may be looked at in a small market
   */
  static RoundSolution improve(
      Pairing pairing, int[] base, int mostMoves, long effort, long seed, Progress progress) {
    return improve(pairing, base, mostMoves, effort, seed, progress, SIZES);
  }

  /**
   * Returns a larger stable round, or the given one, by parts of other sizes than the usual ones.
   *
   * @param sizes how many helpers a part has, at least 1
   */
  static RoundSolution improve(
      Pairing pairing,
      int[] base,
      int mostMoves,
      long effort,
      long seed,
      Progress progress,
      int... sizes) {
    if (!pairing.state().isFirstRound()) {
      return RoundSolution.of(base);
    }
    int[] seekers = Augmentation.seekers(pairing);
    RoundInPlace repaired = RoundRepair.repaired(pairing, seekers);
    RoundInPlace usableRepair =
        repaired != null && repaired.matched() >= TieWalk.size(base) ? repaired : null;
    int[] start = usableRepair == null ? base : usableRepair.helperOf();
    Coverage.Placeable placeable =
        Coverage.placeable(pairing, start, new boolean[pairing.size()], progress);
    if (placeable.people().length == 0) {
      return new RoundSolution(start, false, placeable.bound());
    }
    RoundInPlace round =
        usableRepair == null ? new RoundInPlace(pairing, base, seekers) : usableRepair;
    long most = effort * (EFFORTS + pairing.size() / PEOPLE);
    LargerMarket market = new LargerMarket(pairing, round, mostMoves, most);
    for (int helpers : sizes) {
      market.walk(placeable.people(), helpers, seed, progress);
    }
    return new RoundSolution(round.helperOf(), false, placeable.bound());
  }

  private void walk(int[] roots, int helpers, long seed, Progress progress) {
    for (int i = 0; i < roots.length && looks() < effort; i++) {
      progress.step("walk", i, roots.length);
      if (round.helperOf()[roots[i]] < 0) {
        walkAround(roots[i], helpers, seed + i);
      }
    }
  }

  private long looks() {
    return walked + part.looks() + round.envious().looks() + SEARCH * round.searches();
  }

  private void walkAround(int root, int helpers, long seed) {
    if (part.grow(root, helpers)) {
      Preferences preferences = part.preferences();
      Obligations owed = part.obligations();
      int[] start = part.edges(preferences);
      long most = Math.min(EFFORT * preferences.edges(), effort);
      TieWalk.WalkResult walk = TieWalk.improve(preferences, start, owed, most, seed);
      walked += walk.looks();
      int[] chosen = walk.matched();
      if (TieWalk.size(chosen) > TieWalk.size(start)) {
        int[] near = calm ? TieWalk.nearer(preferences, start, chosen, owed, most, seed) : chosen;
        chosen = NeedlessChanges.takenBack(preferences, start, near, mostMoves);
      }
      if (TieWalk.size(chosen) > TieWalk.size(start)
          && TieWalk.isStable(preferences, chosen, owed)) {
        part.take(preferences, chosen);
      }
    }
    part.clear();
  }
}
