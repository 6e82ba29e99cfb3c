/** The commands, one class each. */
@NullMarked
package org.entraide.cli;

import org.jspecify.annotations.NullMarked;
