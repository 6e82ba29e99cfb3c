/**
 * The rounds of the matcher: pins first, then stable proposals, most people helped, or best fit.
 * Comes in: the state of a round; goes out: who gets whom.
 */
@NullMarked
package org.entraide.match.policy;

import org.jspecify.annotations.NullMarked;
