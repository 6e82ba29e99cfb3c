/** The embedded gazetteer: the towns of the world by their names, and where some postcodes are. */
@NullMarked
package org.entraide.place.index;

import org.jspecify.annotations.NullMarked;
