package org.entraide.google;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.entraide.campaign.RemoteFailure;
import org.entraide.campaign.RemoteFailure.Kind;

/**
 * What one user of Gmail may be asked for: 6,000 units in a minute, as Google counts for projects
 * since May 2026 (<a
 * href="https://developers.google.com/workspace/gmail/api/reference/quota">quota</a>), of which a
 * tenth is left to whatever else reads that mailbox. Counted over the last minute at every moment,
 * however Google cuts its minutes. What does not fit is refused here before it is asked: a 429
 * would hold up everything of this user.
 */
final class GmailQuota {

  private static final int A_MINUTE = 5_400;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Deque<Spent> lastMinute = new ArrayDeque<>();
  private int used;

  private record Spent(Instant at, int units) {}

  GmailQuota(InstantSource clock) {
    this.clock = clock;
  }

  /** How often something of this price can be asked for now. */
  synchronized int room(int price) {
    forget(clock.instant());
    return Math.max(0, A_MINUTE - used) / price;
  }

  /**
   * Takes the price of a call.
   *
   * @throws RemoteFailure of the kind THROTTLED, with the time when there is enough
   */
  synchronized void take(int price) throws RemoteFailure {
    Instant now = clock.instant();
    forget(now);
    if (used + price > A_MINUTE) {
      throw new RemoteFailure(
          Kind.THROTTLED,
          false,
          whenFree(price, now),
          "This minute's quota of a delegate's mailbox is used up.",
          null);
    }
    spend(price);
  }

  /** Notes the price of a call that was repeated: it is asked already. */
  synchronized void spend(int price) {
    lastMinute.add(new Spent(clock.instant(), price));
    used += price;
  }

  private Instant whenFree(int price, Instant now) {
    int left = used + price - A_MINUTE;
    for (Spent spent : lastMinute) {
      left -= spent.units();
      if (left <= 0) {
        return spent.at().plus(MINUTE);
      }
    }
    return now.plus(MINUTE);
  }

  /** What is older than a minute; and what is younger than now, after the clock was set back. */
  private void forget(Instant now) {
    Spent first = lastMinute.peek();
    while (first != null
        && (!now.isBefore(first.at().plus(MINUTE)) || first.at().isAfter(now.plus(MINUTE)))) {
      used -= first.units();
      lastMinute.remove();
      first = lastMinute.peek();
    }
  }
}
