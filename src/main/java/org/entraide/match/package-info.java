/**
 * Who is introduced to whom, and why somebody is not: a pure library without input, output or
 * clock.
 *
 * <p>{@link org.entraide.match.Matcher} is the entrance. What goes in and comes out are records;
 * inside, people are indices into flat columns ({@code People}) and sets of categories are bit
 * masks, so that the size of a campaign costs numbers and not objects.
 */
@NullMarked
package org.entraide.match;

import org.jspecify.annotations.NullMarked;
