/** Who answered and what they said: titles to fields, rows to people, references. */
@NullMarked
package org.entraide.people;

import org.jspecify.annotations.NullMarked;
