/**
 * Says on a campaign's sheet that this installation works on it, and sees whether another one does.
 * In: the sign of life on the dashboard, the time, and the identity of this installation. Out:
 * whose the sheet is, and what the daemon's own tabs should say; at the end of a process it writes
 * that itself. For {@code campaign.cycle}, {@code campaign.apply} and {@code campaign.decide}.
 */
@NullMarked
package org.entraide.campaign.claim;

import org.jspecify.annotations.NullMarked;
