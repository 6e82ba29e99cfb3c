/**
 * Finds in the gazetteer where people wrote that they live, or asks. In: a {@code PlaceQuery}, and
 * finer postcodes where some were imported. Out: a place that is sure, or a question. {@code
 * EmbeddedGeocoder} is the entrance. For {@code wiring}, {@code action} and {@code sandbox}. Pure
 * but for its tables.
 */
@NullMarked
package org.entraide.place.embedded;

import org.jspecify.annotations.NullMarked;
