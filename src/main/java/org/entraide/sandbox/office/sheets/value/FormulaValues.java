package org.entraide.sandbox.office.sheets.value;

import java.text.Collator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How formulas take one kind of value for another, and how they compare. */
public final class FormulaValues {

  static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

  private FormulaValues() {}

  public static double number(@Nullable CellValue value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof CellValue.Num number) {
      return number.number();
    }
    if (value instanceof CellValue.Bool bool) {
      return bool.flag() ? 1 : 0;
    }
    try {
      return Double.parseDouble(text(value).strip());
    } catch (NumberFormatException noNumber) {
      throw FormulaError.value();
    }
  }

  public static boolean truth(@Nullable CellValue value) {
    if (value instanceof CellValue.Text text) {
      if (text.text().equalsIgnoreCase("true") || text.text().equalsIgnoreCase("false")) {
        return text.text().equalsIgnoreCase("true");
      }
      throw FormulaError.value();
    }
    return number(value) != 0;
  }

  public static String text(@Nullable CellValue value) {
    if (value instanceof CellValue.Bool bool) {
      return bool.flag() ? "TRUE" : "FALSE";
    }
    return value == null ? "" : value.plain().asText();
  }

  public static CellValue of(double number) {
    if (!Double.isFinite(number)) {
      throw FormulaError.division();
    }
    return new CellValue.Num(number);
  }

  /** Numbers come before texts, texts before truth values; a blank is like its neighbour. */
  public static int compare(@Nullable CellValue a, @Nullable CellValue b) {
    int ranks = Integer.compare(rank(a, b), rank(b, a));
    if (ranks != 0) {
      return ranks;
    }
    if (rank(a, b) == 1) {
      Collator collator = Collator.getInstance(Locale.ROOT);
      String one = text(a);
      String other = text(b);
      return one.equalsIgnoreCase(other) ? 0 : collator.compare(one, other);
    }
    return Double.compare(number(a), number(b));
  }

  private static int rank(@Nullable CellValue value, @Nullable CellValue beside) {
    CellValue seen = value == null ? beside : value;
    if (seen instanceof CellValue.Text) {
      return 1;
    }
    return seen instanceof CellValue.Bool ? 2 : 0;
  }

  public static String trimmed(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip();
  }
}
