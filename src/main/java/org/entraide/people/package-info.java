<<<<<<< HEAD
/** Who answered and what they said: titles to fields, rows to people, references. */
=======
/** Who people are, what they need and what they offer. */
>>>>>>> match
@NullMarked
package org.entraide.people;

import org.jspecify.annotations.NullMarked;
