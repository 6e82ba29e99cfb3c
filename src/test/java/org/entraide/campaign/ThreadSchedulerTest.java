package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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
          finished.complete(goOn.join());
        });
    begun.get(10, TimeUnit.SECONDS);
    goOn.complete(true);

    scheduler.close();

    assertThat(finished).isCompletedWithValue(true);
  }
}
