package org.entraide.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.entraide.simulation.Faults.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The simulation is worth what it finds: each of these faults of the daemon's, within 2,000 seeds.
 * The story that found it, of which the table tells, is told first; {@code
 * -Dsimulation.search=true} begins with the first seed, and prints the rows of the table.
 */
@Execution(ExecutionMode.CONCURRENT)
class DeliberateFaultsTest {

  private static final List<Fault> FAULTS = Faults.ALL;
  private static final int MOST_SEEDS = 2_000;
  private static final Path TABLE = Path.of("docs", "reliability.md");
  private static final boolean SEARCH = Boolean.getBoolean("simulation.search");

  @ParameterizedTest(name = "{0}")
  @FieldSource("FAULTS")
  void theSimulationFindsThat(Fault fault) throws IOException {
    try (Stage stage = new Stage(fault)) {
      OptionalLong known = SEARCH ? OptionalLong.empty() : told(fault);
      OptionalLong found =
          LongStream.concat(known.stream(), LongStream.rangeClosed(1, MOST_SEEDS))
              .filter(seed -> !fault.story(seed).told(stage).wrong().isEmpty())
              .findFirst();

      assertThat(found).as(fault.words()).isPresent();
      if (SEARCH) {
        long seed = found.orElseThrow();
        String what = fault.story(seed).told(stage).wrong().get(0);
        System.out.println("| " + fault.words() + " | " + seed + " | " + what + " |");
      }
    }
  }

  @Test
  void thereAreADozenAtLeast() {
    assertThat(FAULTS).hasSizeGreaterThanOrEqualTo(12);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("FAULTS")
  void theTableTellsHowManySeedsItTook(Fault fault) throws IOException {
    assertThat(told(fault)).as(fault.words()).isPresent();
  }

  /** How many seeds it took, by the table. */
  private static OptionalLong told(Fault fault) throws IOException {
    Matcher row =
        Pattern.compile("\\| " + Pattern.quote(fault.words()) + " \\| ([0-9]+) \\|")
            .matcher(Files.readString(TABLE));
    return row.find() ? OptionalLong.of(Long.parseLong(row.group(1))) : OptionalLong.empty();
  }
}
