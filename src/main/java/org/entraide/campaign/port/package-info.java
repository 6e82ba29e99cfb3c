/**
 * The interfaces by which a campaign reaches the world, with their values: sheet, mailboxes, form,
 * journal, and what was seen there. Adapters implement them; everybody may use them. No decisions
 * here.
 */
@NullMarked
package org.entraide.campaign.port;

import org.jspecify.annotations.NullMarked;
