package org.entraide.people.word;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.entraide.table.Cell;
import org.entraide.text.typed.LowerCase;

/**
 * Moments of a sheet. In the hour that a clock change repeats, the earlier moment; in the hour that
 * it skips, the later one, as {@link ZonedDateTime#ofLocal} has it.
 */
public final class Timestamps {

  /** Day 0 of Sheets' serial numbers. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);

  private static final double MILLIS_PER_DAY = 86_400_000.0;

  /** 2000-01-01 and 2100-01-01: outside these a number is no moment of an answer. */
  private static final double FIRST_SERIAL = 36_526;

  private static final double END_SERIAL = 73_051;

  private static final String TIME =
      "(?:[ ,tà]+(?:at )?(\\d{1,2})[:h](\\d{2})(?:[:m](\\d{2}))?.*)?";
  private static final Pattern ISO =
      Pattern.compile("^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + TIME);
  private static final Pattern NUMBERS =
      Pattern.compile("^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})" + TIME);
  private static final Pattern WORDS =
      Pattern.compile(
          "^(?:\\p{L}++\\.? )?(\\d{1,2})(?:er|st|nd|rd|th)? (\\p{L}++)\\.? (\\d{4})" + TIME);
  private static final Pattern AFTERNOON = Pattern.compile("\\d ?p\\.?m");
  private static final Pattern MORNING = Pattern.compile("\\d ?a\\.?m");

  /** How the names of each month begin. */
  private static final List<List<String>> MONTHS = months();

  private Timestamps() {}

  private static List<List<String>> months() {
    List<WordFile.SectionLine> lines = WordFile.read("months");
    return IntStream.rangeClosed(1, 12)
        .mapToObj(month -> WordFile.section(lines, String.valueOf(month)))
        .toList();
  }

  /**
   * Reads a moment.
   *
   * @param zone of the spreadsheet
   * @param monthFirst whether {@code 3/4/2020} is the 4th of March, where it could be either
   */
  public static CellReading<Instant> read(Cell cell, ZoneId zone, boolean monthFirst) {
    if (cell.isBlank()) {
      return CellReading.none();
    }
    if (cell.kind() == Cell.Kind.NUMBER
        && cell.number() >= FIRST_SERIAL
        && cell.number() < END_SERIAL) {
      return CellReading.of(at(serial(cell.number()), zone));
    }
    try {
      Optional<LocalDateTime> local =
          cell.kind() == Cell.Kind.TEXT ? text(cell.text(), monthFirst) : Optional.empty();
      if (local.isPresent()) {
        return CellReading.of(at(local.get(), zone));
      }
    } catch (DateTimeException e) {
      return CellReading.problem("people.timestamp.unclear"); // such as the 31st of February
    }
    return CellReading.problem("people.timestamp.unclear");
  }

  /** A serial number as the local time that it means, to the millisecond. */
  static LocalDateTime serial(double days) {
    return EPOCH.plus(Duration.ofMillis(Math.round(days * MILLIS_PER_DAY)));
  }

  private static Instant at(LocalDateTime local, ZoneId zone) {
    return ZonedDateTime.ofLocal(local, zone, null).toInstant();
  }

  private static Optional<LocalDateTime> text(String raw, boolean monthFirst) {
    String text = plain(raw);
    Matcher m = ISO.matcher(text);
    if (m.matches()) {
      return date(text, m, number(m, 1), number(m, 2), number(m, 3));
    }
    m = NUMBERS.matcher(text);
    if (m.matches()) {
      int first = number(m, 1);
      int second = number(m, 2);
      boolean month = second > 12 || (monthFirst && first <= 12);
      return date(text, m, number(m, 3), month ? first : second, month ? second : first);
    }
    m = WORDS.matcher(text);
    return m.matches()
        ? date(text, m, number(m, 3), month(m.group(2)), number(m, 1))
        : Optional.empty();
  }

  private static String plain(String raw) {
    return LowerCase.bare(Fold.line(raw)).replace(" a ", " ");
  }

  private static Optional<LocalDateTime> date(
      String text, Matcher m, int year, int month, int day) {
    int hour = m.group(4) == null ? 0 : number(m, 4);
    int minute = m.group(5) == null ? 0 : number(m, 5);
    int second = m.group(6) == null ? 0 : number(m, 6);
    if (AFTERNOON.matcher(text).find() && hour < 12) {
      hour += 12;
    } else if (MORNING.matcher(text).find() && hour == 12) {
      hour = 0;
    }
    return Optional.of(LocalDateTime.of(year, month, day, hour, minute, second));
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  /**
   * The number of a month, from 1.
   *
   * @param word in small letters without accents
   * @throws DateTimeException if no month begins so
   */
  static int month(String word) {
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).stream().anyMatch(word::startsWith)) {
        return i + 1;
      }
    }
    throw new DateTimeException("No such month.");
  }

  /** Whether a month begins so. */
  static boolean isMonth(String word) {
    return MONTHS.stream().flatMap(List::stream).anyMatch(word::startsWith);
  }
}
