package org.entraide.google;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.entraide.campaign.RemoteFailure;
import org.entraide.campaign.RemoteFailure.Kind;

/**
 * A token bucket for one user of Gmail: 6,000 units a minute, as Google counts for projects since
 * May 2026 (<a href="https://developers.google.com/workspace/gmail/api/reference/quota">quota</a>),
 * of which a tenth is left to whatever else reads that mailbox. What does not fit is refused here
 * before it is asked: a 429 would hold up everything of this user.
 */
final class GmailQuota {

  private static final int A_MINUTE = 5_400;

  private final InstantSource clock;
  private double units = A_MINUTE;
  private Instant filledAt;

  GmailQuota(InstantSource clock) {
    this.clock = clock;
    this.filledAt = clock.instant();
  }

  /** How often something of this price can be asked for now. */
  synchronized int room(int price) {
    fill();
    return (int) (units / price);
  }

  /**
   * Takes the price of a call.
   *
   * @throws RemoteFailure of the kind THROTTLED, with the time when there is enough
   */
  synchronized void take(int price) throws RemoteFailure {
    fill();
    if (units < price) {
      long wait = (long) Math.ceil((price - units) * 60_000 / A_MINUTE);
      throw new RemoteFailure(
          Kind.THROTTLED,
          false,
          filledAt.plusMillis(wait),
          "This minute's quota of a delegate's mailbox is used up.",
          null);
    }
    units -= price;
  }

  private void fill() {
    Instant now = clock.instant();
    Duration passed = Duration.between(filledAt, now);
    if (!passed.isNegative()) {
      units = Math.min(A_MINUTE, units + passed.toMillis() * (double) A_MINUTE / 60_000);
    }
    filledAt = now;
  }
}
