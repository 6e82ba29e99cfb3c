/**
 * Runs campaigns on their schedules, with a back-off after trouble, and tells watchers. For the
 * running of campaigns.
 */
@NullMarked
package org.entraide.campaign.daemon;

import org.jspecify.annotations.NullMarked;
