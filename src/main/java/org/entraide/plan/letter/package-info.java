/**
 * Writes the text of letters. In: the sender, and two people with what they need, or one with what
 * their answer lacks. Out: a letter in one language. For {@code campaign.decide}; {@code
 * google.gmail} makes drafts of letters, {@code action} shows them beforehand. Pure.
 */
@NullMarked
package org.entraide.plan.letter;

import org.jspecify.annotations.NullMarked;
