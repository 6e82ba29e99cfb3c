/**
 * What a cell of the office's spreadsheets can hold, and how numbers, dates and errors are written.
 * Knows no spreadsheet.
 */
@NullMarked
package org.entraide.sandbox.office.sheets.value;

import org.jspecify.annotations.NullMarked;
