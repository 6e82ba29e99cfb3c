/**
 * The program and its terminal: console, exit codes, the real clock and randomness, progress, and
 * where every failure becomes words. The commands and the actions use it.
 */
@NullMarked
package org.entraide.cli.shell;

import org.jspecify.annotations.NullMarked;
