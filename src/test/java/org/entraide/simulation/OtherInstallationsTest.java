package org.entraide.simulation;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.entraide.build.Stories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stories of the simulation with other installations, which have journals of their own, over the
 * same sheets and mailbox: single runs, two of them at once, and daemons that take over, or do not,
 * while the first one lives or after it died. {@code -Dothers.seeds=2000} for more.
 */
@Execution(ExecutionMode.CONCURRENT)
@Stories
class OtherInstallationsTest {

  private static final int SEEDS = Integer.getInteger("others.seeds", 2);
  private static final long FIRST = Long.getLong("others.first", 3);

  private static final Stage STAGE = new Stage();
  private static final AtomicLong STORIES = new AtomicLong();
  private static final AtomicLong REQUESTS = new AtomicLong();

  static LongStream seeds() {
    return LongStream.range(FIRST, FIRST + SEEDS);
  }

  @AfterAll
  static void sumUp() {
    STAGE.close();
    System.out.printf(
        "Simulation of several installations: %d stories, %d requests of the first.%n",
        STORIES.get(), REQUESTS.get());
  }

  @ParameterizedTest(name = "story {0}")
  @MethodSource("seeds")
  void nothingIsLostAndNothingDoubledInThe(long seed, TestReporter reporter) {
    Story story = Story.everyDay(seed, Mixture.OTHERS);
    Story.End end = story.run(STAGE);
    STORIES.incrementAndGet();
    REQUESTS.addAndGet(end.requests());
    reporter.publishEntry(end.counts());
    if (!end.wrong().isEmpty()) {
      Story shrunk = story.shrunk(STAGE);
      throw new AssertionError(
          "seed %d: %s%nshrunk to%s%nwhere %s"
              .formatted(seed, end.wrong(), shrunk.words(), shrunk.run(STAGE).wrong()));
    }
  }
}
