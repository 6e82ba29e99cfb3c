/**
 * Counts the pairs that block a round by an independent scan over all pairs: shares no search with
 * what made the round.
 */
@NullMarked
package org.entraide.match.certify;

import org.jspecify.annotations.NullMarked;
