package org.entraide.people.word;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.text.Texts;
import org.entraide.text.typed.LowerCase;
import org.jspecify.annotations.Nullable;

/**
 * A day as a person types it, with or without its year: {@code 12/01/2027}, {@code 12.1.27}, {@code
 * 12 janvier}, {@code Jan 12th, 2027}, {@code 2027-01-12}. Pure.
 *
 * @param year empty where none was typed
 */
public record WrittenDay(MonthDay day, OptionalInt year) {

  /** Of a year that is written with two digits. */
  private static final int CENTURY = 2000;

  private static final int HUNDRED = 100;

  /** A 29th of February comes within so many years. */
  private static final int LONGEST_GAP = 8;

  private static final String SEPARATOR = "(?: *+[-/.] *+| ++)";
  private static final String WEEKDAY = "(?:(\\p{L}++)[., ]++)?";
  private static final String YEAR = "(\\d{4}|\\d{2})";
  private static final Pattern DASH = Pattern.compile("[\\p{Pd}\u2212]");

  private static final Pattern ISO =
      Pattern.compile("^(\\d{4})" + SEPARATOR + "(\\d{1,2})" + SEPARATOR + "(\\d{1,2})");
  private static final Pattern NUMBERS =
      Pattern.compile(
          "^" + WEEKDAY + "(\\d{1,2})" + SEPARATOR + "(\\d{1,2})(?:" + SEPARATOR + YEAR + ")?");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "^"
              + WEEKDAY
              + "(\\d{1,2})(?:er|st|nd|rd|th)?[-. ]*+(?:of\\s)?(\\p{L}++)(?:[-., ]*+'?"
              + YEAR
              + ")?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "^" + WEEKDAY + "(\\p{L}++)[-. ]*+(\\d{1,2})(?:st|nd|rd|th)?(?:[-., ]++'?" + YEAR + ")?");
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}+");

  /** Some begin as a month does: « mardi ». */
  private static final Set<String> WEEKDAYS =
      Texts.languages().stream()
          .flatMap(language -> Texts.icu(language).stream())
          .flatMap(language -> Stream.of(DateFormatSymbols.getInstance(language).getWeekdays()))
          .map(LowerCase::bare)
          .collect(Collectors.toUnmodifiableSet());

  /**
   * Reads a day.
   *
   * @param monthFirst whether {@code 3/4} is the 4th of March, where it could be either
   * @return empty for anything that is not one day and nothing else, and for a day that no year has
   */
  public static Optional<WrittenDay> read(String text, boolean monthFirst) {
    String plain = plain(text);
    try {
      Matcher m = ISO.matcher(plain);
      if (m.matches()) {
        return day(number(m, 2), number(m, 3), m.group(1));
      }
      m = NUMBERS.matcher(plain);
      if (m.matches()) {
        int first = number(m, 2);
        int second = number(m, 3);
        boolean month = second > 12 || (monthFirst && first <= 12);
        return day(m, month ? first : second, month ? second : first);
      }
      m = DAY_FIRST.matcher(plain);
      if (m.matches()) {
        return day(m, month(m.group(3)), number(m, 2));
      }
      m = MONTH_FIRST.matcher(plain);
      return m.matches() ? day(m, month(m.group(2)), number(m, 3)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty(); // such as the 31st of February
    }
  }

  /** Whether somebody who typed this had a day in mind. */
  public static boolean isMeantBy(String text) {
    String plain = plain(text);
    return plain.chars().anyMatch(Character::isDigit)
        || WORD.matcher(plain).results().anyMatch(word -> Timestamps.isMonth(word.group()));
  }

  /**
   * Whether a sheet writes the month before the day.
   *
   * @param sheetLocale as Google writes it, such as {@code en_US}
   */
  public static boolean isMonthFirst(String sheetLocale) {
    if (sheetLocale.isEmpty()) {
      return false;
    }
    DateFormat format = DateFormat.getInstanceForSkeleton("yMd", new ULocale(sheetLocale));
    String pattern = format instanceof SimpleDateFormat simple ? simple.toPattern() : "";
    return pattern.indexOf('M') < pattern.indexOf('d');
  }

  /** That day in the year that was typed; empty where none was. */
  public Optional<LocalDate> on() {
    return year.isPresent() ? Optional.of(day.atYear(year.getAsInt())) : Optional.empty();
  }

  /** The first such day that is not before another, whatever year was typed. */
  public LocalDate from(LocalDate first) {
    for (int y = first.getYear(); y <= first.getYear() + LONGEST_GAP; y++) {
      if (day.isValidYear(y) && !day.atYear(y).isBefore(first)) {
        return day.atYear(y);
      }
    }
    throw new IllegalStateException("No year has " + day + ".");
  }

  private static String plain(String text) {
    String line = DASH.matcher(LowerCase.bare(Fold.line(text))).replaceAll("-");
    return line.replace('\u2019', '\'').strip();
  }

  /** Behind a day of the week, or nothing, and before a year, or none. */
  private static Optional<WrittenDay> day(Matcher m, int month, int day) {
    String weekday = m.group(1);
    boolean other = weekday != null && WEEKDAYS.stream().noneMatch(it -> it.startsWith(weekday));
    return other ? Optional.empty() : day(month, day, m.group(4));
  }

  private static Optional<WrittenDay> day(int month, int day, @Nullable String year) {
    MonthDay read = MonthDay.of(month, day);
    if (year == null) {
      return Optional.of(new WrittenDay(read, OptionalInt.empty()));
    }
    int typed = Integer.parseInt(year);
    int full = typed < HUNDRED ? CENTURY + typed : typed;
    return full / HUNDRED == CENTURY / HUNDRED && read.isValidYear(full)
        ? Optional.of(new WrittenDay(read, OptionalInt.of(full)))
        : Optional.empty();
  }

  private static int month(String word) {
    if (WEEKDAYS.contains(word)) {
      throw new DateTimeException("No month but a day of the week.");
    }
    return Timestamps.month(word);
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
