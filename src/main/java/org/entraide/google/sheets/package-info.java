/**
 * Reads and changes a spreadsheet through the Sheets API. In: the id of a spreadsheet, and changes.
 * Out: the workbook, read as it arrives, and the changes in Google's words. For {@code
 * GoogleServices} alone.
 */
@NullMarked
package org.entraide.google.sheets;

import org.jspecify.annotations.NullMarked;
