package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellFormat;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.formula.Formulas;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.SerialDate;
import org.entraide.sandbox.office.sheets.value.SheetLocale;
import org.jspecify.annotations.Nullable;

/** Reads a text as if it was typed into a cell ({@code USER_ENTERED}). */
public final class InputParser {

  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{1,4})([/-])(\\d{1,2})(?:\\2(\\d{1,4}))?"
              + "(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");
  private static final Pattern POINT_NUMBER =
      Pattern.compile("[+-]?(?:\\d+|\\d{1,3}(?:,\\d{3})+)?(?:\\.\\d*)?(?:[eE][+-]?\\d+)?");
  private static final Pattern COMMA_NUMBER =
      Pattern.compile(
          "[+-]?(?:\\d+|\\d{1,3}(?:[ \u00A0\u202F]\\d{3})+)?(?:,\\d*)?(?:[eE][+-]?\\d+)?");

  private final SheetLocale locale;
  private final LocalDate today;

  /**
   * @param today decides the year of a date typed without one
   */
  InputParser(SheetLocale locale, LocalDate today) {
    this.locale = locale;
    this.today = today;
  }

  public static InputParser of(Book book, SheetsWorld world) {
    return new InputParser(
        SheetLocale.of(book.locale()),
        LocalDate.ofInstant(world.time().instant(), SerialDate.zone(book.timeZone())));
  }

  /** The cell after a person typed that text into it; its note, colours and so on stay. */
  public OfficeCell type(OfficeCell cell, String typed) {
    if (typed.isEmpty()) {
      return cell.withValue(null);
    }
    if (typed.startsWith("'")) {
      return cell.withValue(new CellValue.Text(typed.substring(1)));
    }
    if (typed.startsWith("=") && typed.length() > 1) {
      return cell.withValue(Formulas.of(typed));
    }
    String text = typed.strip();
    OfficeCell temporal = temporal(cell, text);
    if (temporal != null) {
      return temporal;
    }
    CellValue value = plain(text);
    if (value != null) {
      return cell.withValue(value);
    }
    boolean sign = text.length() > 1 && (text.charAt(0) == '+' || text.charAt(0) == '-');
    return cell.withValue(sign ? Formulas.of("=" + text) : new CellValue.Text(typed));
  }

  private @Nullable CellValue plain(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (upper.equals("TRUE") || upper.equals(locale.trueWord())) {
      return new CellValue.Bool(true);
    }
    if (upper.equals("FALSE") || upper.equals(locale.falseWord())) {
      return new CellValue.Bool(false);
    }
    Pattern shape = locale.commaDecimal() ? COMMA_NUMBER : POINT_NUMBER;
    boolean hasDigit = text.chars().anyMatch(c -> c >= '0' && c <= '9');
    if (!hasDigit || !shape.matcher(text).matches()) {
      return null;
    }
    String java =
        locale.commaDecimal()
            ? text.replaceAll("[ \u00A0\u202F]", "").replace(',', '.')
            : text.replace(",", "");
    try {
      double number = Double.parseDouble(java);
      return Double.isFinite(number) ? new CellValue.Num(number) : null;
    } catch (NumberFormatException exponentAlone) {
      return null;
    }
  }

  private @Nullable OfficeCell temporal(OfficeCell cell, String text) {
    Matcher time = TIME.matcher(text);
    Matcher date = DATE.matcher(text);
    try {
      if (time.matches()) {
        double serial = time(time, 1).toSecondOfDay() / 86_400d;
        return formatted(cell, serial, "TIME", locale.time());
      }
      if (date.matches()) {
        boolean timed = date.group(5) != null;
        LocalTime clock = timed ? time(date, 5) : LocalTime.MIDNIGHT;
        double serial = SerialDate.of(LocalDateTime.of(date(date), clock));
        return timed
            ? formatted(cell, serial, "DATE_TIME", locale.dateTime())
            : formatted(cell, serial, "DATE", locale.date());
      }
    } catch (DateTimeException noSuchDay) {
      return null;
    }
    return null;
  }

  private static OfficeCell formatted(OfficeCell cell, double serial, String type, String pattern) {
    OfficeCell typed = cell.withValue(new CellValue.Num(serial));
    if (CellFormat.isTemporal(typed)) {
      return typed;
    }
    ObjectNode extras = CellFormat.extras(type, pattern);
    ObjectNode others = cell.extras();
    return typed.withExtras(others == null ? extras : others.deepCopy().setAll(extras));
  }

  private LocalDate date(Matcher date) {
    int first = Integer.parseInt(date.group(1));
    int second = Integer.parseInt(date.group(3));
    String last = date.group(4);
    if (date.group(1).length() > 2) {
      if (last == null || date.group(1).length() != 4) {
        throw new DateTimeException("not a date");
      }
      return LocalDate.of(first, second, Integer.parseInt(last));
    }
    int year = last == null ? today.getYear() : year(last);
    return locale.monthFirst()
        ? LocalDate.of(year, first, second)
        : LocalDate.of(year, second, first);
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() == 3) {
      throw new DateTimeException("not a year");
    }
    if (digits.length() == 4) {
      return year;
    }
    return year < 30 ? 2000 + year : 1900 + year;
  }

  private static LocalTime time(Matcher match, int group) {
    String seconds = match.group(group + 2);
    return LocalTime.of(
        Integer.parseInt(match.group(group)),
        Integer.parseInt(match.group(group + 1)),
        seconds == null ? 0 : Integer.parseInt(seconds));
  }
}
