package org.entraide.match.model;

/**
 * The independent scan found blocking pairs that the solver should have resolved: a bug of ours.
 * Nothing of such a matching may be published.
 */
public final class UnstableMatchingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int round;
  private final long blockingPairs;

  public UnstableMatchingException(int round, long blockingPairs) {
    super("Round %d is not stable: %d blocking pairs.".formatted(round, blockingPairs));
    this.round = round;
    this.blockingPairs = blockingPairs;
  }

  /** Returns the round, from 1. */
  public int round() {
    return round;
  }

  /** Returns how many pairs block it. */
  public long blockingPairs() {
    return blockingPairs;
  }
}
