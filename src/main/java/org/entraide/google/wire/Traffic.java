package org.entraide.google.wire;

import java.io.IOException;
import java.time.Instant;

/** Is called for every request to Google: metrics, the doctor, a test. */
@FunctionalInterface
public interface Traffic {

  /** Does nothing. */
  Traffic UNWATCHED = (api, status) -> {};

  /**
   * A request was answered, or was not.
   *
   * @param api {@code sheets}, {@code forms}, {@code gmail} or, for signing in, {@code token}
   * @param status HTTP's, or {@code none} where no answer came
   */
  void request(String api, String status);

  /**
   * An answer gave the time, as its header {@code Date} does to the second.
   *
   * @param host who answered
   */
  default void dated(String host, Instant date) {}

  /**
   * No answer came.
   *
   * @param host who was asked
   * @param why as the system says it; it quotes nobody's words
   */
  default void unanswered(String host, IOException why) {}
}
