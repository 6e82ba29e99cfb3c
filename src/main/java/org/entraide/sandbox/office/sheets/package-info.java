/**
 * Google Sheets as the embedded office plays it: takes a request apart and calls what reads or
 * changes the spreadsheet. For the office alone.
 */
@NullMarked
package org.entraide.sandbox.office.sheets;

import org.jspecify.annotations.NullMarked;
