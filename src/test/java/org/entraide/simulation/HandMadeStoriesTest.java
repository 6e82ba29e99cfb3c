package org.entraide.simulation;

import java.util.stream.LongStream;
import org.entraide.build.Stories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same stories with organisers who introduce people by hand and type that into the ledger.
 * {@code -Dbyhand.seeds=1000} for more.
 */
@Execution(ExecutionMode.CONCURRENT)
@Stories
class HandMadeStoriesTest {

  private static final int SEEDS = Integer.getInteger("byhand.seeds", 4);
  private static final long FIRST = Long.getLong("byhand.first", 1);

  private static final Stage STAGE = new Stage();

  @AfterAll
  static void close() {
    STAGE.close();
  }

  static LongStream seeds() {
    return LongStream.range(FIRST, FIRST + SEEDS);
  }

  @ParameterizedTest(name = "story {0}")
  @MethodSource("seeds")
  void whatIsIntroducedByHandCountsOnceInThe(long seed, TestReporter reporter) {
    Story story = Story.withHandMade(seed);
    Story.End end = story.told(STAGE);
    reporter.publishEntry(end.counts());
    if (!end.wrong().isEmpty()) {
      Story shrunk = story.shrunk(STAGE);
      throw new AssertionError(
          "seed %d: %s%nshrunk to%s%nwhere %s"
              .formatted(seed, end.wrong(), shrunk.words(), shrunk.told(STAGE).wrong()));
    }
  }
}
