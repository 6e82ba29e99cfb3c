/**
 * Asks a person for their consent in their browser, and waits for the way back to this program. In:
 * the OAuth client, and the account and scopes that are wanted. Out: the token of that person, or
 * who consented in their place. For {@code auth login}, in {@code action}.
 */
@NullMarked
package org.entraide.google.signin;

import org.jspecify.annotations.NullMarked;
