package org.entraide.match.policy;

/**
 * Who gets whom in a round.
 *
 * @param helperOf the helper of each person, or -1
 * @param largest whether it is proven that no weakly stable matching of the round helps more people
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record RoundSolution(int[] helperOf, boolean largest) {

  /** A round of which nobody asked how large it could be. */
  public static RoundSolution of(int[] helperOf) {
    return new RoundSolution(helperOf, false);
  }
}
