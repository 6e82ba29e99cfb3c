package org.entraide.google.quota;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.entraide.google.wire.Attempts;
import org.entraide.resilience.RemoteFailure;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * What one user may ask for in a minute, counted over the last minute at every moment, however
 * Google cuts its minutes. What does not fit is refused here before it is asked: a 429 would hold
 * up everything of this user.
 */
public final class MinuteQuota {

  private final InstantSource clock;
  private final Kind kind;
  private final MinuteBudget minute;
  private @Nullable RemoteFailure closed;
  private Instant closedAt = Instant.EPOCH;

  /** What is counted. */
  enum Kind {
    /**
     * Gmail's 6,000 units, as Google counts for projects since May 2026 (<a
     * href="https://developers.google.com/workspace/gmail/api/reference/quota">quota</a>), of which
     * a tenth is left to other programs that read that mailbox.
     */
    MAILBOX(5_400, "google.quota.mailbox"),
    /**
     * Of 60 reads of Sheets a user (<a
     * href="https://developers.google.com/workspace/sheets/api/limits">usage limits</a>), and as
     * many writes, a few are left to the other uses of this account.
     */
    USER_READS(55, "google.quota.reads"),
    USER_WRITES(55, "google.quota.writes"),
    /** Of 300 reads a project, and as many writes, likewise. */
    PROJECT_READS(285, "google.quota.reads"),
    PROJECT_WRITES(285, "google.quota.writes");

    private final int aMinute;
    private final String used;

    /**
     * @param used the key of the words that it is used up
     */
    Kind(int aMinute, String used) {
      this.aMinute = aMinute;
      this.used = used;
    }

    /** Units of one minute. */
    int aMinute() {
      return aMinute;
    }
  }

  MinuteQuota(InstantSource clock, Kind kind, MinuteBudget minute) {
    this.clock = clock;
    this.kind = kind;
    this.minute = minute;
  }

  /** How often something of this price can be asked for now. */
  public int room(int price) {
    return closedUntil().isPresent() ? 0 : minute.room() / price;
  }

  /**
   * Takes the price of a call.
   *
   * @throws RemoteFailure of the kind THROTTLED, with the time when there is enough, or when Google
   *     said that it may be asked again
   */
  void take(int price) throws RemoteFailure {
    Optional<Instant> until = closedUntil();
    if (until.isPresent()) {
      throw throttled(until.get(), words());
    }
    Optional<Instant> free = minute.take(price);
    if (free.isPresent()) {
      throw throttled(free.get(), Message.of(kind.used));
    }
  }

  private static RemoteFailure throttled(Instant until, Message words) {
    return new RemoteFailure(RemoteFailure.Kind.THROTTLED, false, until, words, null);
  }

  /** Notes the price of a call that was repeated: it is asked already. */
  void spend(int price) {
    minute.spend(price);
  }

  /**
   * Takes the price of a call, and again whenever it is repeated.
   *
   * @throws RemoteFailure as {@link #take}
   */
  public <T> Attempts.Action<T> counted(int price, Attempts.Action<T> call) throws RemoteFailure {
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
   * Asks nothing of anybody's before the time that Google named when it refused a call: who goes on
   * asking is refused for longer.
   */
  public synchronized void obey(RemoteFailure failure) {
    if (failure.kind() == RemoteFailure.Kind.THROTTLED && failure.retryAt().isPresent()) {
      closed = failure;
      closedAt = clock.instant();
    }
  }

  private synchronized Message words() {
    return closed == null ? Message.plain("") : closed.words();
  }

  /** Until when nothing may be asked; empty once it may, and after the clock was set back. */
  private synchronized Optional<Instant> closedUntil() {
    Instant now = clock.instant();
    return Optional.ofNullable(closed)
        .filter(failure -> !now.isBefore(closedAt))
        .flatMap(RemoteFailure::retryAt)
        .filter(now::isBefore);
  }

  /** When there is enough for that; empty if there is now. Asks nobody. */
  Optional<Instant> freeAt(int price) {
    Optional<Instant> allowed = closedUntil();
    return allowed.isPresent() ? allowed : minute.freeAt(price);
  }
}
