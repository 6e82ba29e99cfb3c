/**
 * Compares a form with its sheet. In: the form with its responses, and the rows of the sheet. Out:
 * which column is which question, which row is which response, and what was really answered. For
 * {@code campaign.observe}, {@code campaign.gateway} and {@code doctor}; {@code google.forms} makes
 * its values. Pure.
 */
@NullMarked
package org.entraide.form;

import org.jspecify.annotations.NullMarked;
