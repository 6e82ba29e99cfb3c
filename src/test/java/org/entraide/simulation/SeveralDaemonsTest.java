package org.entraide.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.entraide.build.Stories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stories of the simulation with two daemons that share the campaigns by leases, and are suspended
 * amid their passes besides. {@code -Dgroups.seeds=2000} for more, {@code -Dgroups.first=N} for
 * others.
 */
@Execution(ExecutionMode.CONCURRENT)
@Stories
class SeveralDaemonsTest {

  private static final int SEEDS = Integer.getInteger("groups.seeds", 2);
  private static final long FIRST = Long.getLong("groups.first", 1);
  private static final int DAEMONS = 2;
  private static final int MOST_SEEDS = 2_000;

  private static final Stage STAGE = new Stage(DeliberateFault.NONE, DAEMONS);
  private static final AtomicLong STORIES = new AtomicLong();
  private static final AtomicLong REQUESTS = new AtomicLong();
  private static final AtomicLong DEATHS = new AtomicLong();

  static LongStream seeds() {
    return LongStream.range(FIRST, FIRST + SEEDS);
  }

  @AfterAll
  static void sumUp() {
    STAGE.close();
    System.out.printf(
        "Simulation of %d daemons: %d stories, %d requests, %d deaths.%n",
        DAEMONS, STORIES.get(), REQUESTS.get(), DEATHS.get());
  }

  @ParameterizedTest(name = "story {0}")
  @MethodSource("seeds")
  void nothingIsLostNothingDoubledAndNoCampaignIsTwosInThe(long seed, TestReporter reporter) {
    Story story = Story.ofSeveral(seed);
    Story.End end = story.run(STAGE);
    STORIES.incrementAndGet();
    REQUESTS.addAndGet(end.requests());
    reporter.publishEntry(end.counts());
    DEATHS.addAndGet(end.deaths());
    if (!end.wrong().isEmpty()) {
      Story shrunk = story.shrunk(STAGE);
      throw new AssertionError(
          "seed %d: %s%nshrunk to%s%nwhere %s"
              .formatted(seed, end.wrong(), shrunk.words(), shrunk.run(STAGE).wrong()));
    }
  }

  @Test
  void aLeaseThatIsNotLookedAtIsFound() {
    assertFound(
        new DeliberateFault.Bent() {
          @Override
          public boolean looksAtItsLease() {
            return false;
          }
        });
  }

  @Test
  void aJournalThatTakesStaleNumbersIsFound() {
    assertFound(
        new DeliberateFault.Bent() {
          @Override
          public boolean fences() {
            return false;
          }
        });
  }

  private static void assertFound(DeliberateFault.Bent bent) {
    try (Stage stage = new Stage(() -> bent, DAEMONS)) {
      assertThat(
              LongStream.rangeClosed(1, MOST_SEEDS)
                  .filter(seed -> !Story.ofSeveral(seed).run(stage).wrong().isEmpty())
                  .findFirst())
          .isPresent();
    }
  }
}
