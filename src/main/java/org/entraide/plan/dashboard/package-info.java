/**
 * Says what the dashboard should show, with its sign of life, and joins it to the daemon's other
 * tabs. In: the facts of a campaign, and the rows of these tabs. Out: the changes to write, and
 * whether another daemon is at work. For {@code campaign.cycle}, {@code campaign.decide} and {@code
 * campaign.claim}. Pure.
 */
@NullMarked
package org.entraide.plan.dashboard;

import org.jspecify.annotations.NullMarked;
