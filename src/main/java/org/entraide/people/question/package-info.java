/**
 * Which column of a tab asks what, by the titles of the questions. Comes in: titles; goes out:
 * fields. Pure.
 */
@NullMarked
package org.entraide.people.question;

import org.jspecify.annotations.NullMarked;
