package org.entraide.sandbox.office.sheets.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.SheetLocale;
import org.entraide.sandbox.office.sheets.value.TimePattern;

/** Writes a cell's content as people see it, by its number format and the spreadsheet's locale. */
public final class CellFormat {

  private static final Set<String> TEMPORAL = Set.of("DATE", "TIME", "DATE_TIME");

  private final SheetLocale locale;
  private final Map<String, TimePattern> patterns = new HashMap<>();

  public CellFormat(SheetLocale locale) {
    this.locale = locale;
  }

  /** A {@code userEnteredFormat} in an otherwise empty {@code CellData}. */
  public static ObjectNode extras(String type, String pattern) {
    ObjectNode extras = JsonNodeFactory.instance.objectNode();
    extras
        .putObject("userEnteredFormat")
        .putObject("numberFormat")
        .put("type", type)
        .put("pattern", pattern);
    return extras;
  }

  /** A formula with the separators of this locale. */
  public CellValue.Formula printed(CellValue.Formula formula) {
    return formula.in(locale);
  }

  public static boolean isTemporal(OfficeCell cell) {
    return cell.effective() instanceof CellValue.Num
        && TEMPORAL.contains(numberFormat(cell).path("type").asText());
  }

  /** What the cell shows; the empty text for a blank one. */
  public String show(OfficeCell cell) {
    CellValue value = cell.effective();
    if (value == null) {
      return "";
    }
    if (value instanceof CellValue.Text text) {
      return text.text();
    }
    if (value instanceof CellValue.Bool bool) {
      return bool.flag() ? locale.trueWord() : locale.falseWord();
    }
    if (value instanceof CellValue.Num number) {
      return show(number.number(), numberFormat(cell));
    }
    return value.plain().asText();
  }

  private static JsonNode numberFormat(OfficeCell cell) {
    ObjectNode extras = cell.extras();
    return extras == null
        ? JsonNodeFactory.instance.objectNode()
        : extras.path("userEnteredFormat").path("numberFormat");
  }

  private String show(double number, JsonNode format) {
    String type = format.path("type").asText();
    String pattern = format.path("pattern").asText();
    if (TEMPORAL.contains(type)) {
      return patterns
          .computeIfAbsent(
              pattern.isEmpty() ? usual(type) : pattern, p -> new TimePattern(p, locale.java()))
          .show(number);
    }
    boolean patterned = Set.of("NUMBER", "PERCENT", "CURRENCY", "SCIENTIFIC").contains(type);
    if (!patterned) {
      return general(number);
    }
    String usual = type.equals("PERCENT") ? "0.00%" : "#,##0.00";
    try {
      return new DecimalFormat(
              pattern.isEmpty() ? usual : javaPattern(pattern),
              DecimalFormatSymbols.getInstance(locale.java()))
          .format(number);
    } catch (IllegalArgumentException notJavas) {
      return general(number);
    }
  }

  /** Google quotes what is to be shown as it is with double quotes, Java with single ones. */
  private static String javaPattern(String pattern) {
    return pattern.replace("'", "''").replace('"', '\'');
  }

  private String usual(String type) {
    if (type.equals("DATE")) {
      return locale.date();
    }
    return type.equals("TIME") ? locale.time() : locale.dateTime();
  }

  /** The automatic format: whole numbers in full, others to ten significant digits. */
  private String general(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    BigDecimal rounded = BigDecimal.valueOf(number).round(new MathContext(10)).stripTrailingZeros();
    String text =
        Math.abs(number) < 1e15 && Math.abs(number) >= 1e-6
            ? rounded.toPlainString()
            : rounded.toString();
    return locale.commaDecimal() ? text.replace('.', ',') : text;
  }
}
