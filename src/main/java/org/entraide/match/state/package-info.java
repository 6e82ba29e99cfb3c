/**
 * People as indices into flat columns, needs as bit masks, and what changes from round to round, so
 * that the size of a campaign costs numbers and not objects. For the matcher alone.
 */
@NullMarked
package org.entraide.match.state;

import org.jspecify.annotations.NullMarked;
