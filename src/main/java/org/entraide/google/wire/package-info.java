/**
 * Makes one call to Google: what may leave the machine, how it is carried, when it is tried again.
 * In: a request of Google's client. Out: its answer, or a {@code RemoteFailure} that says what a
 * refusal means. For {@code google} and the packages below it; others take {@code Scopes}, {@code
 * Traffic} and {@code SignInAdvice}. It may not use {@code campaign}.
 */
@NullMarked
package org.entraide.google.wire;

import org.jspecify.annotations.NullMarked;
