/**
 * Holds the interfaces by which a campaign reaches the world, with their values. In: what a
 * campaign asks of its sheet, mailboxes, form and journal. Out: what was seen there, and troubles.
 * No decisions here. For {@code campaign}, and for {@code google} and {@code journal}, which
 * implement it; {@code plan} may not use it. It uses no other package of {@code campaign}.
 */
@NullMarked
package org.entraide.campaign.port;

import org.jspecify.annotations.NullMarked;
