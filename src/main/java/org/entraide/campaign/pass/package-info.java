/**
 * One pass as values: what was seen, what is going to be done, and what came of it. A plan is a
 * list of effects, each of which says what is wanted. Planners make them, one applier applies them,
 * everybody may read them. Nothing here performs anything.
 */
@NullMarked
package org.entraide.campaign.pass;

import org.jspecify.annotations.NullMarked;
