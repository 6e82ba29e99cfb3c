/**
 * Reads and writes the files of {@code match} and {@code solve}, as docs/match.md says. In: files
 * as streams, a million lines in seconds. Out: people, rules or an abstract instance, and the files
 * of a result. A wrong row of a CSV file is reported with line and column, and stops nothing else.
 * For {@code cli} and {@code cli.status}. It knows the matcher, and no campaign and no
 * configuration.
 */
@NullMarked
package org.entraide.matchfile;

import org.jspecify.annotations.NullMarked;
