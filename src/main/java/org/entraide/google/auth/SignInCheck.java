package org.entraide.google.auth;

import java.time.InstantSource;
import java.util.Set;
import org.entraide.google.wire.HttpWire;
import org.entraide.resilience.RemoteFailure;

/** Whether a sign-in still works. */
public final class SignInCheck {

  private final TokenStore store;
  private final OauthClient client;
  private final InstantSource clock;

  public SignInCheck(TokenStore store, OauthClient client, InstantSource clock) {
    this.store = store;
    this.client = client;
    this.clock = clock;
  }

  /**
   * Asks Google for a fresh token, over real HTTP.
   *
   * @param scopes what the sign-in must be for
   * @throws RemoteFailure SIGN_IN if it does not do, UNAVAILABLE if that is not known
   */
  public void check(String account, Set<String> scopes) throws RemoteFailure {
    new PersonTokens(store, account, client, new HttpWire(), clock).refresh(scopes);
  }
}
