package org.entraide.google.auth;

import org.entraide.google.wire.RefusalAdvice;
import org.entraide.text.Message;

/** Puts a refusal of the token endpoint into words, by its error code (RFC 6749 §5.2). */
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
  Message why(String error, String words, String subtype);

  /**
   * The refusals of a service account's tokens.
   *
   * @param clientId its number
   */
  static TokenRefusals ofServiceAccount(RefusalAdvice advice, String clientId) {
    return (error, words, subtype) ->
        switch (error) {
          case "unauthorized_client", "access_denied" ->
              Message.of("google.refused.delegation").with("fix", advice.mailbox());
          case "invalid_scope" -> Message.of("google.refused.scope").with("fix", advice.mailbox());
          case "admin_policy_enforced" -> policy(clientId);
          case "invalid_grant" -> invalidGrant(words, advice);
          case "invalid_client" ->
              Message.of("google.refused.unknown").with("fix", advice.signIn());
          default -> Message.of("google.refused.other").with("fix", advice.signIn());
        };
  }

  private static Message policy(String clientId) {
    return Message.of("google.refused.policy").with("client", clientId);
  }

  private static Message invalidGrant(String words, RefusalAdvice advice) {
    if (words.contains("short-lived")) {
      return Message.of("google.refused.clock");
    }
    if (words.contains("Signature")) {
      return Message.of("google.refused.key").with("fix", advice.signIn());
    }
    if (words.contains("Invalid email") || words.contains("account_not_found")) {
      return Message.of("google.refused.account");
    }
    return Message.of("google.refused.disabled").with("fix", advice.signIn());
  }

  /** The refusals of tokens of somebody who signed in. */
  static TokenRefusals ofPerson(OauthClient client) {
    return (error, words, subtype) ->
        switch (error) {
          case "invalid_grant" -> ended(words, subtype);
          case "admin_policy_enforced", "org_internal" -> policy(client.id());
          case "invalid_client", "deleted_client", "unauthorized_client" ->
              Message.of("google.refused.client").with("file", client.file().toString());
          default ->
              Message.of("google.refused.other").with("fix", Message.of("google.fix.sign_in"));
        };
  }

  private static Message ended(String words, String subtype) {
    if (subtype.contains("invalid_rapt") || words.contains("invalid_rapt")) {
      return Message.of("google.refused.session");
    }
    return Message.of(
        words.contains("deleted") ? "google.refused.deleted" : "google.refused.ended");
  }
}
