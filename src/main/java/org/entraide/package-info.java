/**
 * Entraide: from a Google Form to introductions in a delegate's drafts. Only the entry point is
 * here: it gives each command what it does.
 */
@NullMarked
package org.entraide;

import org.jspecify.annotations.NullMarked;
