/**
 * Where people are: points, places, and the geocoder's interface. Values alone, which every package
 * may use. Pure.
 */
@NullMarked
package org.entraide.place;

import org.jspecify.annotations.NullMarked;
