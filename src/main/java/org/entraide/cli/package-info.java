/**
 * The commands, one class each: options, help, and what is called for them. Only {@code Main} and
 * the actions know them.
 */
@NullMarked
package org.entraide.cli;

import org.jspecify.annotations.NullMarked;
