package org.entraide.google.wire;

/**
 * The command that renews a person's sign-in. Messages reach logs, so that they leave out the
 * address; a caller that shows them to the administrator can put it in.
 */
public final class SignInAdvice {

  public static final String COMMAND = "bin/entraide auth login EMAIL";

  private SignInAdvice() {}

  /**
   * Puts an address where a message says EMAIL.
   *
   * @param message of a failure, or any other text
   */
  public static String named(String message, String account) {
    return message.replace(COMMAND, "bin/entraide auth login " + account);
  }
}
