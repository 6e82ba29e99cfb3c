/**
 * Watches the letters of a campaign in its delegates' mailboxes, and finds lost ones. In: the known
 * introductions, and the cursors of the mailboxes. Out: what was seen of each letter, and which
 * follow-ups wait. It makes no letter. For {@code campaign.cycle}, {@code campaign.observe}, {@code
 * campaign.decide} and {@code campaign.apply}, which it may not use.
 */
@NullMarked
package org.entraide.campaign.mail;

import org.jspecify.annotations.NullMarked;
