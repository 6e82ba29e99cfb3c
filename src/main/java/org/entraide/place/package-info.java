/** Where people are: points, places, and the geocoder's port. */
@NullMarked
package org.entraide.place;

import org.jspecify.annotations.NullMarked;
