/**
 * The journal in a PostgreSQL database that several daemons share, with their leases, tokens and
 * budgets. For the wiring and the doctor.
 */
@NullMarked
package org.entraide.journal.server;

import org.jspecify.annotations.NullMarked;
