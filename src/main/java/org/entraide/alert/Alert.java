package org.entraide.alert;

import java.time.Instant;

/**
 * One message to the administrator. It holds no name, no address and no e-mail of a person.
 *
 * @param campaign its name in the configuration
 * @param trouble the same word when it begins and when it is over, such as {@code suspended} or
 *     {@code permission-3f9a1c20}
 * @param text what is the matter, why and what to do, in the words of {@code status}
 * @param since when it was first seen
 */
public record Alert(String campaign, String trouble, State state, String text, Instant since) {

  /** What is said of the trouble. */
  public enum State {
    BEGAN("began"),
    OVER("over");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word in the message. */
    public String word() {
      return word;
    }
  }
}
