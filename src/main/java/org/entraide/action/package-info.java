/**
 * What each command does, one class a command, and the words of its answers. The command line calls
 * these through {@code Main}; they call the wiring and the campaigns. Nothing else may use them.
 */
@NullMarked
package org.entraide.action;

import org.jspecify.annotations.NullMarked;
