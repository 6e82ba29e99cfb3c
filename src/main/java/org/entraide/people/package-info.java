/** Who people are, what they need and what they offer. */
@NullMarked
package org.entraide.people;

import org.jspecify.annotations.NullMarked;
