/**
 * Does the methods of {@code spreadsheets.values}: reads, writes and appends plain values. In: a
 * book, ranges, and values as JSON. Out: values as JSON, or a changed book. For {@code
 * sandbox.office.sheets}, and {@code people} beside it.
 */
@NullMarked
package org.entraide.sandbox.office.sheets.values;

import org.jspecify.annotations.NullMarked;
