package org.entraide.campaign.daemon;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a campaign waits for its next pass: quick after changes, slower while nothing happens,
 * slower still while something outside fails. Every wait is stretched or shortened by up to a half,
 * so that campaigns do not march in step.
 *
 * @param poll the wait that the administrator wished for, or a longer one that is fair to others
 * @param quietest the longest wait while nothing happens, where that is longer than {@code poll}
 * @param quiet how many passes in a row changed nothing
 * @param failed how many passes in a row failed
 */
record PollBackoff(Duration poll, Duration quietest, int quiet, int failed) {

  /** Longest wait of a campaign. */
  static final Duration SLOWEST = Duration.ofMinutes(5);

  /** So many quiet passes are waited at full pace before it slows down. */
  private static final int PATIENCE = 20;

  private static final int MOST_DOUBLINGS = 6;

  static PollBackoff of(Duration poll) {
    return of(poll, SLOWEST);
  }

  static PollBackoff of(Duration poll, Duration quietest) {
    return new PollBackoff(poll, quietest, 0, 0);
  }

  PollBackoff afterChange() {
    return of(poll, quietest);
  }

  PollBackoff afterQuiet() {
    return new PollBackoff(poll, quietest, quiet + 1, 0);
  }

  PollBackoff afterFailure() {
    return new PollBackoff(poll, quietest, 0, failed + 1);
  }

  /** The next wait, before jitter. */
  Duration interval() {
    int slower = Math.max(0, quiet - PATIENCE) / 4;
    Duration wait = poll.multipliedBy(1L << Math.min(Math.max(slower, failed), MOST_DOUBLINGS));
    Duration most = failed > 0 ? SLOWEST : quietest;
    Duration longest = poll.compareTo(most) > 0 ? poll : most;
    return wait.compareTo(longest) > 0 ? longest : wait;
  }

  /** The next wait, half to one and a half times {@link #interval}. */
  Duration next(RandomGenerator random) {
    long millis = interval().toMillis();
    return Duration.ofMillis(millis / 2 + (millis == 0 ? 0 : random.nextLong(millis)));
  }
}
