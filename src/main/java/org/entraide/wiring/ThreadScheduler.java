package org.entraide.wiring;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.entraide.resilience.Scheduler;

/** A scheduler on real threads. */
public final class ThreadScheduler implements Scheduler {

  /** The effect under way may be finished; the whole process has five seconds to end. */
  private static final Duration LAST_EFFECT = Duration.ofSeconds(3);

  private final ScheduledThreadPoolExecutor executor;
  private final Consumer<Throwable> fatal;
  private final Duration patience;

  /**
   * @param threads how many tasks may run at once
   * @param fatal is given what a task did not survive: nothing may end in silence
   */
  public ThreadScheduler(int threads, Consumer<Throwable> fatal) {
    this(threads, fatal, LAST_EFFECT);
  }

  /**
   * For tasks other than effects, with a time of their own in which to end.
   *
   * @param threads how many tasks may run at once
   * @param fatal is given what a task did not survive: nothing may end in silence
   * @param patience how long {@link #close} waits for what runs
   */
  public ThreadScheduler(int threads, Consumer<Throwable> fatal, Duration patience) {
    this.fatal = fatal;
    this.patience = patience;
    executor = new ScheduledThreadPoolExecutor(threads);
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public void schedule(Duration delay, Runnable task) {
    if (!executor.isShutdown()) {
      var unused = executor.schedule(() -> guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      fatal.accept(e);
      throw e;
    }
  }

  /** Whether it was closed and nothing is running any more. */
  public boolean isOver() {
    return executor.isTerminated();
  }

  @Override
  public void close() {
    stop(executor, patience);
  }

  private static void stop(ExecutorService executor, Duration patience) {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
