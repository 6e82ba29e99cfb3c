/**
 * Introductions that organisers make by hand, by a row in the ledger: who is meant, whether it
 * counts, what the row must be told. Comes in: rows of the ledger; goes out: introductions. Pure.
 */
@NullMarked
package org.entraide.plan.handmade;

import org.jspecify.annotations.NullMarked;
