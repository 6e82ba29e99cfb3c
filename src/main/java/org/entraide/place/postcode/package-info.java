/**
 * Imports national postcode files, and finds postcodes in them without network. In: files as they
 * are published; {@code docs/places.md} says where they come from and under which terms. Out:
 * sorted local files, and the point of a postcode. For {@code wiring}, {@code cli} and {@code
 * doctor}.
 */
@NullMarked
package org.entraide.place.postcode;

import org.jspecify.annotations.NullMarked;
