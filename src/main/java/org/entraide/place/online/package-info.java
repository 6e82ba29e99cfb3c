/**
 * Asks online geocoders: Photon, Nominatim, postcodes.io and the French address base. In: what a
 * person wrote, and a cache. Out: a {@code Geocoder}, which everybody else sees. They are off
 * unless configured, each is asked as little as possible and never for a person. Only {@code
 * wiring} may use it.
 */
@NullMarked
package org.entraide.place.online;

import org.jspecify.annotations.NullMarked;
