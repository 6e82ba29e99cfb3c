/**
 * Makes the questionnaire of a new campaign, and finds what a form lacks of it. In: the words for
 * the questions, and a form as it is. Out: the parts to make, with where they go. For {@code
 * campaign.setup} and {@code campaign.port}; {@code google.forms} makes them. Pure.
 */
@NullMarked
package org.entraide.form.questionnaire;

import org.jspecify.annotations.NullMarked;
