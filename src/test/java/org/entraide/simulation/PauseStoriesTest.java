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
 * The same stories with organisers who let people pause until a day. It comes once everything is at
 * rest: then they take part as if they had never paused. {@code -Dpauses.seeds=1000} for more.
 */
@Execution(ExecutionMode.CONCURRENT)
@Stories
class PauseStoriesTest {

  private static final int SEEDS = Integer.getInteger("pauses.seeds", 4);
  private static final long FIRST = Long.getLong("pauses.first", 1);

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
  void nobodyIsIntroducedBeforeTheDayAndEverybodyAfterItInThe(long seed, TestReporter reporter) {
    Story story = Story.withPauses(seed);
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
