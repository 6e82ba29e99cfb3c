/**
 * Reads command lines, one class for each command: its options, its help, and what is called for
 * it. In: the words that a person typed. Out: an exit code; {@code match}, {@code solve}, {@code
 * geocode} and {@code status} do their work here. For {@code Main}, {@code action} and {@code run};
 * only {@code wiring} may use it besides.
 */
@NullMarked
package org.entraide.cli;

import org.jspecify.annotations.NullMarked;
