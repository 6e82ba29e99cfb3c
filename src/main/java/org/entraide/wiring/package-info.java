/**
 * Puts one installation together as its configuration says. In: the configuration. Out: journals,
 * Google, geocoders, people's sign-ins and threads, the leases of a command that needs a campaign
 * for itself, and the exit code of what was run. For {@code action}, {@code run} and {@code Main};
 * {@code cli} may not use it, and no other package may make online geocoders.
 */
@NullMarked
package org.entraide.wiring;

import org.jspecify.annotations.NullMarked;
