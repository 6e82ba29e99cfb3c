/**
 * Finds why a need is still open, and why somebody has this helper and no other. In: the state
 * after the last round, or an instance and a pair. Out: reasons, and a comparison of the pair with
 * others. For {@code match} and {@code plan.report}. Pure.
 */
@NullMarked
package org.entraide.match.explain;

import org.jspecify.annotations.NullMarked;
