package org.entraide.form;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.table.Cell;

/**
 * Whether a cell still shows what a form wrote into it. A sheet reads answers as if they were
 * typed: {@code 007} becomes 7, {@code 1/2} a day, {@code +33 6…} an error. What is not certain
 * counts as typed by a person.
 */
final class SheetText {

  /** A cell takes no more characters; the form keeps them all. */
  private static final int MOST_CHARACTERS = 50_000;

  private static final double FIRST_DAY = 1;
  private static final double LAST_DAY = 110_000; // in the 23rd century

  private static final LocalDateTime EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);
  private static final Pattern NOT_NUMERIC = Pattern.compile("[\\p{Z}\\s\\p{Sc}'’]+");
  private static final Pattern SUM = Pattern.compile("^[=+]?-?\\d++(?:[+-]\\d++)++");
  private static final Pattern TERM = Pattern.compile("[+-]?\\d+");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d++\\.?+\\d*+|\\.\\d++)([eE][+-]?\\d{1,3})?");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern TIME = Pattern.compile("(\\d{1,3})[:h](\\d{2})(?:[:m](\\d{2}))?");
  private static final Pattern DAY_LIKE = Pattern.compile("[\\d\\p{L}][\\d\\p{L}/.,\\- ]*");
  private static final double SECOND = 1.0 / 86_400;

  private SheetText() {}

  /** The answer {@code written} is as the form gave it to the sheet; empty for none. */
  static boolean shows(Cell cell, String written) {
    return switch (cell.kind()) {
      case EMPTY -> written.isBlank();
      case TEXT -> showsText(cell.text(), written);
      case BOOLEAN -> showsBoolean(cell, FormLines.line(written));
      case ERROR -> startsFormula(FormLines.line(written));
      case NUMBER -> showsNumber(cell.number(), FormLines.line(written));
    };
  }

  private static boolean showsText(String shown, String written) {
    if (shown.equals(written)) {
      return true;
    }
    String line = FormLines.line(written);
    String cell = FormLines.line(shown);
    return cell.equals(line)
        || (line.startsWith("'") && cell.equals(line.substring(1)))
        || (shown.length() >= MOST_CHARACTERS && written.startsWith(shown));
  }

  private static boolean showsBoolean(Cell cell, String written) {
    return switch (written.toLowerCase(Locale.ROOT)) {
      case "true", "vrai" -> cell.isTrue();
      case "false", "faux" -> !cell.isTrue();
      default -> false;
    };
  }

  private static boolean startsFormula(String written) {
    return !written.isEmpty() && "=+-@".indexOf(written.charAt(0)) >= 0;
  }

  private static boolean showsNumber(double shown, String written) {
    if (DIGITS.matcher(written).find()) {
      return showsPlainNumber(shown, written)
          || showsSum(shown, written)
          || showsMoment(shown, written);
    }
    return false;
  }

  private static boolean showsPlainNumber(double shown, String written) {
    String bare = NOT_NUMERIC.matcher(written).replaceAll("");
    double scale = 1;
    if (bare.endsWith("%")) {
      bare = bare.substring(0, bare.length() - 1);
      scale = 0.01;
    }
    return is(shown, bare.replace(',', '.'), scale)
        || is(shown, bare.replace(",", ""), scale)
        || is(shown, bare.replace(".", "").replace(',', '.'), scale);
  }

  private static boolean is(double shown, String number, double scale) {
    if (!NUMBER.matcher(number).matches()) {
      return false;
    }
    return areNear(shown, Double.parseDouble(number) * scale);
  }

  private static boolean areNear(double a, double b) {
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  }

  /** {@code +33-612345678} is a sum to a sheet. */
  private static boolean showsSum(double shown, String written) {
    String bare = NOT_NUMERIC.matcher(written).replaceAll("");
    if (!SUM.matcher(bare).matches()) {
      return false;
    }
    double sum = 0;
    Matcher terms = TERM.matcher(bare);
    while (terms.find()) {
      sum += Double.parseDouble(terms.group());
    }
    return areNear(shown, sum);
  }

  /** A day, a time of day, or both. */
  private static boolean showsMoment(double shown, String written) {
    Matcher time = TIME.matcher(written);
    boolean timed = time.find();
    String day = timed ? written.substring(0, time.start()).strip() : written;
    double fraction = timed ? fraction(time) : 0;
    if (timed && day.isEmpty()) {
      return Math.abs(shown - fraction) < SECOND;
    }
    double rest = shown - Math.floor(shown);
    return shown >= FIRST_DAY
        && shown < LAST_DAY
        && Math.abs(rest - fraction) < SECOND
        && DAY_LIKE.matcher(day).matches()
        && isDay(EPOCH.plusDays((long) Math.floor(shown)).toLocalDate(), day);
  }

  private static double fraction(Matcher time) {
    int seconds = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
    return (Integer.parseInt(time.group(1)) * 3600 + Integer.parseInt(time.group(2)) * 60 + seconds)
        * SECOND;
  }

  /** Whether the numbers written are those of the day, in any order. */
  private static boolean isDay(LocalDate shown, String written) {
    List<Integer> numbers = new ArrayList<>();
    Matcher digits = DIGITS.matcher(written);
    while (digits.find()) {
      if (digits.group().length() > 4) {
        return false;
      }
      numbers.add(Integer.valueOf(digits.group()));
    }
    boolean month = written.chars().anyMatch(Character::isLetter);
    int least = month ? 1 : 2;
    if (numbers.size() < least || numbers.size() > 3) {
      return false;
    }
    List<Integer> parts = new ArrayList<>(List.of(shown.getDayOfMonth(), shown.getYear()));
    if (!month) {
      parts.add(shown.getMonthValue());
    }
    return numbers.stream().allMatch(n -> parts.remove(n) || removeYear(parts, shown, n));
  }

  private static boolean removeYear(List<Integer> parts, LocalDate shown, int number) {
    return number == shown.getYear() % 100 && parts.remove(Integer.valueOf(shown.getYear()));
  }
}
