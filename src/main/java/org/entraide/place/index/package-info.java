/**
 * The embedded gazetteer: the towns of the world by their names, and where some postcodes are. For
 * the embedded geocoder, and for the answer that names a country.
 */
@NullMarked
package org.entraide.place.index;

import org.jspecify.annotations.NullMarked;
