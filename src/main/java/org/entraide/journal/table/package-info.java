/**
 * The journal's tables, a class for each family of them, and the journal that they make together.
 * Knows neither SQLite nor PostgreSQL by name.
 */
@NullMarked
package org.entraide.journal.table;

import org.jspecify.annotations.NullMarked;
