package org.entraide.place.embedded;

import org.entraide.place.PostcodeLookup;
import org.entraide.place.index.GazetteerIndex;

/**
 * What the embedded geocoder knows.
 *
 * @param areas departments and counties
 * @param postcodes finer ones than the gazetteer's
 */
record GeocoderTables(GazetteerIndex index, Areas areas, PostcodeLookup postcodes) {}
