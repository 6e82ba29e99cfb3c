package org.entraide.match.model;

/**
 * How much is worked out, and towards what. None of it changes what a valid result is.
 *
 * @param policy what the matching aims at
 * @param alternatives whether the other policies are tried too, to say what they would change
 * @param walkEffort how many pairs may be looked at in search of a larger stable matching; 0 for no
 *     search. Pairs and not seconds, so that the result is the same on any machine
 * @param seed of that search: the same seed gives the same result
 */
public record MatchOptions(Policy policy, boolean alternatives, long walkEffort, long seed) {

  /** About how many pairs are looked at in a second. */
  public static final long LOOKS_PER_SECOND = 20_000_000;

  /** How many pairs are looked at in each round by default: a tenth of a second. */
  public static final long WALK_EFFORT = LOOKS_PER_SECOND / 10;

  /** The seed of that search by default. */
  public static final long WALK_SEED = 1;

  /** Stable, without alternatives and without a search. */
  public static final MatchOptions PLAIN = new MatchOptions(Policy.STABLE, false, 0, 0);

  /**
   * @throws IllegalArgumentException if the effort is negative
   */
  public MatchOptions {
    if (walkEffort < 0) {
      throw new IllegalArgumentException(
          "The effort of the search must not be negative: %d.".formatted(walkEffort));
    }
  }
}
