/**
 * Counts the pairs that block a round, by an independent scan over all pairs. In: the people, the
 * state of the round, and who got whom. Out: the number of blocking pairs. It shares no search with
 * what made the round. For {@code Matcher} alone. Pure.
 */
@NullMarked
package org.entraide.match.certify;

import org.jspecify.annotations.NullMarked;
