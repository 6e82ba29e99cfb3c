package org.entraide.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchdogTest {

  private static final long PID = 42;

  @Test
  void itIsFedTwiceAsOftenAsItWants() {
    assertThat(Watchdog.interval(Map.of("WATCHDOG_USEC", "300000000"), PID))
        .contains(Duration.ofSeconds(150));
    assertThat(Watchdog.interval(Map.of("WATCHDOG_USEC", "300000000", "WATCHDOG_PID", "42"), PID))
        .contains(Duration.ofSeconds(150));
  }

  @Test
  void oneThatIsMeantForTheParentProcessIsNotOurs() {
    assertThat(Watchdog.interval(Map.of("WATCHDOG_USEC", "300000000", "WATCHDOG_PID", "1"), PID))
        .isEmpty();
  }

  @Test
  void whereThereIsNoneNothingIsFed() {
    assertThat(Watchdog.interval(Map.of(), PID)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "5min", "99999999999999999999"})
  void whatIsNoNumberOfMicrosecondsIsNoWatchdog(String value) {
    assertThat(Watchdog.interval(Map.of("WATCHDOG_USEC", value), PID)).isEmpty();
  }

  @Test
  void theLongestOneThatSystemdCanNameIsNoOverflow() {
    assertThat(Watchdog.interval(Map.of("WATCHDOG_USEC", "999999999999999999"), PID))
        .hasValueSatisfying(it -> assertThat(it).isGreaterThan(Duration.ofDays(10_000)));
  }
}
