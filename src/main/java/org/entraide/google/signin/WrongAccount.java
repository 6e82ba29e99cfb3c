package org.entraide.google.signin;

import java.io.Serial;

/**
 * Somebody else consented than who was to. What it holds is personal data: for the person at the
 * terminal and for no log.
 */
public final class WrongAccount extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final String wanted;
  private final String consented;

  WrongAccount(String wanted, String consented) {
    super("Another account consented.");
    this.wanted = wanted;
    this.consented = consented;
  }

  public String wanted() {
    return wanted;
  }

  /** Whose consent it was; empty where Google did not say. */
  public String consented() {
    return consented;
  }
}
