package org.entraide.google.auth;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import java.io.IOException;
import org.entraide.google.wire.AccessTokens;
import org.entraide.google.wire.ForbiddenCallException;
import org.entraide.resilience.RemoteFailure;

/** Access tokens by google-auth, which keeps one until shortly before its end. */
final class GoogleTokens implements AccessTokens {

  private final OAuth2Credentials credentials;
  private final TokenFailures failures;

  /**
   * @param credentials with their own retries switched off, which would sleep by themselves
   */
  GoogleTokens(OAuth2Credentials credentials, TokenFailures failures) {
    this.credentials = credentials;
    this.failures = failures;
  }

  @Override
  public String token() throws RemoteFailure {
    ask(credentials::refreshIfExpired);
    AccessToken token = credentials.getAccessToken();
    if (token == null || token.getTokenValue() == null || token.getTokenValue().isEmpty()) {
      throw failures.garbled();
    }
    return token.getTokenValue();
  }

  @Override
  public void refresh() throws RemoteFailure {
    ask(credentials::refresh);
  }

  private void ask(Request request) throws RemoteFailure {
    try {
      request.run();
    } catch (ForbiddenCallException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw failures.translate(e);
    }
  }

  private interface Request {
    void run() throws IOException;
  }
}
