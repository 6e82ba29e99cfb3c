package org.entraide.group;

import java.time.Duration;

/**
 * How long leases last. A campaign whose daemon died is taken up after {@code lasts + grace} and a
 * look: within half a minute.
 *
 * @param lasts a membership, unless it is renewed: three times as often
 * @param grace how long a request may still be on its way that was sent while the lease held: until
 *     then nobody else begins
 */
public record Terms(Duration lasts, Duration grace) {

  /**
   * The first byte of a request is sent right after the lease was looked at, whose row is at most
   * five seconds older ({@code Server} waits no longer for a connection; {@code HttpWire} looks
   * once it has one), and Google does what it was asked within ten, or never, as far as was seen.
   */
  public static final Terms USUAL = new Terms(Duration.ofSeconds(9), Duration.ofSeconds(15));

  /** How often to look. */
  public Duration look() {
    return lasts.dividedBy(3);
  }
}
