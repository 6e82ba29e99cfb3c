/**
 * Connects commands with the terminal and the system. In: streams, signals, and every failure. Out:
 * the console, progress, the real clock and chance, exit codes, and words for a failure. For {@code
 * cli}, {@code action}, {@code wiring} and {@code run}; besides them only {@code Main} may use it.
 */
@NullMarked
package org.entraide.cli.shell;

import org.jspecify.annotations.NullMarked;
