package org.entraide.sandbox.office.sheets.value;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date-time pattern as spreadsheets write it: {@code dd/mm/yyyy hh:mm}. An {@code m} beside hours
 * or seconds means minutes, elsewhere months; with {@code AM/PM} hours go from 1 to 12; {@code [h]}
 * counts all hours.
 */
public final class TimePattern {

  private static final Pattern PART =
      Pattern.compile(
          "\"(?<quoted>[^\"]*)\"|\\\\(?<escaped>.)|\\[(?<elapsed>[hHmMsS]+)\\]"
              + "|(?<half>(?i:am/pm|a/p))|(?<unit>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+)|(?<other>.)",
          Pattern.DOTALL);

  private final Locale locale;
  private final List<Part> parts = new ArrayList<>();
  private boolean halfDays;

  /**
   * @param unit the letter in lower case; a space for what is shown as it is, {@code a} for the
   *     half of the day, capitals for what counts on beyond its usual end
   */
  private record Part(char unit, int count, String text) {}

  public TimePattern(String pattern, Locale locale) {
    this.locale = locale;
    Matcher part = PART.matcher(pattern);
    while (part.find()) {
      parts.add(part(part));
    }
  }

  private Part part(Matcher part) {
    if (part.group("unit") != null) {
      String unit = part.group("unit");
      return new Part(Character.toLowerCase(unit.charAt(0)), unit.length(), unit);
    }
    if (part.group("elapsed") != null) {
      String unit = part.group("elapsed");
      return new Part(Character.toUpperCase(unit.charAt(0)), unit.length(), unit);
    }
    if (part.group("half") != null) {
      halfDays = true;
      return new Part('a', part.group("half").length(), part.group("half"));
    }
    for (String literal : List.of("quoted", "escaped", "other")) {
      if (part.group(literal) != null) {
        return new Part(' ', 0, part.group(literal));
      }
    }
    throw new IllegalStateException("A part of a pattern is nothing.");
  }

  /**
   * Writes a moment by this pattern.
   *
   * @param serial days since 1899-12-30
   */
  public String show(double serial) {
    LocalDateTime time = SerialDate.toTime(serial);
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      boolean minutes = part.unit() == 'm' && (isBeside(i, -1, "hH") || isBeside(i, 1, "sS"));
      shown.append(minutes ? padded(time.getMinute(), part.count()) : show(part, time, serial));
    }
    return shown.toString();
  }

  /** Whether the next unit in that direction is one of these. */
  private boolean isBeside(int index, int step, String units) {
    for (int i = index + step; i >= 0 && i < parts.size(); i += step) {
      if (parts.get(i).unit() != ' ') {
        return units.indexOf(parts.get(i).unit()) >= 0;
      }
    }
    return false;
  }

  private String show(Part part, LocalDateTime time, double serial) {
    int count = part.count();
    return switch (part.unit()) {
      case 'y' -> count > 2 ? padded(time.getYear(), 4) : padded(time.getYear() % 100, 2);
      case 'm' ->
          count > 2 ? named(time, count > 3 ? "LLLL" : "LLL") : padded(time.getMonthValue(), count);
      case 'd' ->
          count > 2 ? named(time, count > 3 ? "EEEE" : "EEE") : padded(time.getDayOfMonth(), count);
      case 'h' -> padded(halfDays ? (time.getHour() + 11) % 12 + 1 : time.getHour(), count);
      case 's' -> padded(time.getSecond(), count);
      case 'a' -> half(time, count);
      case 'H' -> padded((long) Math.floor(seconds(serial) / 3600d), count);
      case 'M' -> padded((long) Math.floor(seconds(serial) / 60d), count);
      case 'S' -> padded(seconds(serial), count);
      default -> part.text();
    };
  }

  private static String half(LocalDateTime time, int count) {
    String half = time.getHour() < 12 ? "AM" : "PM";
    return count > 3 ? half : half.substring(0, 1);
  }

  private static long seconds(double serial) {
    return Math.round(serial * 86_400);
  }

  private String named(LocalDateTime time, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(time);
  }

  private static String padded(long number, int digits) {
    String text = Long.toString(number);
    return text.length() >= digits ? text : "0".repeat(digits - text.length()) + text;
  }
}
