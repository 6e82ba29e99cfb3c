package org.entraide.sandbox.office.sheets.formula;

import java.util.List;
import java.util.Optional;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.FormulaError;
import org.entraide.sandbox.office.sheets.value.FormulaValues;
import org.jspecify.annotations.Nullable;

/** {@code HYPERLINK(address; label)}: it gives the label, or the address where there is none. */
record LinkNode(List<FormulaNode> arguments) implements FormulaNode {

  private static final int ADDRESS_AND_LABEL = 2;

  LinkNode {
    arguments = List.copyOf(arguments);
  }

  @Override
  public @Nullable CellValue value(FormulaScope scope) {
    CellValue address = address(scope);
    return arguments.size() == 1 ? address : arguments.get(1).value(scope);
  }

  @Override
  public Optional<String> link(FormulaScope scope) {
    return Optional.of(FormulaValues.text(address(scope)));
  }

  /** An error in the address is the whole formula's. */
  private @Nullable CellValue address(FormulaScope scope) {
    if (arguments.isEmpty() || arguments.size() > ADDRESS_AND_LABEL) {
      throw FormulaError.arguments();
    }
    return arguments.get(0).value(scope);
  }
}
