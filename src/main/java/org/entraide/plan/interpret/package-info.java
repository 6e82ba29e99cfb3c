/**
 * Who is in which row, what organisers ask of them, and what is carried over from the tab that was
 * served before. Comes in: rows and authorship; goes out: people and instructions. Pure.
 */
@NullMarked
package org.entraide.plan.interpret;

import org.jspecify.annotations.NullMarked;
