/**
 * Whose work a campaign's sheet is, and the daemon's own tabs, which tell others so from pass to
 * pass.
 */
@NullMarked
package org.entraide.campaign.claim;

import org.jspecify.annotations.NullMarked;
