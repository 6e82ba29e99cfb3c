package org.entraide.group;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A budget in memory, which can be away. */
public final class MemoryBudget implements SharedBudget {

  private final InstantSource clock;
  private final Duration counts;
  private final Map<String, List<Slice>> slices = new HashMap<>();
  private boolean away;
  private int asked;

  private record Slice(Instant at, int units) {}

  /**
   * @param counts for how long what is taken counts
   */
  public MemoryBudget(InstantSource clock, Duration counts) {
    this.clock = clock;
    this.counts = counts;
  }

  /** How often it was asked. */
  public synchronized int asked() {
    return asked;
  }

  public synchronized void away(boolean now) {
    away = now;
  }

  @Override
  public synchronized BudgetGrant take(String subject, int least, int most, int limit) {
    asked++;
    if (away) {
      throw new UncheckedIOException(new IOException("away"));
    }
    Instant now = clock.instant();
    List<Slice> all = slices.computeIfAbsent(subject, it -> new ArrayList<>());
    all.removeIf(slice -> !now.isBefore(slice.at().plus(counts)));
    long spent = all.stream().mapToLong(Slice::units).sum();
    int granted = spent + least <= limit ? Math.toIntExact(Math.min(most, limit - spent)) : 0;
    if (granted > 0) {
      all.add(new Slice(now, granted));
    }
    return new BudgetGrant(
        granted,
        all.stream()
            .map(
                slice ->
                    new TakenUnits(Duration.between(now, slice.at().plus(counts)), slice.units()))
            .toList());
  }
}
