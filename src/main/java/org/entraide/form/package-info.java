/**
 * Compares a form with its sheet, and finds the questions that a form lacks. In: the form with its
 * responses, and the rows of the sheet. Out: which column is which question, which row is which
 * response, what was really answered, and a new campaign's questions. For {@code campaign.observe},
 * {@code campaign.gateway} and {@code campaign.setup}; {@code google.forms} makes its values. Pure.
 */
@NullMarked
package org.entraide.form;

import org.jspecify.annotations.NullMarked;
