package org.entraide.campaign.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entraide.resilience.Scheduler;
import org.entraide.testkit.MovableClock;

/** A scheduler that runs nothing until a test steps it; its clock jumps to what comes next. */
public final class SteppedScheduler implements Scheduler {

  private record Planned(Instant at, long number, Runnable task) {}

  private static final Comparator<Planned> NEXT_FIRST =
      Comparator.comparing(Planned::at).thenComparingLong(Planned::number);

  private final MovableClock clock;
  private final List<Planned> plan = new ArrayList<>();
  private final List<Throwable> thrown = new ArrayList<>();
  private long number;
  private boolean closed;

  public SteppedScheduler(MovableClock clock) {
    this.clock = clock;
  }

  @Override
  public void schedule(Duration delay, Runnable task) {
    if (!closed) {
      number++;
      plan.add(new Planned(clock.instant().plus(delay), number, task));
    }
  }

  @Override
  public void close() {
    closed = true;
    plan.clear();
  }

  /** How many tasks wait. */
  public int waiting() {
    return plan.size();
  }

  /** What tasks threw: a real scheduler drops it as well. */
  public List<Throwable> thrown() {
    return thrown;
  }

  /** How long until the next task; nothing when none waits. */
  public Optional<Duration> untilNext() {
    return plan.stream().min(NEXT_FIRST).map(next -> Duration.between(clock.instant(), next.at()));
  }

  /** Runs the next task and moves the clock to its time. */
  public void step() {
    Planned next = plan.stream().min(NEXT_FIRST).orElseThrow();
    plan.remove(next);
    clock.advance(Duration.between(clock.instant(), next.at()));
    try {
      next.task().run();
    } catch (RuntimeException | Error e) {
      thrown.add(e);
    }
  }

  /** Runs all that falls into a span of time. */
  public void run(Duration span) {
    Instant end = clock.instant().plus(span);
    while (untilNext().filter(wait -> !clock.instant().plus(wait).isAfter(end)).isPresent()) {
      step();
    }
    clock.advance(Duration.between(clock.instant(), end));
  }
}
