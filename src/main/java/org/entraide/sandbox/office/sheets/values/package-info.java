/** The methods of {@code spreadsheets.values}: reading, writing and appending plain values. */
@NullMarked
package org.entraide.sandbox.office.sheets.values;

import org.jspecify.annotations.NullMarked;
