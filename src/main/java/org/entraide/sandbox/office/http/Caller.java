package org.entraide.sandbox.office.http;

import java.util.Set;

/**
 * Who asks, as an access token says.
 *
 * @param account the e-mail address of the person or service account that acts
 * @param scopes the scopes that the token was granted, as whole URLs
 */
public record Caller(String account, Set<String> scopes) {

  public Caller {
    scopes = Set.copyOf(scopes);
  }
}
