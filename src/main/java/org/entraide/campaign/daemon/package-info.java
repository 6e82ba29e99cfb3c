/**
 * Runs the passes of campaigns on their schedules, with a back-off after trouble, or each once. In:
 * the runners of campaigns, a scheduler and a clock. Out: passes at their times, and calls to a
 * watcher. For {@code run} alone.
 */
@NullMarked
package org.entraide.campaign.daemon;

import org.jspecify.annotations.NullMarked;
