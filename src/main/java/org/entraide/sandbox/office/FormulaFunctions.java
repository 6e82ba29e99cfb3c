package org.entraide.sandbox.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** The functions that formulas may call, by their English names and by some French ones. */
final class FormulaFunctions {

  private static final Map<String, Call> BY_NAME = new HashMap<>();

  static {
    BY_NAME.put("AND", (s, a) -> bool(a.stream().allMatch(n -> FormulaValues.truth(n.value(s)))));
    BY_NAME.put("OR", (s, a) -> bool(a.stream().anyMatch(n -> FormulaValues.truth(n.value(s)))));
    BY_NAME.put("NOT", (s, a) -> bool(!FormulaValues.truth(a.get(0).value(s))));
    BY_NAME.put("IF", FormulaFunctions::choice);
    BY_NAME.put("IFERROR", FormulaFunctions::orElse);
    BY_NAME.put("ISERROR", (s, a) -> bool(fails(s, a.get(0))));
    BY_NAME.put(
        "ISNUMBER",
        (s, a) -> bool(!fails(s, a.get(0)) && a.get(0).value(s) instanceof CellValue.Num));
    BY_NAME.put(
        "ISTEXT",
        (s, a) -> bool(!fails(s, a.get(0)) && a.get(0).value(s) instanceof CellValue.Text));
    BY_NAME.put("ISBLANK", (s, a) -> bool(!fails(s, a.get(0)) && a.get(0).value(s) == null));
    BY_NAME.put("NOW", (s, a) -> new CellValue.Num(s.serialNow()));
    BY_NAME.put("TODAY", (s, a) -> new CellValue.Num(Math.floor(s.serialNow())));
    BY_NAME.put("SUM", (s, a) -> FormulaValues.of(numbers(s, a).sum()));
    BY_NAME.put("MIN", (s, a) -> FormulaValues.of(numbers(s, a).min().orElse(0)));
    BY_NAME.put("MAX", (s, a) -> FormulaValues.of(numbers(s, a).max().orElse(0)));
    BY_NAME.put("COUNT", (s, a) -> FormulaValues.of((double) numbers(s, a).count()));
    BY_NAME.put("COUNTA", (s, a) -> FormulaValues.of(filled(s, a).size()));
    BY_NAME.put("COUNTIF", FormulaFunctions::countIf);
    BY_NAME.put("ABS", (s, a) -> FormulaValues.of(Math.abs(number(s, a.get(0)))));
    BY_NAME.put("ROUND", FormulaFunctions::round);
    BY_NAME.put("LEN", (s, a) -> FormulaValues.of(text(s, a.get(0)).length()));
    BY_NAME.put("UPPER", (s, a) -> new CellValue.Text(text(s, a.get(0)).toUpperCase(Locale.ROOT)));
    BY_NAME.put("LOWER", (s, a) -> new CellValue.Text(text(s, a.get(0)).toLowerCase(Locale.ROOT)));
    BY_NAME.put("TRIM", (s, a) -> new CellValue.Text(Tidying.trimmed(text(s, a.get(0)))));
    BY_NAME.put("CONCATENATE", FormulaFunctions::joined);
    BY_NAME.put("REGEXMATCH", FormulaFunctions::regexMatch);
    Map.of(
            "ET",
            "AND",
            "OU",
            "OR",
            "NON",
            "NOT",
            "SI",
            "IF",
            "SIERREUR",
            "IFERROR",
            "ESTNUM",
            "ISNUMBER",
            "MAINTENANT",
            "NOW",
            "AUJOURDHUI",
            "TODAY",
            "SOMME",
            "SUM",
            "NBVAL",
            "COUNTA")
        .forEach((french, english) -> BY_NAME.put(french, known(english)));
  }

  private FormulaFunctions() {}

  /** What a function does with its arguments. */
  @FunctionalInterface
  private interface Call {
    @Nullable CellValue apply(FormulaScope scope, List<FormulaNode> arguments);
  }

  private static Call known(String name) {
    Call call = BY_NAME.get(name);
    if (call == null) {
      throw new IllegalStateException("There is no function " + name + ".");
    }
    return call;
  }

  static FormulaNode call(String name, List<FormulaNode> arguments) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.equals("INDIRECT") && !arguments.isEmpty()) {
      return FormulaReference.indirect(arguments.get(0));
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

  private static double number(FormulaScope scope, FormulaNode node) {
    return FormulaValues.number(node.value(scope));
  }

  private static String text(FormulaScope scope, FormulaNode node) {
    return FormulaValues.text(node.value(scope));
  }

  private static boolean fails(FormulaScope scope, FormulaNode node) {
    try {
      CellValue ignored = node.value(scope);
      return ignored instanceof CellValue.Failure;
    } catch (FormulaError error) {
      return true;
    }
  }

  private static @Nullable CellValue choice(FormulaScope scope, List<FormulaNode> arguments) {
    if (FormulaValues.truth(arguments.get(0).value(scope))) {
      return arguments.get(1).value(scope);
    }
    return arguments.size() > 2 ? arguments.get(2).value(scope) : bool(false);
  }

  private static @Nullable CellValue orElse(FormulaScope scope, List<FormulaNode> arguments) {
    if (!fails(scope, arguments.get(0))) {
      return arguments.get(0).value(scope);
    }
    return arguments.size() > 1 ? arguments.get(1).value(scope) : null;
  }

  private static CellValue round(FormulaScope scope, List<FormulaNode> arguments) {
    double digits = arguments.size() > 1 ? number(scope, arguments.get(1)) : 0;
    double factor = Math.pow(10, digits);
    return FormulaValues.of(Math.round(number(scope, arguments.get(0)) * factor) / factor);
  }

  private static CellValue joined(FormulaScope scope, List<FormulaNode> arguments) {
    StringBuilder text = new StringBuilder();
    filled(scope, arguments).forEach(value -> text.append(FormulaValues.text(value)));
    return new CellValue.Text(text.toString());
  }

  private static CellValue regexMatch(FormulaScope scope, List<FormulaNode> arguments) {
    try {
      Pattern pattern = Pattern.compile(text(scope, arguments.get(1)));
      return bool(pattern.matcher(text(scope, arguments.get(0))).find());
    } catch (PatternSyntaxException noPattern) {
      throw FormulaError.value();
    }
  }

  private static CellValue countIf(FormulaScope scope, List<FormulaNode> arguments) {
    CellValue wanted = arguments.get(1).value(scope);
    long count =
        filled(scope, arguments.subList(0, 1)).stream()
            .filter(value -> FormulaValues.compare(value, wanted) == 0)
            .count();
    return FormulaValues.of((double) count);
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

  private static DoubleStream numbers(FormulaScope scope, List<FormulaNode> arguments) {
    return filled(scope, arguments).stream()
        .filter(CellValue.Num.class::isInstance)
        .mapToDouble(FormulaValues::number);
  }
}
