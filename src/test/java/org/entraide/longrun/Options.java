package org.entraide.longrun;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked for.
 *
 * @param first the first seed; empty for one by the clock, or that of the run that goes on
 * @param families their names, with sizes
 * @param limit after which no case begins any more
 * @param only the id of one case to run alone; the directory of the run stays as it is
 */
record Options(
    Optional<Long> first,
    String families,
    Part part,
    Optional<Duration> limit,
    Path directory,
    Optional<String> only) {

  private static final double SECONDS_AN_HOUR = 3600;

  /**
   * Reads the system properties {@code long.*}.
   *
   * @throws IllegalArgumentException for what cannot be meant
   */
  static Options of(Map<String, String> properties) {
    double hours = number(properties, "long.hours");
    long first = (long) number(properties, "long.first");
    String only = properties.getOrDefault("long.case", "");
    return new Options(
        first == 0 ? Optional.empty() : Optional.of(first),
        properties.getOrDefault("long.families", "all"),
        Part.parse(properties.getOrDefault("long.part", "1/1")),
        hours == 0
            ? Optional.empty()
            : Optional.of(Duration.ofMillis(Math.round(hours * SECONDS_AN_HOUR * 1000))),
        Path.of(properties.getOrDefault("long.directory", "target/long")),
        only.isEmpty() ? Optional.empty() : Optional.of(only));
  }

  private static double number(Map<String, String> properties, String name) {
    String value = properties.getOrDefault(name, "0");
    try {
      double number = Double.parseDouble(value);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException("%s is \"%s\", not a number.".formatted(name, value));
  }

  /** As the option says it. */
  static double hours(Duration duration) {
    return duration.toMillis() / SECONDS_AN_HOUR / 1000;
  }

  /** The command that goes on, or tells one case again. */
  static String command(String more) {
    return "mvn -B -ntp -Plong" + (more.isEmpty() ? "" : " " + more) + " verify";
  }

  /** These options on a command line, with a first seed. */
  String words(long seed) {
    StringBuilder words = new StringBuilder("-Dlong.first=" + seed);
    if (!families.equals("all")) {
      words.append(" -Dlong.families=").append(families);
    }
    if (part.of() > 1) {
      words.append(" -Dlong.part=").append(part);
    }
    return words.toString();
  }
}
