/**
 * Shares campaigns among several daemons, by leases that end by themselves. In: the members and
 * leases, as all daemons see them in one place. Out: the campaigns that this daemon takes or gives
 * up; a lease has a number that shuts out its earlier owners. For {@code run} and {@code wiring};
 * {@code journal.server} implements its interfaces, those for sign-ins and quotas too.
 */
@NullMarked
package org.entraide.group;

import org.jspecify.annotations.NullMarked;
