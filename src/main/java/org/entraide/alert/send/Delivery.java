package org.entraide.alert.send;

/**
 * What became of an alert.
 *
 * @param why in fixed words, for the log; empty where it was taken
 */
public record Delivery(Outcome outcome, String why) {

  /** Whether the receiver has it. */
  public enum Outcome {
    TAKEN,
    /** Surely not: it may be sent again. */
    REFUSED,
    /** Maybe: it is not sent again. */
    UNKNOWN
  }

  static final Delivery TAKEN = new Delivery(Outcome.TAKEN, "");

  static Delivery refused(String why) {
    return new Delivery(Outcome.REFUSED, why);
  }

  static Delivery unknown(String why) {
    return new Delivery(Outcome.UNKNOWN, why);
  }
}
