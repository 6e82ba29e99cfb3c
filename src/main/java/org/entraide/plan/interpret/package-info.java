/**
 * Who is in which row and what organisers ask of them. Comes in: rows and authorship; goes out:
 * people and instructions. Pure.
 */
@NullMarked
package org.entraide.plan.interpret;

import org.jspecify.annotations.NullMarked;
