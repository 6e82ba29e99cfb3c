/**
 * Plays Google Forms for the embedded office: forms, and their respondents. In: requests to the
 * Forms API and to {@code /office/forms}. Out: answers, and rows in the linked spreadsheet. For
 * {@code sandbox.office}, {@code sandbox} and tests.
 */
@NullMarked
package org.entraide.sandbox.office.forms;

import org.jspecify.annotations.NullMarked;
