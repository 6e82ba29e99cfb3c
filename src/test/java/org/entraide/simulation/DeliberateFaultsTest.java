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
import org.entraide.build.Stories;
import org.entraide.simulation.Faults.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The simulation is worth what it finds: each of these faults of the daemon's. Of each the story is
 * told that the table names, and no other: where that finds nothing any more, the test fails and
 * says how to look for another one. {@code -Dsimulation.search=WORDS} looks for those faults whose
 * words contain these, {@code -Dsimulation.search=true} for all, from the first seed to the
 * 2,000th. Either way the rows of the table are printed as they are to be. {@code *
 * -Dsimulation.finders=80} prints instead which of the first 80 stories find each.
 */
@Execution(ExecutionMode.CONCURRENT)
@Stories
class DeliberateFaultsTest {

  private static final List<Fault> FAULTS = Faults.ALL;
  private static final int MOST_SEEDS = 2_000;
  private static final Path TABLE = Path.of("docs", "reliability.md");
  private static final String SEARCH = System.getProperty("simulation.search", "false");
  private static final int FINDERS = Integer.getInteger("simulation.finders", 0);

  @ParameterizedTest(name = "{0}")
  @FieldSource("FAULTS")
  void theSimulationFindsThat(Fault fault) throws IOException {
    try (Stage stage = fault.stage()) {
      long seed = isSought(fault) ? sought(fault, stage) : listed(fault).orElseThrow();

      List<String> wrong = wrong(fault, stage, seed);

      assertThat(wrong).as(() -> notFound(fault, seed)).isNotEmpty();
      System.out.println("| " + fault.words() + " | " + seed + " | " + wrong.get(0) + " |");
    }
  }

  private static boolean isSought(Fault fault) {
    return SEARCH.equals("true") || fault.words().contains(SEARCH);
  }

  private static long sought(Fault fault, Stage stage) {
    return LongStream.rangeClosed(1, MOST_SEEDS)
        .filter(seed -> !wrong(fault, stage, seed).isEmpty())
        .findFirst()
        .orElseThrow(() -> new AssertionError("No seed finds « " + fault.words() + " »."));
  }

  private static List<String> wrong(Fault fault, Stage stage, long seed) {
    return fault.story(seed).run(stage).wrong();
  }

  private static String notFound(Fault fault, long seed) {
    return ("Seed %d finds « %s » no more. Look for another with -Dtest=DeliberateFaultsTest"
            + " \"-Dsimulation.search=%s\" and write the row that it prints into %s.")
        .formatted(seed, fault.words(), fault.words(), TABLE);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("FAULTS")
  @EnabledIf("areFindersSought")
  void theStoriesThatFindItArePrinted(Fault fault) {
    try (Stage stage = fault.stage()) {
      List<Long> finders =
          LongStream.rangeClosed(1, FINDERS)
              .filter(seed -> !wrong(fault, stage, seed).isEmpty())
              .boxed()
              .toList();

      System.out.println(fault.words() + ": " + finders);
      assertThat(finders).isNotEmpty();
    }
  }

  static boolean areFindersSought() {
    return FINDERS > 0;
  }

  @Test
  void thereAreADozenAtLeast() {
    assertThat(FAULTS).hasSizeGreaterThanOrEqualTo(12);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("FAULTS")
  void theTableTellsHowManySeedsItTook(Fault fault) throws IOException {
    assertThat(listed(fault)).as(fault.words()).isPresent();
  }

  /** How many seeds it took, by the table. */
  private static OptionalLong listed(Fault fault) throws IOException {
    Matcher row =
        Pattern.compile("\\| " + Pattern.quote(fault.words()) + " \\| ([0-9]+) \\|")
            .matcher(Files.readString(TABLE));
    return row.find() ? OptionalLong.of(Long.parseLong(row.group(1))) : OptionalLong.empty();
  }
}
