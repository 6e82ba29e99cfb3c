package org.entraide.campaign.watch;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Which campaigns hang: those whose next pass has not ended long after it was to begin. A pass that
 * failed and said so has ended; its campaign is well, and its trouble is shown elsewhere.
 *
 * <p>The daemon knows how long it will wait, be that two seconds or the hours that a quota asks
 * for, so lateness is counted from there. It is counted on a clock that nobody sets.
 */
public final class Health {

  /**
   * How late the end of a pass may be: three times the longest wait of a quiet campaign, and far
   * more than a pass takes. A supervisor may restart the daemon on our word, which must not hit a
   * pass that is only slow.
   */
  public static final Duration PATIENCE = Duration.ofMinutes(15);

  private final LongSupplier nanos;
  private final Map<String, Progress> progress = Collections.synchronizedMap(new LinkedHashMap<>());

  /**
   * What is known of one campaign.
   *
   * @param since nanoseconds on the clock, when its last pass ended or the daemon started
   * @param pause from then until its next pass
   */
  private record Progress(long since, Duration pause) {

    Duration timeLeft(long now) {
      return pause.minusNanos(now - since);
    }
  }

  /**
   * @param campaigns that are to run, the first pass of each at once
   * @param nanos a clock that only ever goes on, in nanoseconds
   */
  public Health(List<String> campaigns, LongSupplier nanos) {
    this.nanos = nanos;
    campaigns.forEach(campaign -> ended(campaign, Duration.ZERO));
  }

  /** Counts from now on, unless it did. */
  public void begun(String campaign) {
    progress.putIfAbsent(campaign, new Progress(nanos.getAsLong(), Duration.ZERO));
  }

  public void ended(String campaign, Duration wait) {
    progress.put(campaign, new Progress(nanos.getAsLong(), wait));
  }

  /** The campaign is another process's. */
  public void left(String campaign) {
    progress.remove(campaign);
  }

  /** Names, in the configuration's order; empty when all is well. */
  public List<String> hanging() {
    long now = nanos.getAsLong();
    synchronized (progress) {
      return progress.entrySet().stream()
          .filter(it -> it.getValue().timeLeft(now).compareTo(PATIENCE.negated()) < 0)
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  /** Whose passes are waited for. */
  public List<String> names() {
    synchronized (progress) {
      return List.copyOf(progress.keySet());
    }
  }

  public int campaigns() {
    return progress.size();
  }

  /** How long until a campaign's next pass; zero while one is due or runs. */
  public Duration untilNext(String campaign) {
    return Optional.ofNullable(progress.get(campaign))
        .map(it -> it.timeLeft(nanos.getAsLong()))
        .filter(left -> !left.isNegative())
        .orElse(Duration.ZERO);
  }
}
