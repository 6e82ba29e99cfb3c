/**
 * A spreadsheet through the Sheets API: reads it as it arrives and says changes in Google's words.
 * For {@code GoogleServices} alone.
 */
@NullMarked
package org.entraide.google.sheets;

import org.jspecify.annotations.NullMarked;
