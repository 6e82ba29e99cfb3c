package org.entraide.alert.send;

import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * The outcome of an alert.
 *
 * @param words why it was not taken, in fixed words; empty where it was
 */
public record AlertDelivery(Outcome outcome, Message words) {

  /** Whether the receiver has it. */
  public enum Outcome {
    TAKEN,
    /** Surely not: it may be sent again. */
    REFUSED,
    /** Maybe: it is not sent again. */
    UNKNOWN
  }

  static final AlertDelivery TAKEN = new AlertDelivery(Outcome.TAKEN, Message.plain(""));

  static AlertDelivery refused(Message words) {
    return new AlertDelivery(Outcome.REFUSED, words);
  }

  static AlertDelivery unknown(Message words) {
    return new AlertDelivery(Outcome.UNKNOWN, words);
  }

  /** The words in English, for the log. */
  public String why() {
    return Texts.english().format(words);
  }
}
