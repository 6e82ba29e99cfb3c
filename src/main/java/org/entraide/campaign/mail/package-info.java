/**
 * Watches the letters of a campaign in its delegates' mailboxes and finds lost ones. Comes in:
 * mailboxes and their cursors; goes out: what was seen of each letter. Makes no letter.
 */
@NullMarked
package org.entraide.campaign.mail;

import org.jspecify.annotations.NullMarked;
