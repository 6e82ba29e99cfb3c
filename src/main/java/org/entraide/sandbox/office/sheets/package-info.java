/**
 * Plays Google Sheets for the embedded office. In: requests to the Sheets API, which it takes
 * apart. Out: answers; the packages below it read or change the spreadsheet. For {@code sandbox}
 * and tests, which give it to the office.
 */
@NullMarked
package org.entraide.sandbox.office.sheets;

import org.jspecify.annotations.NullMarked;
