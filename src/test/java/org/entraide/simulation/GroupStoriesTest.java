package org.entraide.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.LongStream;
import org.entraide.build.Stories;
import org.entraide.match.model.Instance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stories of the simulation with people who help for groups, and organisers who type, sort, rename
 * and delete what is said of those. {@code -Dgrouped.seeds=1000} for more.
 */
@Execution(ExecutionMode.CONCURRENT)
@Stories
class GroupStoriesTest {

  private static final int SEEDS = Integer.getInteger("grouped.seeds", 1);
  private static final long FIRST = Long.getLong("grouped.first", 1);

  /** One in which a group would have more to bear than it may; so would it in stories 5 and 10. */
  private static final long FINDER = 24;

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
  void nothingIsLostAndNoGroupHelpsMoreThanItMayInThe(long seed, TestReporter reporter) {
    Story story = Story.everyDay(seed, Mixture.GROUPS);
    Story.End end = story.run(STAGE);
    reporter.publishEntry(end.counts());
    if (!end.wrong().isEmpty()) {
      Story shrunk = story.shrunk(STAGE);
      throw new AssertionError(
          "seed %d: %s%nshrunk to%s%nwhere %s"
              .formatted(seed, end.wrong(), shrunk.words(), shrunk.run(STAGE).wrong()));
    }
  }

  @Test
  void aMatcherThatForgetsTheLimitsIsFound() {
    DeliberateFault forgetful = () -> new Forgetful();
    try (Stage bent = new Stage(forgetful)) {
      assertThat(Story.everyDay(FINDER, Mixture.GROUPS).run(bent).wrong())
          .anyMatch(wrong -> wrong.contains("more than its helper’s group may bear"));
    }
  }

  private static final class Forgetful implements DeliberateFault.Bent {
    @Override
    public Instance instance(Instance instance) {
      return new Instance(
          instance.participants(),
          instance.rules(),
          instance.settings(),
          instance.previous(),
          Map.of());
    }
  }
}
