/**
 * Who the daemon is to Google: service accounts, people who signed in, and where their tokens are
 * kept. Comes in: credentials files and stored tokens; goes out: access tokens. For the adapters,
 * the signing in, and the wiring.
 */
@NullMarked
package org.entraide.google.auth;

import org.jspecify.annotations.NullMarked;
