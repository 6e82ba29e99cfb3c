/**
 * Signing in at the embedded office: accounts, the consent page, and the token endpoint. Comes in:
 * requests; goes out: tokens, which the office checks.
 */
@NullMarked
package org.entraide.sandbox.office.auth;

import org.jspecify.annotations.NullMarked;
