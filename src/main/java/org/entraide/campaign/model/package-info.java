/**
 * Holds one pass as values: its observation, its plan with the effects, its outcome and its report.
 * In: what was seen, and what is wanted. Out: records; a plan is a list of effects, and {@code
 * DesiredCells} says which cells differ from a sheet. For {@code campaign.decide}, {@code
 * campaign.apply} and {@code campaign.cycle}; those who watch take the report. {@code
 * campaign.gateway} may not use it.
 */
@NullMarked
package org.entraide.campaign.model;

import org.jspecify.annotations.NullMarked;
