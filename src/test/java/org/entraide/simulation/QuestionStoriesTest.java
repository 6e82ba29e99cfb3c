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
 * The same stories with people who forget half of their answer, are asked by a draft, and answer
 * again or not. {@code -Dquestions.seeds=1000} for more.
 */
@Execution(ExecutionMode.CONCURRENT)
@Stories
class QuestionStoriesTest {

  private static final int SEEDS = Integer.getInteger("questions.seeds", 4);
  private static final long FIRST = Long.getLong("questions.first", 1);

  private static final Stage STAGE = Stage.asking();

  @AfterAll
  static void close() {
    STAGE.close();
  }

  static LongStream seeds() {
    return LongStream.range(FIRST, FIRST + SEEDS);
  }

  @ParameterizedTest(name = "story {0}")
  @MethodSource("seeds")
  void nobodyIsAskedTwiceAboutOneAnswerInThe(long seed, TestReporter reporter) {
    Story story = Story.withQuestions(seed);
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
