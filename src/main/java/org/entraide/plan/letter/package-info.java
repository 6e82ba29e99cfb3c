/**
 * Writes the text of letters. In: the sender, and two people with what they need, or one with what
 * their answer lacks. Out: a letter in one language. Mainly for {@code campaign.decide}; {@code
 * google.gmail} makes drafts of letters, {@code livecheck} tries that, {@code action} shows them
 * beforehand, {@code wiring} makes the composer, and {@code plan.report} and other packages of
 * {@code campaign} take phone numbers, the composer or letters from it. Pure.
 */
@NullMarked
package org.entraide.plan.letter;

import org.jspecify.annotations.NullMarked;
