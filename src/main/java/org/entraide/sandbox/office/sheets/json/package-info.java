/**
 * How a spreadsheet is shown in Google's JSON: cells, rows, looks, and only the fields that were
 * asked for.
 */
@NullMarked
package org.entraide.sandbox.office.sheets.json;

import org.jspecify.annotations.NullMarked;
