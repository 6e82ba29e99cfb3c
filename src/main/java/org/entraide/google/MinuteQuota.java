package org.entraide.google;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.entraide.campaign.RemoteFailure;
import org.entraide.campaign.RemoteFailure.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What one user may ask for in a minute, counted over the last minute at every moment, however
 * Google cuts its minutes. What does not fit is refused here before it is asked: a 429 would hold
 * up everything of this user.
 */
final class MinuteQuota {

  /**
   * Gmail's 6,000 units, as Google counts for projects since May 2026 (<a
   * href="https://developers.google.com/workspace/gmail/api/reference/quota">quota</a>), of which a
   * tenth is left to whatever else reads that mailbox.
   */
  private static final int GMAIL = 5_400;

  /**
   * Of 60 reads of Sheets a user (<a
   * href="https://developers.google.com/workspace/sheets/api/limits">usage limits</a>), and as many
   * writes, a few are left to whatever else this account does.
   */
  private static final int SHEETS_USER = 55;

  /** Of 300 reads a project, and as many writes, likewise. */
  private static final int SHEETS_PROJECT = 285;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final int aMinute;
  private final String usedUp;
  private final Deque<Spent> lastMinute = new ArrayDeque<>();
  private int used;
  private @Nullable RemoteFailure closed;
  private Instant closedAt = Instant.EPOCH;

  private record Spent(Instant at, int units) {}

  private MinuteQuota(InstantSource clock, int aMinute, String usedUp) {
    this.clock = clock;
    this.aMinute = aMinute;
    this.usedUp = usedUp;
  }

  /** Units of one mailbox. */
  static MinuteQuota gmail(InstantSource clock) {
    return new MinuteQuota(clock, GMAIL, "This minute's quota of a delegate's mailbox is used up.");
  }

  /** Reads of spreadsheets as one user. */
  static MinuteQuota userReads(InstantSource clock) {
    return sheets(clock, SHEETS_USER, "reading");
  }

  /** Writes of spreadsheets as one user. */
  static MinuteQuota userWrites(InstantSource clock) {
    return sheets(clock, SHEETS_USER, "writing");
  }

  /** Reads of spreadsheets by all users of one project. */
  static MinuteQuota projectReads(InstantSource clock) {
    return sheets(clock, SHEETS_PROJECT, "reading");
  }

  /** Writes of spreadsheets by all users of one project. */
  static MinuteQuota projectWrites(InstantSource clock) {
    return sheets(clock, SHEETS_PROJECT, "writing");
  }

  private static MinuteQuota sheets(InstantSource clock, int aMinute, String what) {
    return new MinuteQuota(
        clock, aMinute, "This minute's quota for " + what + " spreadsheets is used up.");
  }

  /** How often something of this price can be asked for now. */
  synchronized int room(int price) {
    Instant now = clock.instant();
    forget(now);
    return closedUntil(now).isPresent() ? 0 : Math.max(0, aMinute - used) / price;
  }

  /**
   * Takes the price of a call.
   *
   * @throws RemoteFailure of the kind THROTTLED, with the time when there is enough, or when Google
   *     said that it may be asked again
   */
  synchronized void take(int price) throws RemoteFailure {
    Instant now = clock.instant();
    forget(now);
    RemoteFailure said = closed;
    if (said != null && closedUntil(now).isPresent()) {
      throw new RemoteFailure(
          Kind.THROTTLED,
          false,
          said.retryAt().orElse(now),
          String.valueOf(said.getMessage()),
          null);
    }
    if (used + price > aMinute) {
      throw new RemoteFailure(Kind.THROTTLED, false, whenFree(price, now), usedUp, null);
    }
    spend(price);
  }

  /** Notes the price of a call that was repeated: it is asked already. */
  synchronized void spend(int price) {
    lastMinute.add(new Spent(clock.instant(), price));
    used += price;
  }

  /**
   * Takes the price of a call, and again whenever it is repeated.
   *
   * @throws RemoteFailure as {@link #take}
   */
  <T> Attempts.Action<T> counted(int price, Attempts.Action<T> call) throws RemoteFailure {
    take(price);
    boolean[] asked = {false};
    return () -> {
      if (asked[0]) {
        spend(price);
      }
      asked[0] = true;
      return call.run();
    };
  }

  /**
   * Asks nothing of anybody's before the time that Google named when it refused a call: whoever
   * goes on asking is refused for longer.
   */
  synchronized void obey(RemoteFailure failure) {
    if (failure.kind() == Kind.THROTTLED && failure.retryAt().isPresent()) {
      closed = failure;
      closedAt = clock.instant();
    }
  }

  /** Until when nothing may be asked; empty once it may, and after the clock was set back. */
  private Optional<Instant> closedUntil(Instant now) {
    return Optional.ofNullable(closed)
        .filter(failure -> !now.isBefore(closedAt))
        .flatMap(RemoteFailure::retryAt)
        .filter(now::isBefore);
  }

  /** When there is enough for that; empty if there is now. */
  synchronized Optional<Instant> freeAt(int price) {
    Instant now = clock.instant();
    forget(now);
    Optional<Instant> allowed = closedUntil(now);
    if (allowed.isPresent()) {
      return allowed;
    }
    return used + price > aMinute ? Optional.of(whenFree(price, now)) : Optional.empty();
  }

  private Instant whenFree(int price, Instant now) {
    int left = used + price - aMinute;
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
