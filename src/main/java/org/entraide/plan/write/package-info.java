/**
 * Which cells to write so that the sheet says what it should, and how to put back what a write hit
 * that was not meant. Comes in: wanted and shown; goes out: changes. Pure.
 */
@NullMarked
package org.entraide.plan.write;

import org.jspecify.annotations.NullMarked;
