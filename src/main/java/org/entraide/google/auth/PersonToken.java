package org.entraide.google.auth;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a person's consent left: enough to act for them until they take it back.
 *
 * @param account the address of the person who consented
 * @param clientId of the OAuth client that they consented to, and which alone can use it
 * @param scopes what they allowed, as whole names
 * @param since when they signed in
 * @param ends when Google said that it ends by itself, such as after seven days of an app in
 *     testing; empty for no such time
 * @param refreshToken the secret
 */
public record PersonToken(
    String account,
    String clientId,
    Set<String> scopes,
    Instant since,
    Optional<Instant> ends,
    String refreshToken) {

  public PersonToken {
    scopes = Set.copyOf(scopes);
  }

  /** This sign-in with another secret: Google may give a new one at any use. */
  PersonToken rotated(String newer) {
    return new PersonToken(account, clientId, scopes, since, ends, newer);
  }

  @Override
  public String toString() {
    return "PersonToken[since=" + since + "]"; // neither the secret nor the person
  }
}
