package org.entraide.alert.send;

/**
 * What became of an alert.
 *
 * @param why in fixed words, for the log; empty where it was taken
 */
public record AlertDelivery(Outcome outcome, String why) {

  /** Whether the receiver has it. */
  public enum Outcome {
    TAKEN,
    /** Surely not: it may be sent again. */
    REFUSED,
    /** Maybe: it is not sent again. */
    UNKNOWN
  }

  static final AlertDelivery TAKEN = new AlertDelivery(Outcome.TAKEN, "");

  static AlertDelivery refused(String why) {
    return new AlertDelivery(Outcome.REFUSED, why);
  }

  static AlertDelivery unknown(String why) {
    return new AlertDelivery(Outcome.UNKNOWN, why);
  }
}
