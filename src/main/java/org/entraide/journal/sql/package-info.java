/**
 * Does what every journal in tables needs: transactions, the schema and its migrations, plain JDBC.
 * In: a connection to a database. Out: tables of the newest version, transactions, and problems in
 * words for an administrator. For the other packages of {@code journal}; {@code wiring} and {@code
 * action} catch its {@code JournalProblem}.
 */
@NullMarked
package org.entraide.journal.sql;

import org.jspecify.annotations.NullMarked;
