package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entraide.campaign.model.CycleReport;
import org.entraide.sandbox.sample.SampleAnswer;
import org.entraide.sandbox.sample.SampleCampaign;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a cycle asks of Google, counted by the office. One of the reads, of two small tabs, is there
 * to see whether organisers suspended the campaign since the first.
 */
@NullMarked
@Tag("long")
class RequestsTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {1, 120})
  void aFirstSingleRunReadsFourTimesAndWritesThreeTimes(int people) {
    try (World world = World.sample(directory, people)) {
      CycleReport report = world.cycle();

      assertThat(report.troubles()).isEmpty();
      assertAtMost(4, 3, world.requests()); // its name is written with the columns
    }
  }

  @Test
  void oneMoreAnswerCostsASingleRunFourReadsAndThreeWrites() {
    try (World world = World.sample(directory, 30)) {
      world.settle();
      world.answer(Town.ana());
      world.requests();

      world.cycle();

      assertAtMost(4, 3, world.requests()); // its name is taken back with the rows
      assertThat(world.rowOf(Town.ANA).status()).isNotEmpty();
    }
  }

  @Test
  void oneMoreAnswerCostsThreeReadsAndTwoWrites() {
    try (World world = World.sample(directory, 30)) {
      world.settle();
      world.atWork();
      world.answer(Town.ana());
      world.requests();

      world.cycle();

      assertAtMost(3, 2, world.requests());
      assertThat(world.rowOf(Town.ANA).status()).isNotEmpty();
    }
  }

  @Test
  void twoThousandMoreAnswersCostThreeReadsAndTwoWrites() {
    try (World world = World.sample(directory, 10).configured("max_waiting_drafts = 20")) {
      world.settle();
      world.atWork();
      SampleCampaign more = SampleCampaign.generate(2000, 2, world.time.instant());
      for (SampleAnswer answer : more.answers()) {
        world.answer(new Reply(answer.email(), new HashMap<>(answer.answers())));
      }
      world.requests();

      CycleReport report = world.cycle();

      assertThat(report.troubles()).isEmpty();
      assertAtMost(3, 2, world.requests());
      List<Grid.Line> lines = world.answers().lines();
      assertThat(lines).hasSizeGreaterThan(2000);
      assertThat(lines)
          .allMatch(line -> !line.ref().isEmpty())
          .allMatch(line -> !line.status().isEmpty())
          .allMatch(line -> !line.explanation().isEmpty());
      assertThat(world.cycle().effects()).isEmpty();
      assertThat(world.requests()).isEqualTo(Map.of("sheets.read", 1, "gmail.read", 1));
    }
  }

  private static void assertAtMost(int reads, int writes, Map<String, Integer> requests) {
    assertThat(requests.get("sheets.read")).isLessThanOrEqualTo(reads);
    assertThat(requests.get("sheets.write")).isLessThanOrEqualTo(writes);
    assertThat(requests).doesNotContainKey("forms.write");
  }
}
