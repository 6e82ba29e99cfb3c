package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;

/** Writes a cell's content as people see it, by its number format and the spreadsheet's locale. */
final class CellFormat {

  private static final Set<String> TEMPORAL = Set.of("DATE", "TIME", "DATE_TIME");

  private final SheetLocale locale;

  CellFormat(SheetLocale locale) {
    this.locale = locale;
  }

  /** A {@code userEnteredFormat} in an otherwise empty {@code CellData}. */
  static ObjectNode extras(String type, String pattern) {
    ObjectNode extras = JsonNodeFactory.instance.objectNode();
    extras
        .putObject("userEnteredFormat")
        .putObject("numberFormat")
        .put("type", type)
        .put("pattern", pattern);
    return extras;
  }

  static boolean isTemporal(Cell cell) {
    return cell.effective() instanceof CellValue.Num
        && TEMPORAL.contains(numberFormat(cell).path("type").asText());
  }

  /** What the cell shows; the empty text for a blank one. */
  String show(Cell cell) {
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

  private static JsonNode numberFormat(Cell cell) {
    ObjectNode extras = cell.extras();
    return extras == null
        ? JsonNodeFactory.instance.objectNode()
        : extras.path("userEnteredFormat").path("numberFormat");
  }

  private String show(double number, JsonNode format) {
    String type = format.path("type").asText();
    String pattern = format.path("pattern").asText();
    if (TEMPORAL.contains(type)) {
      return showTime(Serial.toTime(number), pattern.isEmpty() ? usual(type) : pattern);
    }
    boolean patterned = Set.of("NUMBER", "PERCENT", "CURRENCY", "SCIENTIFIC").contains(type);
    if (!patterned) {
      return general(number);
    }
    String usual = type.equals("PERCENT") ? "0.00%" : "#,##0.00";
    try {
      return new DecimalFormat(
              pattern.isEmpty() ? usual : pattern, DecimalFormatSymbols.getInstance(locale.java()))
          .format(number);
    } catch (IllegalArgumentException notJavas) {
      return general(number);
    }
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

  private static String showTime(LocalDateTime time, String pattern) {
    StringBuilder shown = new StringBuilder(pattern.length() + 4);
    boolean afterHour = false;
    for (int i = 0; i < pattern.length(); ) {
      char letter = pattern.charAt(i);
      int end = i;
      while (end < pattern.length() && pattern.charAt(end) == letter) {
        end++;
      }
      int count = end - i;
      char unit = Character.toLowerCase(letter);
      if (unit == 'h' || unit == 's') {
        afterHour = true;
      }
      shown.append(
          Character.isLetter(letter)
              ? part(time, unit, count, afterHour)
              : pattern.substring(i, end));
      i = end;
    }
    return shown.toString();
  }

  /** An {@code m} after an hour means minutes, elsewhere months. */
  private static String part(LocalDateTime time, char unit, int count, boolean afterHour) {
    return switch (unit) {
      case 'y' -> count > 2 ? padded(time.getYear(), 4) : padded(time.getYear() % 100, 2);
      case 'm' -> padded(afterHour ? time.getMinute() : time.getMonthValue(), count);
      case 'd' -> padded(time.getDayOfMonth(), count);
      case 'h' -> padded(time.getHour(), count);
      case 's' -> padded(time.getSecond(), count);
      default -> String.valueOf(unit).repeat(count).toUpperCase(Locale.ROOT);
    };
  }

  private static String padded(int number, int digits) {
    String text = Integer.toString(number);
    return text.length() >= digits ? text : "0".repeat(digits - text.length()) + text;
  }
}
