package org.entraide.organisers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.entraide.build.Stories;
import org.entraide.testkit.Roads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * People who do whatever comes to their minds. {@code -Dorganisers.seeds=5000} for more of them;
 * {@code -Dorganisers.whole=true} does not shrink those that go wrong.
 */
@Execution(ExecutionMode.CONCURRENT)
@Stories
class RandomOrganisersTest {

  private static final Roads ROADS = new Roads();

  @AfterAll
  static void close() {
    ROADS.close();
  }

  static LongStream seeds() {
    long first = Long.getLong("organisers.first", 1);
    return LongStream.range(first, first + Integer.getInteger("organisers.seeds", 5));
  }

  @ParameterizedTest(name = "history {0}")
  @MethodSource("seeds")
  void nothingIsLostDoubledOrOverwrittenInThe(long seed) {
    History history = History.random(seed);
    List<String> wrong = history.wrong(ROADS::direct);
    if (!wrong.isEmpty()) {
      if (Boolean.getBoolean("organisers.whole")) {
        throw new AssertionError("seed %d: %s%s".formatted(seed, wrong, history.story()));
      }
      History shrunk = history.shrunk(ROADS::direct);
      throw new AssertionError(
          "seed %d: %s%nshrunk to%s%nwhere %s"
              .formatted(seed, wrong, shrunk.story(), shrunk.wrong(ROADS::direct)));
    }
  }

  @Test
  void aHistoryToldAgainIsTheSame() {
    assertThat(History.random(7)).isEqualTo(History.random(7)).isNotEqualTo(History.random(8));
    assertThat(History.random(7).story()).contains("1. ");
  }
}
