/**
 * Does the work of most commands, one class for each, and words their answers. In: the options of a
 * command, and mostly the configuration. Out: answers on the console, and mostly an exit code. For
 * {@code Main} alone; {@code run} may not use it. It calls {@code wiring} and the campaigns.
 */
@NullMarked
package org.entraide.action;

import org.jspecify.annotations.NullMarked;
