/**
 * One pass over a campaign, from observing to applying, and the passes that do nothing since
 * nothing changed or the campaign is paused.
 */
@NullMarked
package org.entraide.campaign.cycle;

import org.jspecify.annotations.NullMarked;
