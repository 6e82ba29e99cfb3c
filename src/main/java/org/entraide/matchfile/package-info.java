/**
 * The files of {@code match} and {@code solve}: read as streams, a million lines in seconds, and
 * written as docs/match.md says. What is wrong in a row is reported with line and column, and stops
 * nothing else.
 */
@NullMarked
package org.entraide.matchfile;

import org.jspecify.annotations.NullMarked;
