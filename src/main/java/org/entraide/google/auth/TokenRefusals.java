package org.entraide.google.auth;

import org.entraide.google.wire.RefusalAdvice;
import org.entraide.google.wire.SignInAdvice;

/** Puts a refusal of the token endpoint into words, by what it says (RFC 6749 §5.2). */
@FunctionalInterface
interface TokenRefusals {

  /**
   * Says why, and what to do.
   *
   * @param error such as {@code invalid_grant}
   * @param words Google's description; may be empty
   * @param subtype Google's own, such as {@code invalid_rapt}; mostly empty
   * @return a clause and sentences to put after a colon
   */
  String why(String error, String words, String subtype);

  /**
   * Those of a service account.
   *
   * @param clientId its number
   */
  static TokenRefusals ofServiceAccount(RefusalAdvice advice, String clientId) {
    return (error, words, subtype) ->
        switch (error) {
          case "unauthorized_client", "access_denied" ->
              "domain-wide delegation is not granted. " + advice.mailbox();
          case "invalid_scope" -> "a scope is not granted. " + advice.mailbox();
          case "admin_policy_enforced" -> policy(clientId);
          case "invalid_grant" -> invalidGrant(words, advice);
          case "invalid_client" -> "the service account is not known. " + advice.signIn();
          default -> "the token service refused. " + advice.signIn();
        };
  }

  private static String policy(String clientId) {
    return "the Workspace's policy forbids it. Its administrator has to trust the client "
        + clientId
        + " under Security > Access and data control > API controls.";
  }

  private static String invalidGrant(String words, RefusalAdvice advice) {
    if (words.contains("short-lived")) {
      return "the clock of this machine is wrong. Set it, for example by NTP.";
    }
    if (words.contains("Signature")) {
      return "the key is not, or no longer, one of the service account's. " + advice.signIn();
    }
    if (words.contains("Invalid email") || words.contains("account_not_found")) {
      return "there is no such account, or it cannot be acted for. Check the delegate's address;"
          + " it has to belong to the Workspace that granted the delegation.";
    }
    return "the account or its key is disabled or deleted. " + advice.signIn();
  }

  /** Those of somebody who signed in. */
  static TokenRefusals ofPerson(OauthClient client) {
    return (error, words, subtype) ->
        switch (error) {
          case "invalid_grant" -> ended(words, subtype);
          case "admin_policy_enforced", "org_internal" -> policy(client.id());
          case "invalid_client", "deleted_client", "unauthorized_client" ->
              "Google does not know the OAuth client in "
                  + client.file()
                  + ", or its secret was changed. Download it again from the Google Cloud console;"
                  + " if it is a new one, then: "
                  + SignInAdvice.COMMAND;
          default -> "the token service refused. Sign in again: " + SignInAdvice.COMMAND;
        };
  }

  private static String ended(String words, String subtype) {
    if (subtype.contains("invalid_rapt") || words.contains("invalid_rapt")) {
      return "the person's Workspace asks them to sign in again from time to time (session"
          + " control), and that time is over. Sign in again: "
          + SignInAdvice.COMMAND
          + " (its administrator can trust the app, so that it is not asked)";
    }
    if (words.contains("deleted")) {
      return "the person's account was deleted. Name another one in the configuration.";
    }
    return "the person's sign-in has ended: it was taken back, the password was changed, or it was"
        + " one of seven days (an app in testing). Sign in again: "
        + SignInAdvice.COMMAND;
  }
}
