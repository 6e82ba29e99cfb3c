/** Entraide: from a Google Form to introductions in a delegate's drafts. */
@NullMarked
package org.entraide;

import org.jspecify.annotations.NullMarked;
