/**
 * Looks at sheet, form, mailboxes and journal, and changes nothing. In: a campaign's ports and
 * settings. Out: the observation of one pass, with who is in which row. For {@code campaign.cycle};
 * {@code doctor} and {@code action} ask it which tab is served. {@code campaign.decide} may not use
 * it.
 */
@NullMarked
package org.entraide.campaign.observe;

import org.jspecify.annotations.NullMarked;
