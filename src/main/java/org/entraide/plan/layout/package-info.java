/**
 * Finds where everything is in a campaign's spreadsheet: tabs, columns, rows, and their words. In:
 * one read of the workbook. Out: positions, rows with their hidden checks, and the tab that is
 * served. For {@code plan.authorship}, {@code plan.write} and {@code plan.interpret}, and most
 * others that read a sheet. Pure.
 */
@NullMarked
package org.entraide.plan.layout;

import org.jspecify.annotations.NullMarked;
