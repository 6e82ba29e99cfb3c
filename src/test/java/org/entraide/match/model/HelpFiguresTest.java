package org.entraide.match.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class HelpFiguresTest {

  @ParameterizedTest
  @CsvSource({
    // of the numbers from 1 to n: the median, the ninetieth percentile
    "1, 1, 1",
    "2, 1, 2",
    "3, 2, 3",
    "9, 5, 9",
    "10, 5, 9",
    "11, 6, 10",
    "20, 10, 18",
    "21, 11, 19",
    "30, 15, 27",
    "1000, 500, 900",
    "1001, 501, 901"
  })
  void percentilesAreByNearestRank(int n, double median, double p90) {
    double[] falling = IntStream.rangeClosed(1, n).mapToDouble(i -> n + 1 - i).toArray();

    assertThat(DistanceFigures.of(DoubleStream.of(falling)))
        .isEqualTo(new DistanceFigures(median, p90, (double) n));
    assertThat(LoadFigures.of(DoubleStream.of(falling))).isEqualTo(new LoadFigures(median, p90));
  }

  @Test
  void aPercentileIsTheSmallestValueThatSoManyDoNotExceed() {
    Random random = new Random(7);
    for (int n = 1; n <= 300; n++) {
      double[] values = random.doubles(n).map(v -> Math.floor(20 * v)).toArray();

      DistanceFigures figures = DistanceFigures.of(DoubleStream.of(values));

      assertThat(figures.medianKm()).isEqualTo(smallest(values, 50));
      assertThat(figures.p90Km()).isEqualTo(smallest(values, 90));
      assertThat(figures.maxKm()).isEqualTo(Arrays.stream(values).max().orElseThrow());
    }
  }

  private static double smallest(double[] values, long percent) {
    return Arrays.stream(values)
        .filter(
            v -> 100 * Arrays.stream(values).filter(w -> w <= v).count() >= percent * values.length)
        .min()
        .orElseThrow();
  }

  @Test
  void ofNothingNothingIsKnown() {
    assertThat(DistanceFigures.of(DoubleStream.empty())).isEqualTo(DistanceFigures.NONE);
    assertThat(LoadFigures.of(DoubleStream.empty())).isEqualTo(LoadFigures.NONE);
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 0", "1, 4, 0.25", "3, 3, 1", "3, 2, 1.5", "0, 0, 0", "1, 0, 1", "2, 0, 2"})
  void theLoadIsAShareOfTheCapacityAndACapacityOfNobodyCountsAsOne(
      int introductions, int capacity, double load) {
    assertThat(LoadFigures.load(introductions, capacity)).isEqualTo(load);
  }
}
