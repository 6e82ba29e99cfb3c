/**
 * Shows a spreadsheet in Google's JSON: cells, rows and looks. In: a book, and the fields that were
 * asked for. Out: JSON with only those fields, and which rows a filter hides. For {@code
 * sandbox.office.sheets} and the packages {@code batch} and {@code people} beside it.
 */
@NullMarked
package org.entraide.sandbox.office.sheets.json;

import org.jspecify.annotations.NullMarked;
