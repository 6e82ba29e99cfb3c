/**
 * One pass over a campaign, from observing to applying; the passes that do nothing since nothing
 * changed or the campaign is paused; what one campaign keeps from pass to pass; and what is asked
 * about a campaign.
 */
@NullMarked
package org.entraide.campaign.cycle;

import org.jspecify.annotations.NullMarked;
