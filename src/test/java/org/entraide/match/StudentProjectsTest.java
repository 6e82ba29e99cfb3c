package org.entraide.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import org.entraide.match.core.PairCertificate;
import org.entraide.match.core.Preferences;
import org.entraide.match.core.StableMatching;
import org.entraide.match.core.TieWalk;
import org.entraide.match.model.MatchOptions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many students get a project, beside what others have published for the same kind of instances
 * (Cooper and Manlove, SEA 2018: means of 10,000).
 */
@NullMarked
@Tag("long")
class StudentProjectsTest {

  /** The table of docs/benchmarks.md is of a hundred. */
  private static final int INSTANCES = Integer.getInteger("student.projects", 25);

  /** Means of so many differ from the true one by more in one of several hundred cases. */
  private static final double STANDARD_ERRORS = 3;

  private static final StringBuilder TABLE = new StringBuilder();

  @BeforeAll
  static void begin() {
    TABLE.append(
        "| ties | published approximation | promotion | published largest | after the walk |%n"
            .formatted());
    TABLE.append("| ---: | ---: | ---: | ---: | ---: |%n".formatted());
  }

  @AfterAll
  static void print() {
    System.out.println(TABLE);
  }

  @ParameterizedTest(name = "ties {0}")
  @CsvSource({
    "0, 284.0, 284.0",
    "0.1, 285.9, 287.9",
    "0.2, 288.0, 291.9",
    "0.3, 290.3, 295.7",
    "0.4, 292.5, 298.3",
    "0.5, 294.8, 299.5"
  })
  void isNoSmallerThanWhatWasPublished(double tied, double approximation, double largest) {
    int[][] sizes =
        IntStream.rangeClosed(1, INSTANCES)
            .parallel()
            .mapToObj(seed -> sizes(new StudentProjects(tied).market(seed)))
            .toArray(int[][]::new);
    double once = mean(sizes, 0);
    double walked = mean(sizes, 1);
    TABLE.append(
        String.format(
            Locale.ROOT,
            "| .%02d | %.1f | %.1f | %.1f | %.1f |%n",
            Math.round(100 * tied),
            approximation,
            once,
            largest,
            walked));
    assertThat(once).isGreaterThan(approximation - noise(sizes, 0));
    assertThat(walked).isBetween(once, largest + noise(sizes, 1));
    // a tenth of a second finds nearly all that there is
    assertThat(walked).isGreaterThan(largest - 1 - noise(sizes, 1));
  }

  private static int[] sizes(Preferences market) {
    int[] once = StableMatching.solve(market, StableMatching.DEFAULT_LEVELS);
    int[] walked = TieWalk.improve(market, once, MatchOptions.WALK_EFFORT, MatchOptions.WALK_SEED);
    PairCertificate before = PairCertificate.of(market, once);
    PairCertificate after = PairCertificate.of(market, walked);
    assertThat(before.blockingPairs() + after.blockingPairs()).isZero();
    return new int[] {before.size(), after.size()};
  }

  private static double mean(int[][] sizes, int column) {
    return IntStream.range(0, sizes.length).map(i -> sizes[i][column]).average().orElseThrow();
  }

  private static double noise(int[][] sizes, int column) {
    double mean = mean(sizes, column);
    double squares =
        IntStream.range(0, sizes.length)
            .mapToDouble(i -> (sizes[i][column] - mean) * (sizes[i][column] - mean))
            .sum();
    return STANDARD_ERRORS * Math.sqrt(squares) / sizes.length;
  }
}
