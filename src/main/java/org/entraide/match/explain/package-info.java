/**
 * Why a need is still open, and why somebody has this helper and no other. Comes in: the final
 * state; goes out: reasons.
 */
@NullMarked
package org.entraide.match.explain;

import org.jspecify.annotations.NullMarked;
