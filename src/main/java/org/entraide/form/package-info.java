/**
 * The form beside the sheet, as plain values: which column belongs to which question, which row to
 * which answer, what was really answered, and the questionnaire of a new campaign.
 */
@NullMarked
package org.entraide.form;

import org.jspecify.annotations.NullMarked;
