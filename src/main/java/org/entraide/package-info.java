/**
 * Starts Entraide, which leads from a Google Form to introductions in a delegate's drafts. In: the
 * words of a command line. Out: an exit code. {@code Main} alone is here: it gives each command
 * what it does. For the launcher.
 */
@NullMarked
package org.entraide;

import org.jspecify.annotations.NullMarked;
