package org.entraide.sandbox.office.sheets.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.FormulaError;
import org.entraide.sandbox.office.sheets.value.FormulaValues;
import org.jspecify.annotations.Nullable;

/** The functions that formulas may call: what Entraide writes, and what its tests type. */
final class FormulaFunctions {

  private static final Map<String, Call> BY_NAME =
      Map.of(
          "AND", (s, a) -> bool(a.stream().allMatch(n -> FormulaValues.truth(n.value(s)))),
          "IF", FormulaFunctions::choice,
          "ISNUMBER", (s, a) -> bool(isNumber(s, a.get(0))),
          "LEN", (s, a) -> FormulaValues.of(FormulaValues.text(a.get(0).value(s)).length()),
          "MATCH", MatchFunction::apply,
          "NOW", (s, a) -> new CellValue.Num(s.serialNow()),
          "SUM", FormulaFunctions::sum);

  private FormulaFunctions() {}

  /** What a function does with its arguments. */
  @FunctionalInterface
  private interface Call {
    @Nullable CellValue apply(FormulaScope scope, List<FormulaNode> arguments);
  }

  static FormulaNode call(String name, List<FormulaNode> arguments) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.equals("INDIRECT") && !arguments.isEmpty()) {
      return FormulaReference.indirect(arguments.get(0));
    }
    if (upper.equals("HYPERLINK")) {
      return new LinkNode(arguments);
    }
    Call call = BY_NAME.get(upper);
    return scope -> {
      if (call == null) {
        throw FormulaError.name(name);
      }
      try {
        return call.apply(scope, arguments);
      } catch (IndexOutOfBoundsException missingArgument) {
        throw FormulaError.arguments();
      }
    };
  }

  private static CellValue bool(boolean flag) {
    return new CellValue.Bool(flag);
  }

  private static boolean isNumber(FormulaScope scope, FormulaNode node) {
    try {
      return node.value(scope) instanceof CellValue.Num;
    } catch (FormulaError error) {
      return false;
    }
  }

  private static @Nullable CellValue choice(FormulaScope scope, List<FormulaNode> arguments) {
    if (FormulaValues.truth(arguments.get(0).value(scope))) {
      return arguments.get(1).value(scope);
    }
    return arguments.size() > 2 ? arguments.get(2).value(scope) : bool(false);
  }

  private static CellValue sum(FormulaScope scope, List<FormulaNode> arguments) {
    return FormulaValues.of(
        filled(scope, arguments).stream()
            .filter(CellValue.Num.class::isInstance)
            .mapToDouble(FormulaValues::number)
            .sum());
  }

  /** The values of all arguments, ranges cell by cell, without blanks. */
  private static List<CellValue> filled(FormulaScope scope, List<FormulaNode> arguments) {
    List<CellValue> values = new ArrayList<>();
    for (FormulaNode node : arguments) {
      node.area(scope)
          .ifPresentOrElse(
              area -> values.addAll(scope.filled(area)),
              () -> {
                CellValue value = node.value(scope);
                if (value != null) {
                  values.add(value);
                }
              });
    }
    return values;
  }
}
