/**
 * The spreadsheet as plain values: what was read, and what is to be written. Knows nobody's
 * meaning.
 */
@NullMarked
package org.entraide.table;

import org.jspecify.annotations.NullMarked;
