/**
 * Looks at sheet, form, mailboxes and journal, and changes nothing. Goes out: what one pass knows
 * of the world.
 */
@NullMarked
package org.entraide.campaign.observe;

import org.jspecify.annotations.NullMarked;
