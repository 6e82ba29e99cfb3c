/**
 * Who wrote what is in a cell, for whom, and what was there before, by the hidden checks and the
 * journal. Comes in: rows; goes out: what people typed, what the daemon wrote, and which cells a
 * write changes. Pure.
 */
@NullMarked
package org.entraide.plan.authorship;

import org.jspecify.annotations.NullMarked;
