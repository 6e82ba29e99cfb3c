/**
 * Holds the embedded gazetteer: the towns of the world by their names, and some postcodes. In: a
 * name, a postcode or a point. Out: towns and countries, with their points and uncertainties. For
 * {@code place.embedded}; {@code plan.settings} asks it for a country. No other package may use
 * Lucene.
 */
@NullMarked
package org.entraide.place.index;

import org.jspecify.annotations.NullMarked;
