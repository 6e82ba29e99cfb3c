package org.entraide.google;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to reach Google.
 *
 * @param credentials the service account's file
 * @param endpoint one root for Sheets, Forms and Gmail instead of Google's own; tokens still come
 *     from the {@code token_uri} of the file
 */
public record GoogleAccess(Path credentials, Optional<URI> endpoint) {

  /** The roots of the services. */
  AllowedCalls.Roots roots() {
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
