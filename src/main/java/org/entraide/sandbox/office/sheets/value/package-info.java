/**
 * Holds what a cell of the office's spreadsheets can contain. In: numbers, dates, formulas as text,
 * and locales. Out: values and errors, written as Sheets writes them. It knows no spreadsheet. For
 * all of the office's Sheets, {@code book} and {@code batch} most, and for its Forms.
 */
@NullMarked
package org.entraide.sandbox.office.sheets.value;

import org.jspecify.annotations.NullMarked;
