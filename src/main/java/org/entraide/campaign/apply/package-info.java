/**
 * Performs plans, effect by effect: drafts, deletions, cells, the journal. Before effects outside
 * it asks the gate, and the journal knows of them first. In: plans of {@code campaign.model}. Out:
 * an outcome. What is wanted was decided before; which cells that means is found again at the
 * write. For {@code campaign.cycle}.
 */
@NullMarked
package org.entraide.campaign.apply;

import org.jspecify.annotations.NullMarked;
