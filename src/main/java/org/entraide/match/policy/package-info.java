/**
 * Makes the rounds of the matcher: pins first, then stable proposals, most people helped, or best
 * fit. In: the state of a round, with the ranks of its pairs. Out: who gets whom. For {@code
 * Matcher} alone; {@code match.core} may not use it. Pure.
 */
@NullMarked
package org.entraide.match.policy;

import org.jspecify.annotations.NullMarked;
