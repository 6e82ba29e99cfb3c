package org.entraide.match.policy;

import org.jspecify.annotations.Nullable;

/**
 * Who gets whom in a round.
 *
 * @param helperOf the helper of each person, or -1
 * @param largest whether it is proven that no weakly stable matching of the round helps more people
 * @param bound how many people any matching of the round could help, where that is known by the way
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record RoundSolution(int[] helperOf, boolean largest, Coverage.@Nullable Bound bound) {

  public RoundSolution(int[] helperOf, boolean largest) {
    this(helperOf, largest, null);
  }

  /** A round of which nobody asked how large it could be. */
  public static RoundSolution of(int[] helperOf) {
    return new RoundSolution(helperOf, false);
  }
}
