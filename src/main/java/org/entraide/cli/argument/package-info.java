/**
 * Reads what a person names on the command line: files, standard input, a campaign, a language. In:
 * the words as typed. Out: what they name, or in a line why it does not do. For {@code cli}, {@code
 * action} and {@code run}.
 */
@NullMarked
package org.entraide.cli.argument;

import org.jspecify.annotations.NullMarked;
