/**
 * Signs people and service accounts in at the embedded office. In: requests to the consent page and
 * to the token endpoint. Out: tokens, which the office checks, and the accounts that have them. For
 * {@code sandbox.office}, {@code sandbox} and tests.
 */
@NullMarked
package org.entraide.sandbox.office.auth;

import org.jspecify.annotations.NullMarked;
