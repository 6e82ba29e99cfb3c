/**
 * Sends alerts on their own thread: to a command, to a webhook, and the heartbeat. No cycle waits
 * for it, and whatever goes wrong here is logged and fails no cycle.
 */
@NullMarked
package org.entraide.alert.send;

import org.jspecify.annotations.NullMarked;
