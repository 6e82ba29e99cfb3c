/**
 * Decides how introductions go on. In: people, introductions, and a matching. Out: the matcher's
 * input, new proposals, drafts to make and to take back, and who was kept for long enough. For
 * {@code campaign.decide}, {@code campaign.mail} and {@code plan.report}; it may not use {@code
 * plan.interpret}. Pure.
 */
@NullMarked
package org.entraide.plan.introduce;

import org.jspecify.annotations.NullMarked;
