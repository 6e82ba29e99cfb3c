/**
 * What a pass is going to do, as values: a plan is a list of effects, each of which says what is
 * wanted. Planners make them, one applier applies them, everybody may read them. Nothing here
 * performs anything.
 */
@NullMarked
package org.entraide.campaign.effect;

import org.jspecify.annotations.NullMarked;
