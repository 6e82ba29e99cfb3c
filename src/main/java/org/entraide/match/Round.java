package org.entraide.match;

import java.util.ArrayList;
import java.util.List;

/**
 * One round: solve, then scan all acceptable pairs, and do not believe a solver whom that refutes.
 */
final class Round {

  /** Finds for each person a helper or -1, in the present state. */
  @FunctionalInterface
  interface Solver {
    int[] solve(Pairing pairing, Progress progress, String phase);
  }

  private final People people;
  private final Pairing pairing;
  private final int number;

  /**
   * @param number from 1
   */
  Round(People people, Pairing pairing, int number) {
    this.people = people;
    this.pairing = pairing;
    this.number = number;
  }

  /**
   * Returns who is introduced to whom; the state is still that of the start.
   *
   * @throws UnstableMatchingException if the scan finds what the solver should have resolved
   */
  List<Introduction> run(Solver solver, Progress progress) {
    int[] helperOf = solver.solve(pairing, progress, "round %d".formatted(number));
    progress.step("scan %d".formatted(number), 0, 1);
    long blocking = BlockingPairs.scan(people, pairing.state(), helperOf, (p, h) -> {});
    if (blocking > 0) {
      throw new UnstableMatchingException(number, blocking);
    }
    return introductions(helperOf);
  }

  private List<Introduction> introductions(int[] helperOf) {
    List<Introduction> introductions = new ArrayList<>();
    for (int person = 0; person < helperOf.length; person++) {
      int helper = helperOf[person];
      if (helper >= 0) {
        int rank = pairing.personRank(person, helper);
        introductions.add(
            new Introduction(
                person, helper, pairing.covered(person, helper, rank), number, pairing.band(rank)));
      }
    }
    return introductions;
  }
}
