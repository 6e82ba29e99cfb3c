/**
 * Holds an introduction, and what is known of its letter. In: the labels and headers of a
 * conversation. Out: an introduction with its state, its correspondence, and what was seen of its
 * letter. Values alone: nothing here decides. For {@code campaign.decide}, {@code campaign.mail}
 * and {@code plan.introduce}, and others. Pure.
 */
@NullMarked
package org.entraide.plan.introduction;

import org.jspecify.annotations.NullMarked;
