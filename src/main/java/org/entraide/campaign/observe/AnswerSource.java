package org.entraide.campaign.observe;

import org.entraide.people.profile.ProfileReader;
import org.entraide.plan.layout.SheetLayout;

/**
 * Rows of answers.
 *
 * @param layout of their tab
 * @param reader of what they say
 */
record AnswerSource(SheetLayout layout, ProfileReader reader) {}
