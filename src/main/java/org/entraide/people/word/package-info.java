/**
 * Words of answers: yes and no, quantities, ages, languages, categories, addresses, telephone
 * numbers, times, references, groups; and how the words of a sheet are compared. Comes in: a cell;
 * goes out: what it was understood as. Pure.
 */
@NullMarked
package org.entraide.people.word;

import org.jspecify.annotations.NullMarked;
