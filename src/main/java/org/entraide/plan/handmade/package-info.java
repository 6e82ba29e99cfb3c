/**
 * Which introductions organisers make by hand: who is meant by a row that they typed into the
 * ledger, whether it counts, and what is said of it. The row itself is read by {@code
 * plan.authorship} and written by {@code plan.write}. Pure.
 */
@NullMarked
package org.entraide.plan.handmade;

import org.jspecify.annotations.NullMarked;
