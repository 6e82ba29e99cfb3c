package org.entraide.sandbox.office.http;

import java.time.Duration;

/**
 * An answer and what happens to it on its way. The office itself neither waits nor breaks
 * connections: the carrier of the answer does.
 *
 * @param response the answer, whole; meaningless to the client when it is dropped
 * @param delay how long the carrier waits before it does anything
 */
public record Delivery(OfficeResponse response, Duration delay, Carriage carriage) {

  /** What the carrier does with the answer. */
  public enum Carriage {
    /** Hands it over. */
    WHOLE,
    /** Announces its full length, sends half of it and closes. */
    TRUNCATED,
    /** Closes the connection without a word. */
    DROPPED
  }

  /** An answer to which nothing happens. */
  public static Delivery whole(OfficeResponse response) {
    return new Delivery(response, Duration.ZERO, Carriage.WHOLE);
  }
}
