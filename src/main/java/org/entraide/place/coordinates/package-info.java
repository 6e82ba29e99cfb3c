/**
 * Reads points that people wrote as numbers or codes. In: a text. Out: coordinates, or a plus code
 * with the rectangle that it means. For {@code place.embedded}. Pure.
 */
@NullMarked
package org.entraide.place.coordinates;

import org.jspecify.annotations.NullMarked;
