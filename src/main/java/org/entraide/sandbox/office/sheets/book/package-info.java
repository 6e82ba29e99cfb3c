/**
 * The content of a spreadsheet: tabs, rows, cells, what lies over them, and the formulas in them.
 * Comes in: edits; goes out: a new version of the book, whole or not at all. All of the office's
 * Sheets uses it.
 */
@NullMarked
package org.entraide.sandbox.office.sheets.book;

import org.jspecify.annotations.NullMarked;
