/**
 * Puts one installation together as its configuration says: journals, Google, geocoders, people's
 * sign-ins, threads; with the leases of a command that needs a campaign for itself, and the exit
 * code of what was run. Commands and the running of campaigns use it; it is the only place that
 * knows all adapters.
 */
@NullMarked
package org.entraide.wiring;

import org.jspecify.annotations.NullMarked;
