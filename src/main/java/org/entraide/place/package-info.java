/** Where people are, and how precisely that is known. */
@NullMarked
package org.entraide.place;

import org.jspecify.annotations.NullMarked;
