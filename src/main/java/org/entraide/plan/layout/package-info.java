/**
 * Where everything is in a campaign's spreadsheet: tabs, columns, rows, their hidden checks, and
 * the words in them. Comes in: one read of the workbook; goes out: rows and positions. Pure.
 */
@NullMarked
package org.entraide.plan.layout;

import org.jspecify.annotations.NullMarked;
