/**
 * Looks at sheet, form, mailboxes and journal, and changes nothing. Goes out: the observation of
 * one pass.
 */
@NullMarked
package org.entraide.campaign.observe;

import org.jspecify.annotations.NullMarked;
