package org.entraide.match.policy;

import java.util.ArrayList;
import java.util.List;
import org.entraide.match.state.IndexedIntroduction;
import org.entraide.match.state.Pairing;
import org.entraide.progress.Progress;

/** One round: who gets whom, and the resulting state. */
public final class MatchingRound {

  /** Finds who gets whom, in the present state. */
  @FunctionalInterface
  public interface Solver {
    RoundSolution solve(Pairing pairing, Progress progress, String phase);
  }

  private final Pairing pairing;
  private final int number;
  private final Progress progress;

  /**
   * @param number from 1
   */
  public MatchingRound(Pairing pairing, int number, Progress progress) {
    this.pairing = pairing;
    this.number = number;
    this.progress = progress;
  }

  /** Returns who gets whom; the state is still that of the start. */
  public RoundSolution solve(Solver solver) {
    return solver.solve(pairing, progress, "round %d".formatted(number));
  }

  /** Returns the pairs of the round as introductions. */
  public List<IndexedIntroduction> introductions(int[] helperOf) {
    List<IndexedIntroduction> introductions = new ArrayList<>();
    for (int person = 0; person < helperOf.length; person++) {
      int helper = helperOf[person];
      if (helper >= 0) {
        int rank = pairing.personRank(person, helper);
        introductions.add(
            new IndexedIntroduction(
                person, helper, pairing.covered(person, helper, rank), number, pairing.band(rank)));
      }
    }
    return introductions;
  }
}
