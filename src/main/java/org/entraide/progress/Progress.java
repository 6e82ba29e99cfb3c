package org.entraide.progress;

/** Is called as a long computation proceeds. Called often: it must be cheap. */
@FunctionalInterface
public interface Progress {

  /** Does nothing. */
  Progress NONE = (phase, done, total) -> {};

  /**
   * Is called for one more step.
   *
   * @param phase a word for what is going on, such as {@code round 1}
   * @param done how much of it is done, from 0 to {@code total}
   * @param total how much there is, at least 0
   */
  void step(String phase, long done, long total);
}
