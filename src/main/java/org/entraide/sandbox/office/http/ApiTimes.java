package org.entraide.sandbox.office.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants as Google writes them. */
public final class ApiTimes {

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private ApiTimes() {}

  /** RFC 3339 with three decimals, in UTC. */
  public static String millis(Instant time) {
    return MILLIS.format(time);
  }
}
