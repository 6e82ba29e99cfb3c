package org.entraide.google.wire;

import java.util.Optional;
import org.entraide.resilience.RemoteFailure;

/**
 * Where access tokens come from: a service account, or a person's consent. Safe for several
 * threads.
 */
public interface AccessTokens {

  /**
   * Returns a token that is good for a while, asking for a new one only when there is none.
   *
   * @throws RemoteFailure SIGN_IN if it is refused, UNAVAILABLE or THROTTLED if it could not be had
   */
  String token() throws RemoteFailure;

  /**
   * Replaces the token, because a service refused it although its time was not over.
   *
   * @throws RemoteFailure as {@link #token}
   */
  void refresh() throws RemoteFailure;

  /** What can be done where a call with these tokens is refused; empty for what always can. */
  default Optional<RefusalAdvice> advice() {
    return Optional.empty();
  }
}
