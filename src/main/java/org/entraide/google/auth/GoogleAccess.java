package org.entraide.google.auth;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.entraide.google.wire.AllowedCalls;

/**
 * How to reach Google.
 *
 * @param credentials a service account's file, or an OAuth client's
 * @param oauthClient beside a service account: for people who sign in
 * @param account with an OAuth client alone: whose sign-in reads sheets and forms
 * @param tokens of people who signed in; empty for nobody
 * @param endpoint one root for Sheets, Forms and Gmail instead of Google's own; tokens still come
 *     from the {@code token_uri} of the file
 */
public record GoogleAccess(
    Path credentials,
    Optional<Path> oauthClient,
    Optional<String> account,
    Optional<TokenStore> tokens,
    Optional<URI> endpoint) {

  /** Access by a service account alone, where nobody signs in. */
  public GoogleAccess(Path credentials, Optional<URI> endpoint) {
    this(credentials, Optional.empty(), Optional.empty(), Optional.empty(), endpoint);
  }

  /** Where the OAuth client is; empty where there is none. */
  Optional<Path> client() {
    return oauthClient.or(() -> Optional.of(credentials).filter(OauthClient::isIn));
  }

  /** The roots of the services. */
  public AllowedCalls.Roots roots() {
    return endpoint
        .map(URI::toString)
        .map(root -> root.endsWith("/") ? root : root + "/")
        .map(root -> new AllowedCalls.Roots(root, root, root))
        .orElseGet(
            () ->
                new AllowedCalls.Roots(
                    "https://sheets.googleapis.com/",
                    "https://forms.googleapis.com/",
                    "https://gmail.googleapis.com/"));
  }
}
