/**
 * National postcode files: read as they are published, kept as sorted local files, looked up
 * without network. {@code docs/places.md} says where the files come from and under which terms.
 */
@NullMarked
package org.entraide.place.postcode;

import org.jspecify.annotations.NullMarked;
