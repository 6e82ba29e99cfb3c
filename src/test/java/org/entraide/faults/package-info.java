/**
 * Whatever goes wrong on the wire between the daemon and Google costs time, and nothing else: each
 * kind of request with each kind of fault, once and lasting, and what becomes of the cycle, the
 * next one, the rows and the log.
 */
@NullMarked
package org.entraide.faults;

import org.jspecify.annotations.NullMarked;
