/**
 * One call to Google: what may leave the machine, how it is carried, when it is tried again, and
 * what a refusal means. Comes in: a request of Google's client; goes out: its answer or a {@code
 * RemoteFailure}. For the adapters alone.
 */
@NullMarked
package org.entraide.google.wire;

import org.jspecify.annotations.NullMarked;
