/**
 * Decides what one pass does: who is matched, what rows and dashboard should say. Pure but for the
 * matcher's time.
 */
@NullMarked
package org.entraide.campaign.decide;

import org.jspecify.annotations.NullMarked;
