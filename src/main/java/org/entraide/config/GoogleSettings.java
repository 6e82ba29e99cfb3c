package org.entraide.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How Google is reached, unless a campaign says otherwise.
 *
 * @param credentials a service account's key or an OAuth client; empty only when every campaign has
 *     its own
 * @param oauthClient for delegates who sign in themselves, beside a service account
 * @param account with an OAuth client alone: whose token reads sheets and forms
 * @param endpoint one root for Sheets, Forms and Gmail instead of Google's own, ending in a slash
 */
public record GoogleSettings(
    Optional<Path> credentials,
    Optional<Path> oauthClient,
    Optional<String> account,
    Optional<URI> endpoint) {}
