/**
 * What every journal in tables needs: transactions, the schema and its migrations, plain JDBC, and
 * problems in words for an administrator. For the other packages of the journal.
 */
@NullMarked
package org.entraide.journal.sql;

import org.jspecify.annotations.NullMarked;
