/**
 * One pass as values: what was seen and of whom, what is going to be done, what the journal shall
 * know, and what came of it. A plan is a list of effects, each of which says what is wanted.
 * Planners make them, one applier applies them, everybody may read them.
 */
@NullMarked
package org.entraide.campaign.model;

import org.jspecify.annotations.NullMarked;
