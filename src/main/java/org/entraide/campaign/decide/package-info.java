/**
 * Decides what one pass does: who is matched, which effects are planned, what rows and dashboard
 * should say. In: an observation. Out: plans. It performs nothing; it asks the geocoder where
 * people are, and mailboxes which follow-ups wait there. For {@code campaign.cycle}.
 */
@NullMarked
package org.entraide.campaign.decide;

import org.jspecify.annotations.NullMarked;
