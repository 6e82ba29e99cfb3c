package org.entraide.match.policy;

import org.entraide.match.Matcher;

/** A matcher whose solver takes no heed of who would rather have whom. */
public final class UntruthfulMatcher {

  private UntruthfulMatcher() {}

  /** Calls stable what is only large, which no search for a larger one can mend. */
  public static Matcher create() {
    return new Matcher(
        (pairing, progress, phase) -> RoundSolution.of(Coverage.solve(pairing, progress, phase)));
  }
}
