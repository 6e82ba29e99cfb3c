/**
 * Holds a spreadsheet as plain values: what was read, and what is to be written. In: cells as
 * {@code google.sheets} read them. Out: changes, which it writes. It does not know what a cell
 * means. For {@code plan}, {@code campaign}, {@code form} and {@code google.sheets}. Pure.
 */
@NullMarked
package org.entraide.table;

import org.jspecify.annotations.NullMarked;
