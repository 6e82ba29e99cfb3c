package org.entraide.sandbox.office.sheets.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.FormulaError;
import org.entraide.sandbox.office.sheets.value.FormulaValues;
import org.jspecify.annotations.Nullable;

/**
 * Reads formulas: operators, numbers, texts, references, named ranges and calls. Semicolons
 * separate arguments in every locale; commas do, too, unless they are the locale's decimal sign.
 */
final class FormulaParser {

  private static final Pattern POINT_NUMBER =
      Pattern.compile("(?:\\d++\\.?+\\d*+|\\.\\d++)(?:[eE][+-]?\\d++)?");
  private static final Pattern COMMA_NUMBER =
      Pattern.compile("(?:\\d++,?+\\d*+|,\\d++)(?:[eE][+-]?\\d++)?");
  private static final Pattern TAB =
      Pattern.compile("^(?:'((?:[^']++|'')++)'|([\\p{L}_][\\p{L}\\p{N}_.]*+))!");
  private static final Pattern CELLS =
      Pattern.compile(
          "(\\$?)([A-Za-z]{1,3})(\\$?)(\\d{1,7})(?::(\\$?)([A-Za-z]{1,3})(\\$?)(\\d{1,7}))?"
              + "(?![\\p{L}\\p{N}_(.])");
  private static final Pattern OPEN_BELOW =
      Pattern.compile(
          "(\\$?)([A-Za-z]{1,3})(\\$?)(\\d{1,7}):(\\$?)([A-Za-z]{1,3})(?![\\p{L}\\p{N}_(.$])");
  private static final Pattern COLUMNS =
      Pattern.compile("(\\$?)([A-Za-z]{1,3}):(\\$?)([A-Za-z]{1,3})(?![\\p{L}\\p{N}_(.])");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");

  /** Nobody nests deeper; somebody pastes fifty thousand signs into one cell. */
  private static final int DEEPEST = 200;

  private final String text;
  private final boolean commaDecimal;
  private int at;
  private int depth;
  private boolean steady = true;

  private FormulaParser(String text, boolean commaDecimal) {
    this.text = text;
    this.commaDecimal = commaDecimal;
  }

  /**
   * A formula that was read.
   *
   * @param steady whether it gives the same in every cell of a range: it names no cell
   */
  record Parsed(FormulaNode root, boolean steady) {}

  /**
   * @param body without the equals sign
   * @param commaDecimal whether the locale's decimal sign is a comma
   * @throws FormulaError if it is no formula
   */
  static Parsed parse(String body, boolean commaDecimal) {
    FormulaParser parser = new FormulaParser(body, commaDecimal);
    FormulaNode root = parser.comparison();
    parser.skipSpaces();
    if (parser.at < body.length()) {
      throw FormulaError.unparsable();
    }
    return new Parsed(root, parser.steady);
  }

  private FormulaNode comparison() {
    FormulaNode left = joined();
    while (true) {
      String operator = take("<=", ">=", "<>", "=", "<", ">");
      if (operator == null) {
        return left;
      }
      FormulaNode one = left;
      FormulaNode other = joined();
      left = scope -> compared(operator, one.value(scope), other.value(scope));
    }
  }

  private static CellValue compared(
      String operator, @Nullable CellValue one, @Nullable CellValue other) {
    int order = FormulaValues.compare(one, other);
    return new CellValue.Bool(
        switch (operator) {
          case "<=" -> order <= 0;
          case ">=" -> order >= 0;
          case "<>" -> order != 0;
          case "=" -> order == 0;
          case "<" -> order < 0;
          default -> order > 0;
        });
  }

  private FormulaNode joined() {
    FormulaNode left = sum();
    while (take("&") != null) {
      FormulaNode one = left;
      FormulaNode other = sum();
      left =
          scope ->
              new CellValue.Text(
                  FormulaValues.text(one.value(scope)) + FormulaValues.text(other.value(scope)));
    }
    return left;
  }

  private FormulaNode sum() {
    FormulaNode left = product();
    while (true) {
      String operator = take("+", "-");
      if (operator == null) {
        return left;
      }
      left = arithmetic(operator, left, product());
    }
  }

  private FormulaNode product() {
    FormulaNode left = power();
    while (true) {
      String operator = take("*", "/");
      if (operator == null) {
        return left;
      }
      left = arithmetic(operator, left, power());
    }
  }

  private FormulaNode power() {
    FormulaNode left = sign();
    while (take("^") != null) {
      left = arithmetic("^", left, sign());
    }
    return left;
  }

  private static FormulaNode arithmetic(String operator, FormulaNode one, FormulaNode other) {
    return scope -> {
      double a = FormulaValues.number(one.value(scope));
      double b = FormulaValues.number(other.value(scope));
      return FormulaValues.of(
          switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            default -> Math.pow(a, b);
          });
    };
  }

  private FormulaNode sign() {
    String operator = take("+", "-");
    if (operator == null) {
      return percent();
    }
    deeper();
    FormulaNode inner = sign();
    depth--;
    return operator.equals("+")
        ? inner
        : scope -> FormulaValues.of(-FormulaValues.number(inner.value(scope)));
  }

  private void deeper() {
    depth++;
    if (depth > DEEPEST) {
      throw FormulaError.unparsable();
    }
  }

  private FormulaNode percent() {
    FormulaNode inner = primary();
    return take("%") == null
        ? inner
        : scope -> FormulaValues.of(FormulaValues.number(inner.value(scope)) / 100);
  }

  private FormulaNode primary() {
    skipSpaces();
    if (take("(") != null) {
      deeper();
      FormulaNode inner = comparison();
      depth--;
      require(")");
      return inner;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      CellValue quoted = new CellValue.Text(quoted());
      return scope -> quoted;
    }
    String number =
        match(commaDecimal ? COMMA_NUMBER : POINT_NUMBER)
            .map(m -> m.group().replace(',', '.'))
            .orElse("");
    if (!number.isEmpty()) {
      CellValue value = new CellValue.Num(Double.parseDouble(number));
      return scope -> value;
    }
    if (take("#REF!") != null) { // what is left of a reference to a deleted line
      return scope -> {
        throw FormulaError.reference();
      };
    }
    return reference();
  }

  private String quoted() {
    StringBuilder inner = new StringBuilder();
    for (at++; at < text.length(); at++) {
      if (text.charAt(at) == '"') {
        if (at + 1 == text.length() || text.charAt(at + 1) != '"') {
          at++;
          return inner.toString();
        }
        at++;
      }
      inner.append(text.charAt(at));
    }
    throw FormulaError.unparsable();
  }

  private FormulaNode reference() {
    String tab =
        match(TAB)
            .map(m -> m.group(1) == null ? m.group(2) : m.group(1).replace("''", "'"))
            .orElse("");
    Optional<Matcher> open = match(OPEN_BELOW);
    if (open.isPresent()) {
      steady = false;
      return FormulaReference.openBelow(tab, open.get());
    }
    Optional<Matcher> cells = match(CELLS);
    if (cells.isPresent()) {
      steady = false;
      return FormulaReference.cells(tab, cells.get());
    }
    Optional<Matcher> columns = match(COLUMNS);
    if (columns.isPresent()) {
      steady = false;
      return FormulaReference.columns(tab, columns.get());
    }
    if (!tab.isEmpty()) {
      throw FormulaError.unparsable();
    }
    String name = match(NAME).map(Matcher::group).orElseThrow(FormulaError::unparsable);
    if (take("(") != null) {
      return call(name);
    }
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.equals("TRUE") || upper.equals("FALSE")) {
      CellValue value = new CellValue.Bool(upper.equals("TRUE"));
      return scope -> value;
    }
    return FormulaReference.named(name);
  }

  private FormulaNode call(String name) {
    List<FormulaNode> arguments = new ArrayList<>();
    if (take(")") == null) {
      do {
        arguments.add(comparison());
      } while (take(commaDecimal ? new String[] {";"} : new String[] {",", ";"}) != null);
      require(")");
    }
    return FormulaFunctions.call(name, arguments);
  }

  private void skipSpaces() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private void require(String symbol) {
    if (take(symbol) == null) {
      throw FormulaError.unparsable();
    }
  }

  /** The first of these symbols that is here; null where none is. */
  private @Nullable String take(String... symbols) {
    skipSpaces();
    for (String symbol : symbols) {
      if (text.startsWith(symbol, at)) {
        at += symbol.length();
        return symbol;
      }
    }
    return null;
  }

  private Optional<Matcher> match(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    matcher.useTransparentBounds(true);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    at = matcher.end();
    return Optional.of(matcher);
  }
}
