package org.entraide.match.model;

/**
 * How much is worked out, and towards what. None of it changes what a valid result is.
 *
 * @param policy what the matching aims at
 * @param alternatives whether the other policies are tried too, to say what they would change
 * @param walkIterations how often a small market is solved again in search of a larger stable
 *     matching; 0 for not at all
 * @param seed of that search: the same seed gives the same result
 */
public record MatchOptions(Policy policy, boolean alternatives, int walkIterations, long seed) {

  /**
   * How often a small market is solved again by default. A market with many acceptable pairs has
   * fewer, see {@code PromotionWalk}.
   */
  public static final int WALK_ITERATIONS = 5000;

  /** The seed of that search by default. */
  public static final long WALK_SEED = 1;

  /** Stable, without alternatives and without a search. */
  public static final MatchOptions PLAIN = new MatchOptions(Policy.STABLE, false, 0, 0);

  /**
   * @throws IllegalArgumentException if the number of iterations is negative
   */
  public MatchOptions {
    if (walkIterations < 0) {
      throw new IllegalArgumentException(
          "The number of iterations must not be negative: %d.".formatted(walkIterations));
    }
  }
}
