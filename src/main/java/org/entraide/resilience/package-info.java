/**
 * Says what may fail outside this process, and lets work wait. In: failures of services, the stop
 * signal, pauses, and what is run later. Out: a {@code RemoteFailure} with its reason, and waiting
 * that a test can replace. No service is named here. For {@code campaign}, {@code google} and
 * {@code action}, and others; it may not use {@code campaign}.
 */
@NullMarked
package org.entraide.resilience;

import org.jspecify.annotations.NullMarked;
