/**
 * Keeps the journal's tables, a class for each family of them. In: the transactions of a database.
 * Out: {@code SqlJournal}, the journal that the tables make together. It knows neither SQLite nor
 * PostgreSQL by name. For {@code journal.sqlite} and {@code journal.server}.
 */
@NullMarked
package org.entraide.journal.table;

import org.jspecify.annotations.NullMarked;
