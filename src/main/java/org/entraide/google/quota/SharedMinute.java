package org.entraide.google.quota;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.entraide.group.SharedBudget;
import org.entraide.group.SharedBudget.BudgetGrant;
import org.entraide.group.SharedBudget.TakenUnits;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * A minute that all daemons of a group spend together. It is taken in slices: as much as is asked
 * for at first, twice as much whenever a slice was spent while it was good, so that a long pass
 * asks the database seldom and a quiet one wastes nothing. In between nothing is asked that the
 * last answer contains.
 */
final class SharedMinute implements MinuteBudget {

  /**
   * How long a slice may be spent. It counts five seconds longer than a minute; one of them is left
   * for the way to Google.
   */
  static final Duration GOOD = Duration.ofSeconds(4);

  /** How long a database that is away is not asked again. */
  private static final Duration AWAY = Duration.ofSeconds(5);

  /** No slice is more than this part of a minute: it would be missing elsewhere. */
  private static final int PARTS = 10;

  private final SharedBudget budget;
  private final String subject;
  private final int limit;
  private final Duration good;
  private final InstantSource clock;

  /** Held while the database is asked; the monitor never is. */
  private final ReentrantLock asking = new ReentrantLock();

  private final ProcessMinute all;
  private Instant lastAsked = Instant.EPOCH;
  private Instant failed = Instant.EPOCH;
  private int size;
  private int left;

  /**
   * @param subject whose minute it is: a name that identifies nobody
   * @param limit units of a minute
   * @param good for how long a slice may be spent
   */
  SharedMinute(SharedBudget budget, String subject, int limit, Duration good, InstantSource clock) {
    this.budget = budget;
    this.subject = subject;
    this.limit = limit;
    this.good = good;
    this.clock = clock;
    this.all = new ProcessMinute(clock, limit, Duration.ofSeconds(65));
  }

  @Override
  public synchronized int room() {
    Instant now = clock.instant();
    return isAway(now) ? 0 : Math.toIntExact(Math.max(0, left(now) + all.left()));
  }

  @Override
  public synchronized Optional<Instant> freeAt(int price) {
    Instant now = clock.instant();
    if (isAway(now)) {
      return Optional.of(failed.plus(AWAY));
    }
    return left(now) >= price ? Optional.empty() : all.freeAt(price - left(now));
  }

  /** Only while a slice is good; and not after the clock was set back. */
  private int left(Instant now) {
    return isWithin(lastAsked, good, now) ? left : 0;
  }

  private boolean isAway(Instant now) {
    return isWithin(failed, AWAY, now);
  }

  private static boolean isWithin(Instant begin, Duration length, Instant now) {
    return !now.isBefore(begin) && now.isBefore(begin.plus(length));
  }

  @Override
  public Optional<Instant> take(int price) throws RemoteFailure {
    asking.lock();
    try {
      int most;
      Instant now;
      synchronized (this) {
        now = clock.instant();
        if (left(now) >= price) {
          left -= price;
          return Optional.empty();
        }
        if (isAway(now)) {
          throw away(null);
        }
        Optional<Instant> free = all.freeAt(price);
        if (free.isPresent()) {
          return free; // others can only have taken more since
        }
        most = slice(price, now);
      }
      return absorb(ask(price, most, limit), price, now);
    } finally {
      asking.unlock();
    }
  }

  private int slice(int price, Instant now) {
    boolean spentInTime = size > 0 && isWithin(lastAsked, good, now);
    return Math.max(price, spentInTime ? Math.min(2 * size, limit / PARTS) : price);
  }

  private BudgetGrant ask(int least, int most, int allowed) throws RemoteFailure {
    try {
      return budget.take(subject, least, most, allowed);
    } catch (UncheckedIOException e) {
      synchronized (this) {
        failed = clock.instant();
        throw away(e);
      }
    }
  }

  private RemoteFailure away(@Nullable UncheckedIOException why) {
    return new RemoteFailure(
        Kind.THROTTLED, false, failed.plus(AWAY), Message.of("google.quota.unknown"), why);
  }

  /**
   * @param askedAt when it was asked
   * @return when there is enough; empty if there was
   */
  private synchronized Optional<Instant> absorb(BudgetGrant grant, int price, Instant askedAt)
      throws RemoteFailure {
    Instant now = clock.instant();
    all.clear();
    for (TakenUnits taken : grant.counting()) {
      all.spend(taken.units(), taken.ends());
    }
    lastAsked = askedAt;
    size = grant.units();
    left = Math.max(0, grant.units() - price);
    if (!isWithin(askedAt, good, now)) {
      failed = now; // it came too late to be spent
      throw away(null);
    }
    return grant.units() > 0 ? Optional.empty() : Optional.of(all.whenLeft(price));
  }

  /** Spends from the slice; what does not fit is recorded as taken, even beyond the slice. */
  @Override
  public void spend(int price) {
    asking.lock();
    try {
      synchronized (this) {
        Instant now = clock.instant();
        if (left(now) >= price) {
          left -= price;
          return;
        }
        if (isAway(now)) {
          return;
        }
      }
      Instant askedAt = clock.instant();
      absorb(ask(price, price, Integer.MAX_VALUE), price, askedAt);
    } catch (RemoteFailure e) {
      // what is spent stays spent; the next request reports the failure
    } finally {
      asking.unlock();
    }
  }
}
