package org.entraide.google.wire;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import java.io.IOException;

/**
 * Puts the token on each request, and switches off what the client would do by itself: its default
 * of ten retries loops without a pause on a 401 that stays, and these services do not redirect.
 */
public record AuthorizedRequests(AccessTokens tokens) implements HttpRequestInitializer {

  @Override
  public void initialize(HttpRequest request) throws IOException {
    request.setNumberOfRetries(0);
    request.setFollowRedirects(false);
    request.setLoggingEnabled(false);
    request.setCurlLoggingEnabled(false);
    request.setResponseInterceptor(ApiRefusal::throwIfRefused);
    request.getHeaders().setAuthorization("Bearer " + tokens.token());
  }
}
