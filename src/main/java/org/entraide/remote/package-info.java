/**
 * What may fail outside this process, for which reason, and how to wait for it: failures of
 * services, the stop signal, pauses. Everybody may use it. No service is named here.
 */
@NullMarked
package org.entraide.remote;

import org.jspecify.annotations.NullMarked;
