/**
 * Online geocoders, off unless configured: Photon, Nominatim, postcodes.io and the French address
 * base, each asked as little as possible and never for a person. The wiring makes them; everybody
 * else sees a {@code Geocoder}.
 */
@NullMarked
package org.entraide.place.online;

import org.jspecify.annotations.NullMarked;
