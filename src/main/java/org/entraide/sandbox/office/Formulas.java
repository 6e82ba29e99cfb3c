package org.entraide.sandbox.office;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Calculates what the office understands of formulas: the four operations on plain numbers, a
 * quoted text, TRUE and FALSE. Everything else gives the error that Sheets shows for a name that it
 * does not know, or for a text that is no formula.
 */
final class Formulas {

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern CALL_OR_REFERENCE =
      Pattern.compile("[\\p{L}_'$][\\s\\S]*", Pattern.UNICODE_CHARACTER_CLASS);

  private final String text;
  private int at;

  private Formulas(String text) {
    this.text = text;
  }

  static CellValue calculate(CellValue.Formula formula) {
    String body = formula.text().substring(1).strip();
    var quoted = QUOTED.matcher(body);
    if (quoted.matches()) {
      return new CellValue.Text(quoted.group(1));
    }
    if (body.toUpperCase(Locale.ROOT).matches("TRUE|FALSE")) {
      return new CellValue.Bool(body.equalsIgnoreCase("TRUE"));
    }
    if (CALL_OR_REFERENCE.matcher(body).matches()) {
      return new CellValue.Failure("NAME", "#NAME?", "Unknown function or range name.");
    }
    return arithmetic(body);
  }

  private static CellValue arithmetic(String body) {
    Formulas parser = new Formulas(body);
    try {
      double result = parser.sum();
      parser.skipSpaces();
      if (parser.at < parser.text.length()) {
        return unparsable();
      }
      return Double.isFinite(result)
          ? new CellValue.Num(result)
          : new CellValue.Failure("DIVIDE_BY_ZERO", "#DIV/0!", "A division by zero.");
    } catch (NumberFormatException notArithmetic) {
      return unparsable();
    }
  }

  private static CellValue unparsable() {
    return new CellValue.Failure("ERROR", "#ERROR!", "Formula parse error.");
  }

  private double sum() {
    double result = product();
    while (true) {
      if (take('+')) {
        result += product();
      } else if (take('-')) {
        result -= product();
      } else {
        return result;
      }
    }
  }

  private double product() {
    double result = factor();
    while (true) {
      if (take('*')) {
        result *= factor();
      } else if (take('/')) {
        result /= factor();
      } else {
        return result;
      }
    }
  }

  private double factor() {
    if (take('-')) {
      return -factor();
    }
    if (take('+')) {
      return factor();
    }
    if (take('(')) {
      double inner = sum();
      if (!take(')')) {
        throw new NumberFormatException("unclosed parenthesis");
      }
      return inner;
    }
    skipSpaces();
    int from = at;
    while (at < text.length() && "0123456789.".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return Double.parseDouble(text.substring(from, at));
  }

  private void skipSpaces() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean take(char symbol) {
    skipSpaces();
    if (at < text.length() && text.charAt(at) == symbol) {
      at++;
      return true;
    }
    return false;
  }
}
