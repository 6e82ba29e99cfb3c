/**
 * Who is introduced to whom, and why somebody is not: a pure library without input, output or
 * clock. {@code Matcher} is the entrance; {@code match.model} has what goes in and comes out.
 */
@NullMarked
package org.entraide.match;

import org.jspecify.annotations.NullMarked;
