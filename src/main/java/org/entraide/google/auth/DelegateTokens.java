package org.entraide.google.auth;

import java.util.Optional;
import org.entraide.google.wire.AccessTokens;
import org.entraide.google.wire.RefusalAdvice;
import org.entraide.resilience.RemoteFailure;

/**
 * A delegate's tokens: their own while they are signed in for their mailbox, else those of a
 * service account that acts for them. Which is looked at each time.
 */
record DelegateTokens(SignedInTokens own, AccessTokens delegation) implements AccessTokens {

  private AccessTokens now() {
    return own.person().covers(own.scopes()) ? own : delegation;
  }

  @Override
  public String token() throws RemoteFailure {
    return now().token();
  }

  @Override
  public void refresh() throws RemoteFailure {
    now().refresh();
  }

  @Override
  public Optional<RefusalAdvice> advice() {
    return now().advice();
  }
}
