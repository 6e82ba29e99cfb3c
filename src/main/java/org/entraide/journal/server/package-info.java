/**
 * Keeps the journal in a PostgreSQL database that several daemons share. In: the address of the
 * server, and the lease of a campaign. Out: a {@code Journal}, and the group's leases, tokens and
 * budgets. For {@code wiring}, {@code action} and {@code journal.copy}. No package of {@code
 * journal} may use {@code google}.
 */
@NullMarked
package org.entraide.journal.server;

import org.jspecify.annotations.NullMarked;
