package org.entraide.testkit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Starts each piece of work on a new thread. On Java's common pool tests would wait for each other:
 * it has one thread on a machine with two cores.
 */
public final class Beside {

  private static final Executor OWN_THREAD =
      work -> {
        Thread thread = new Thread(work, "beside");
        thread.setDaemon(true);
        thread.start();
      };

  private Beside() {}

  public static <T> CompletableFuture<T> get(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, OWN_THREAD);
  }

  public static CompletableFuture<Void> run(Runnable work) {
    return CompletableFuture.runAsync(work, OWN_THREAD);
  }
}
