package org.entraide.sandbox.office.sheets.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Dates as spreadsheets count them: days since 1899-12-30, the time of day as a fraction. */
public final class SerialDate {

  private static final LocalDateTime EPOCH = LocalDate.of(1899, 12, 30).atStartOfDay();
  private static final double SECONDS_A_DAY = 86_400;

  private SerialDate() {}

  public static double of(LocalDateTime time) {
    return ChronoUnit.SECONDS.between(EPOCH, time) / SECONDS_A_DAY;
  }

  /** The local time in the spreadsheet's zone, to the second as form timestamps are shown. */
  public static double of(Instant instant, String timeZone) {
    return of(LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), zone(timeZone)));
  }

  static LocalDateTime toTime(double serial) {
    return EPOCH.plusSeconds(Math.round(serial * SECONDS_A_DAY));
  }

  public static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }
}
