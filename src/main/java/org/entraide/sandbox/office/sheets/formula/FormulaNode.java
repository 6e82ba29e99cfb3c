package org.entraide.sandbox.office.sheets.formula;

import java.util.Optional;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.jspecify.annotations.Nullable;

/** A part of a formula that can be calculated. */
@FunctionalInterface
interface FormulaNode {

  /**
   * What it gives; null for a blank.
   *
   * @throws org.entraide.sandbox.office.sheets.value.FormulaError if it gives an error
   */
  @Nullable CellValue value(FormulaScope scope);

  /** The cells that it names, where it names some. */
  default Optional<GridArea> area(FormulaScope scope) {
    return Optional.empty();
  }

  /** Where it leads when it is clicked, where it is a link. */
  default Optional<String> link(FormulaScope scope) {
    return Optional.empty();
  }
}
