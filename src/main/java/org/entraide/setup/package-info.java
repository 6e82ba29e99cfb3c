/**
 * The guided start: what {@code setup} asks, in the order of Google's clicks, which answers do, and
 * which lines of {@code entraide.toml} they make. Pure: terminal, files and Google are passed
 * around it.
 */
@NullMarked
package org.entraide.setup;

import org.jspecify.annotations.NullMarked;
