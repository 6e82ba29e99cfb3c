/**
 * Does one pass over a campaign, from observing to applying, or sees that nothing is to be done.
 * In: a campaign's settings and ports, and what it keeps from pass to pass. Out: the report of each
 * pass; and answers to questions about a campaign, which change nothing. For {@code
 * campaign.daemon}, {@code run} and {@code action}; {@code campaign.apply} may not use it. Only
 * this package and that one choose whether a plan is applied.
 */
@NullMarked
package org.entraide.campaign.cycle;

import org.jspecify.annotations.NullMarked;
