/**
 * Reads and calculates formulas in cells, and the conditions of rules and filters. In: the text of
 * a formula or a condition, and the book, which it knows. Out: values or errors, and formulas that
 * follow lines that change. For the packages {@code batch}, {@code json} and {@code people} beside
 * it; the book calls it as a {@link org.entraide.sandbox.office.sheets.book.Recalculation} only.
 */
@NullMarked
package org.entraide.sandbox.office.sheets.formula;

import org.jspecify.annotations.NullMarked;
