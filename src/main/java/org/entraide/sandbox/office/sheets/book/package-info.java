/**
 * The content of a spreadsheet: tabs, rows, cells, and what lies over them. Comes in: edits; goes
 * out: a new version of the book, whole or not at all. All of the office's Sheets uses it; it does
 * not know how formulas are calculated.
 */
@NullMarked
package org.entraide.sandbox.office.sheets.book;

import org.jspecify.annotations.NullMarked;
