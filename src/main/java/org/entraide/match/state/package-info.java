/**
 * Holds people as indices into flat columns, and what changes from round to round. In: participants
 * and rules. Out: columns, needs as bit masks, and whether a pair is acceptable and how good it is.
 * The size of a campaign so costs numbers and not objects. For {@code match} and the packages below
 * it alone. Pure.
 */
@NullMarked
package org.entraide.match.state;

import org.jspecify.annotations.NullMarked;
