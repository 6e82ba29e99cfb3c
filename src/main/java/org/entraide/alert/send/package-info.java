/**
 * Sends alerts and the heartbeat, on their own thread. In: the reports of cycles, and the receivers
 * that the configuration names. Out: a command that is run, requests to a webhook and to the
 * heartbeat's address, notes in the journal. No cycle waits for it, and a failure here fails no
 * cycle. For {@code run} and {@code action}; {@code campaign} and {@code plan} may not use it.
 */
@NullMarked
package org.entraide.alert.send;

import org.jspecify.annotations.NullMarked;
