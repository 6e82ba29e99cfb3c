/**
 * Plays what organisers do by hand to their spreadsheets, and shows what they see. In: requests to
 * {@code /office/sheets}. Out: changed spreadsheets, and JSON for the page. {@code SheetPeople} is
 * the entrance. For {@code sandbox} and tests.
 */
@NullMarked
package org.entraide.sandbox.office.sheets.people;

import org.jspecify.annotations.NullMarked;
