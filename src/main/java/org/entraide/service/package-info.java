/**
 * Reports to the service manager how the daemon is: ready, at work, hanging, stopping. In: what a
 * watcher hears of campaigns, and the process's environment. Out: messages to systemd, or none
 * where nobody supervises. For {@code run} alone.
 */
@NullMarked
package org.entraide.service;

import org.jspecify.annotations.NullMarked;
