/**
 * What the row of each person says: where they are in the campaign, and why. In: people, the
 * matching, introductions. Out: messages by column. Pure. For {@code campaign.decide} and {@code
 * explain}.
 */
@NullMarked
package org.entraide.plan.report;

import org.jspecify.annotations.NullMarked;
