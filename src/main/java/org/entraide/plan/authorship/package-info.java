/**
 * Finds who wrote what is in a cell, for whom, and what was there before. In: rows with their
 * hidden checks, and what the journal remembers of them. Out: what people typed, what the daemon
 * wrote, and which cells of a row a write changes. Mainly for {@code plan.write} and {@code
 * plan.interpret}, also for {@code plan.handmade} and, in {@code campaign}, {@code model}, {@code
 * observe} and {@code apply}. Pure.
 */
@NullMarked
package org.entraide.plan.authorship;

import org.jspecify.annotations.NullMarked;
