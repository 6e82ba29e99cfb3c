/**
 * Says who the daemon is to Google: a service account, or people who signed in. In: credentials
 * files, and stored tokens. Out: access tokens, or the problem with a sign-in in words. For {@code
 * google}, {@code google.signin}, {@code wiring} and {@code action}.
 */
@NullMarked
package org.entraide.google.auth;

import org.jspecify.annotations.NullMarked;
