/**
 * The text of letters. Comes in: two people and what they need; goes out: a letter in one language.
 * Pure.
 */
@NullMarked
package org.entraide.plan.letter;

import org.jspecify.annotations.NullMarked;
