/**
 * Holds where people are: points, places, and the interfaces of geocoders, of their cache and of
 * postcodes. In: what a person wrote about where they live. Out: a place with its uncertainty, a
 * question, or no answer, and how each is put into words. For {@code place.embedded}, {@code
 * place.online} and {@code campaign.gateway}; others use its values. Pure.
 */
@NullMarked
package org.entraide.place;

import org.jspecify.annotations.NullMarked;
