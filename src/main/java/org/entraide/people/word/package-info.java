/**
 * Reads the words of answers, and compares the words of a sheet. In: a cell or a text: yes or no, a
 * quantity, an age, a language, a category, an address, a telephone number, a time, a group. Out:
 * what it was understood as, with problems for the organiser, or a hash of it. For {@code
 * people.profile} and {@code plan}; {@code match} takes categories. Pure.
 */
@NullMarked
package org.entraide.people.word;

import org.jspecify.annotations.NullMarked;
