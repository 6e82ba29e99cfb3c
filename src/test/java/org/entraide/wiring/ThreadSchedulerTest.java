package org.entraide.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class ThreadSchedulerTest {

  @Test
  void whatATaskDoesNotSurviveIsHeardOf() throws Exception {
    CompletableFuture<Throwable> heard = new CompletableFuture<>();
    try (ThreadScheduler scheduler = new ThreadScheduler(1, heard::complete)) {
      scheduler.schedule(
          Duration.ZERO,
          () -> {
            throw new NoClassDefFoundError("replaced under the process");
          });

      assertThat(heard.get(10, TimeUnit.SECONDS)).isInstanceOf(NoClassDefFoundError.class);
    }
  }

  @Test
  void whatRunsWhenItIsClosedMayFinish() throws Exception {
    CompletableFuture<Boolean> begun = new CompletableFuture<>();
    CompletableFuture<Boolean> goOn = new CompletableFuture<>();
    CompletableFuture<Boolean> finished = new CompletableFuture<>();
    ThreadScheduler scheduler = new ThreadScheduler(1, e -> {});
    scheduler.schedule(
        Duration.ZERO,
        () -> {
          begun.complete(true);
          try {
            finished.complete(goOn.get());
          } catch (InterruptedException | ExecutionException e) {
            finished.completeExceptionally(e);
          }
        });
    begun.get(10, TimeUnit.SECONDS);
    CompletableFuture<Boolean> whenClosed = new CompletableFuture<>();
    Thread closing =
        new Thread(
            () -> {
              scheduler.close();
              whenClosed.complete(finished.isDone());
            });
    closing.start();
    while (closing.getState() != Thread.State.TIMED_WAITING && closing.isAlive()) {
      Thread.onSpinWait(); // until it waits for the task, or does not
    }

    goOn.complete(true);

    assertThat(whenClosed.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(finished).isCompletedWithValue(true);
  }

  @Test
  void nothingBeginsOnceItIsClosed() {
    CompletableFuture<Boolean> begun = new CompletableFuture<>();
    ThreadScheduler scheduler = new ThreadScheduler(1, e -> {});

    scheduler.schedule(Duration.ofMinutes(1), () -> begun.complete(true));
    scheduler.close();
    scheduler.schedule(Duration.ZERO, () -> begun.complete(true));

    assertThat(scheduler.isOver()).isTrue();
    assertThat(begun).isNotDone();
  }
}
