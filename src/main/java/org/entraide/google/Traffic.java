package org.entraide.google;

/** Hears of every request to Google: metrics, a test. */
@FunctionalInterface
public interface Traffic {

  /** Hears nothing. */
  Traffic UNWATCHED = (api, status) -> {};

  /**
   * A request was answered, or was not.
   *
   * @param api {@code sheets}, {@code forms}, {@code gmail} or, for signing in, {@code token}
   * @param status HTTP's, or {@code none} where no answer came
   */
  void request(String api, String status);
}
