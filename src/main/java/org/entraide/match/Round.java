package org.entraide.match;

import java.util.ArrayList;
import java.util.List;

/**
 * One round: solve on short lists, scan all acceptable pairs, extend the lists by the pairs that
 * block, and again until none does.
 *
 * <p><b>It ends.</b> The solver is stable on its lists, so a blocking pair is not on them; each
 * repetition that goes on therefore adds at least one acceptable pair to the lists, and there are
 * finitely many. Should a scan find only pairs that are on the lists, or that the solver takes for
 * unacceptable, solver and scan contradict each other and the round is refused. <b>It is right.</b>
 * What is published was scanned: no acceptable pair blocks it, on the lists or not.
 *
 * <p>The guarantee of two thirds ({@link StableMatching}) is about the lists: where those are
 * complete, as they are wherever a person has no more acceptable helpers than the first length, it
 * holds over all acceptable pairs.
 */
final class Round {

  /** Finds for each resident an edge or -1, as {@link StableMatching#solve}. */
  @FunctionalInterface
  interface Solver {
    int[] solve(Preferences preferences);
  }

  private final People people;
  private final Pairing pairing;
  private final Candidates candidates;
  private final int number;

  /**
   * @param number from 1
   */
  Round(People people, Pairing pairing, Candidates candidates, int number) {
    this.people = people;
    this.pairing = pairing;
    this.candidates = candidates;
    this.number = number;
  }

  /**
   * Returns who is introduced to whom; the state is still that of the start.
   *
   * @throws UnstableMatchingException if the scan finds what the solver should have resolved
   */
  List<Introduction> run(Solver solver) {
    while (true) {
      Preferences preferences = candidates.preferences();
      int[] matched = solver.solve(preferences);
      Candidates.Extension extension = candidates.extension();
      long blocking =
          BlockingPairs.scan(
              people, pairing.state(), helpers(preferences, matched), extension::offer);
      if (blocking == 0) {
        return introductions(preferences, matched);
      }
      if (!extension.apply()) {
        throw new UnstableMatchingException(number, blocking);
      }
    }
  }

  private static int[] helpers(Preferences preferences, int[] matched) {
    int[] helpers = new int[matched.length];
    for (int person = 0; person < matched.length; person++) {
      helpers[person] = matched[person] < 0 ? -1 : preferences.hospital[matched[person]];
    }
    return helpers;
  }

  private List<Introduction> introductions(Preferences preferences, int[] matched) {
    List<Introduction> introductions = new ArrayList<>();
    for (int person = 0; person < matched.length; person++) {
      int e = matched[person];
      if (e >= 0) {
        int helper = preferences.hospital[e];
        int rank = preferences.residentRank[e];
        introductions.add(
            new Introduction(
                person, helper, pairing.covered(person, helper, rank), number, pairing.band(rank)));
      }
    }
    return introductions;
  }
}
