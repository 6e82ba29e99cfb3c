package org.entraide.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * How long the pairs of somebody who needs are only compared, from the first answer on.
 *
 * @param fixed the time, not negative; empty where it adapts to how many answers arrive
 */
public record HoldBack(Optional<Duration> fixed) {

  /** The word for it in the configuration and in what is remembered. */
  public static final String AUTO_WORD = "auto";

  /** Adapts to how many answers arrive. */
  public static final HoldBack AUTO = new HoldBack(Optional.empty());

  /** One fixed time for everybody. */
  public static HoldBack of(Duration time) {
    return new HoldBack(Optional.of(time));
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws DateTimeParseException if it is neither {@code auto} nor an ISO-8601 duration
   */
  public static HoldBack parse(String text) {
    return text.equals(AUTO_WORD) ? AUTO : of(Duration.parse(text));
  }

  /** {@code auto}, or an ISO-8601 duration. */
  public String text() {
    return fixed.map(Duration::toString).orElse(AUTO_WORD);
  }
}
