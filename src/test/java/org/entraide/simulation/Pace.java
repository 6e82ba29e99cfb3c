package org.entraide.simulation;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** How fast this machine tells stories. */
public final class Pace {

  private static final double NANOS = 1e9;

  private Pace() {}

  /**
   * What a story takes by itself, in seconds, where each processor tells one.
   *
   * @param warm how long stories are told first, to warm up the JVM; these are not measured
   * @param counted how long stories are begun that are measured; at least one on each processor
   */
  public static double secondsAStory(int processors, Duration warm, Duration counted) {
    long from = System.nanoTime() + warm.toNanos();
    long until = from + counted.toNanos();
    AtomicLong seeds = new AtomicLong();
    LongAdder took = new LongAdder();
    LongAdder stories = new LongAdder();
    Thread[] threads = new Thread[processors];
    for (int i = 0; i < processors; i++) {
      threads[i] =
          new Thread(
              () -> {
                try (Stage stage = new Stage()) {
                  long began = System.nanoTime();
                  boolean counts = false;
                  while (began < until || !counts) { // a busy machine is slow
                    Story.random(seeds.incrementAndGet()).run(stage);
                    long ended = System.nanoTime();
                    counts = began >= from;
                    if (counts) {
                      took.add(ended - began);
                      stories.increment();
                    }
                    began = ended;
                  }
                }
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      join(thread);
    }
    return took.sum() / NANOS / Math.max(1, stories.sum());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
