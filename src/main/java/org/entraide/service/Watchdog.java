package org.entraide.service;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What systemd wants to hear of a process regularly: sd_watchdog_enabled(3). */
final class Watchdog {

  static final String MICROSECONDS = "WATCHDOG_USEC";
  static final String PROCESS = "WATCHDOG_PID";

  private Watchdog() {}

  /**
   * How often to feed it: twice as often as it wants, as its manual recommends.
   *
   * @param environment the process's variables
   * @param pid the process's own number: variables that are another's, inherited, count for nothing
   * @return empty when there is no watchdog, or none for this process
   */
  static Optional<Duration> interval(Map<String, String> environment, long pid) {
    boolean forThisProcess =
        Optional.ofNullable(environment.get(PROCESS)).map(it -> it.equals("" + pid)).orElse(true);
    return Optional.ofNullable(environment.get(MICROSECONDS))
        .filter(it -> forThisProcess && it.matches("[1-9][0-9]{0,17}"))
        .map(Long::parseLong)
        .map(micros -> Duration.ofNanos(Math.multiplyExact(Math.min(micros, MOST), 1_000) / 2));
  }

  /** Microseconds of a hundred years: longer than any daemon runs, short enough to multiply. */
  private static final long MOST = 100L * 366 * 24 * 3600 * 1_000_000;
}
