/**
 * Whose work a campaign's sheet is, and the daemon's own tabs, which say so to others from pass to
 * pass.
 */
@NullMarked
package org.entraide.campaign.claim;

import org.jspecify.annotations.NullMarked;
