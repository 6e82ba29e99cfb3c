/**
 * Counts what may be asked of Google in a minute, by one process or by a group of daemons. In: each
 * call with its price. Out: the call, or a failure before it is made, with the time when it fits.
 * For {@code google.sheets} and {@code google.gmail}; {@code wiring} makes the one for a process.
 */
@NullMarked
package org.entraide.google.quota;

import org.jspecify.annotations.NullMarked;
