/**
 * What may fail outside this process, for which reason, and how work waits for it: failures of
 * services, the stop signal, pauses, and what is run later. Everybody may use it. No service is
 * named here.
 */
@NullMarked
package org.entraide.resilience;

import org.jspecify.annotations.NullMarked;
