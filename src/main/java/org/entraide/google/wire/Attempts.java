package org.entraide.google.wire;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.entraide.resilience.Sleeper;
import org.entraide.resilience.Stop;

/**
 * Repeats calls where that is safe and may help. Written here, because the known libraries for it
 * sleep by themselves, where a test's clock cannot follow; and above the client, because only here
 * is known what may be repeated:
 *
 * <ul>
 *   <li>a read, and a write that surely never left: up to four times, with pauses at random between
 *       nothing and 1, 2 and 4 seconds ("full jitter"), as long as half a minute is not over;
 *   <li>a write whose answer was lost: never;
 *   <li>after 401: once, with a new token;
 *   <li>after a throttle: once, and only if the wait is a few seconds. Longer ones are the
 *       caller's.
 * </ul>
 */
public final class Attempts {

  private static final int MOST = 4;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_THROTTLE = Duration.ofSeconds(5);
  private static final Duration LONGEST_ALTOGETHER = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final Sleeper sleeper;
  private final RandomGenerator random;
  private final GoogleFailures failures;
  private final Runnable leave;
  private final boolean mayBeTakenAway;

  public Attempts(
      InstantSource clock, Sleeper sleeper, RandomGenerator random, GoogleFailures failures) {
    this(clock, sleeper, random, failures, () -> {}, false);
  }

  private Attempts(
      InstantSource clock,
      Sleeper sleeper,
      RandomGenerator random,
      GoogleFailures failures,
      Runnable leave,
      boolean mayBeTakenAway) {
    this.clock = clock;
    this.sleeper = sleeper;
    this.random = random;
    this.failures = failures;
    this.leave = leave;
    this.mayBeTakenAway = mayBeTakenAway;
  }

  /**
   * These attempts for a caller that may lose the right to ask at any moment.
   *
   * @param leave asked immediately before each request; throws where it must not be
   */
  public Attempts with(Runnable leave) {
    return new Attempts(clock, sleeper, random, failures, leave, true);
  }

  /** A call to a service, from asking to the parsed answer. */
  @FunctionalInterface
  public interface Action<T> {
    T run() throws IOException;
  }

  /** Runs a call until it succeeds or nothing more can be done here. */
  public <T> T run(Operation operation, AccessTokens tokens, Action<T> action)
      throws RemoteFailure {
    Instant giveUpAt = clock.instant().plus(LONGEST_ALTOGETHER);
    boolean refreshed = false;
    boolean throttled = false;
    int attempt = 1;
    while (true) {
      Exception thrown;
      try {
        if (mayBeTakenAway) {
          tokens.token(); // which may have to be asked for: the lease is looked at after that
        }
        leave.run();
        return action.run();
      } catch (ForbiddenCallException | Stop.Stopped e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        thrown = e;
      }
      if (thrown instanceof ApiRefusal refusal && refusal.code() == 401 && !refreshed) {
        refreshed = true;
        tokens.refresh();
        continue;
      }
      RemoteFailure failure =
          tokens.advice().map(failures::advising).orElse(failures).translate(operation, thrown);
      Optional<Duration> pause =
          failure.kind() == Kind.THROTTLED
              ? throttled ? Optional.empty() : throttlePause(failure)
              : backOff(failure, attempt, giveUpAt);
      if (pause.isEmpty()) {
        throw failure;
      }
      throttled |= failure.kind() == Kind.THROTTLED;
      attempt++;
      sleep(pause.get(), failure);
    }
  }

  private Optional<Duration> throttlePause(RemoteFailure failure) {
    return failure
        .retryAt()
        .map(at -> Duration.between(clock.instant(), at))
        .filter(pause -> pause.compareTo(LONGEST_THROTTLE) <= 0)
        .map(pause -> pause.isNegative() ? Duration.ZERO : pause);
  }

  private Optional<Duration> backOff(RemoteFailure failure, int attempt, Instant giveUpAt) {
    if (failure.kind() != Kind.UNAVAILABLE || failure.maybeApplied() || attempt >= MOST) {
      return Optional.empty();
    }
    long ceiling = FIRST_PAUSE.toMillis() << (attempt - 1);
    Duration pause = Duration.ofMillis(random.nextLong(ceiling + 1));
    return clock.instant().plus(pause).isAfter(giveUpAt) ? Optional.empty() : Optional.of(pause);
  }

  private void sleep(Duration pause, RemoteFailure failure) throws RemoteFailure {
    try {
      sleeper.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}
