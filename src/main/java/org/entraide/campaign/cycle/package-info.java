/**
 * One pass over a campaign, from observing to applying; the passes that do nothing since nothing
 * changed or the campaign is paused; and what one campaign keeps from pass to pass.
 */
@NullMarked
package org.entraide.campaign.cycle;

import org.jspecify.annotations.NullMarked;
