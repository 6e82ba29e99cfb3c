/**
 * The embedded geocoder: reads what people wrote about where they live, and finds it in the
 * gazetteer, or asks. {@code EmbeddedGeocoder} is the entrance, for the wiring and the sandbox.
 * Pure but for its tables.
 */
@NullMarked
package org.entraide.place.embedded;

import org.jspecify.annotations.NullMarked;
