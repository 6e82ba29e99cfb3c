/**
 * Formulas in cells: reading them, calculating them, following lines that change, and the
 * conditions of rules and filters, which may be formulas. It knows the book; the book calls it as a
 * {@link org.entraide.sandbox.office.sheets.book.Recalculation} only.
 */
@NullMarked
package org.entraide.sandbox.office.sheets.formula;

import org.jspecify.annotations.NullMarked;
