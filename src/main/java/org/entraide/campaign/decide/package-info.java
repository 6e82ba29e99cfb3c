/**
 * Decides what one pass does: who is matched, which effects are planned, what rows and dashboard
 * should say. In: an observation. Out: plans. It performs nothing; only {@code FollowUpReader} asks
 * mailboxes, before follow-ups are planned. For {@code campaign.cycle}.
 */
@NullMarked
package org.entraide.campaign.decide;

import org.jspecify.annotations.NullMarked;
