package org.entraide.google.signin;

import java.io.Serial;
import java.util.Collection;

/**
 * Somebody else consented than who was to. What it holds is personal data: for the person at the
 * terminal and for no log.
 */
public final class WrongAccount extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final String wanted;
  private final String consented;
  private final String refreshToken;

  WrongAccount(String wanted, String consented, String refreshToken) {
    super("Another account consented.");
    this.wanted = wanted;
    this.consented = consented;
    this.refreshToken = refreshToken;
  }

  public String wanted() {
    return wanted;
  }

  /** Whose consent it was; empty where Google did not say. */
  public String consented() {
    return consented;
  }

  /** What Google gave for it, to be given back. */
  public String refreshToken() {
    return refreshToken;
  }

  /**
   * Whether one of these accounts is whose consent it was. To give it back would end that account's
   * own sign-in, too.
   */
  public boolean isOneOf(Collection<String> accounts) {
    return accounts.stream().anyMatch(account -> AccountAddresses.areSame(account, consented));
  }
}
