package org.entraide.match.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entraide.match.TinyInstance;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every matching of tiny instances is looked at, so that nothing is taken for granted. */
@NullMarked
class TinyMarketsTest {

  private static final long EFFORT = 20_000;

  static Stream<Arguments> kinds() {
    return Stream.of(
        kind("any", TinyInstance::random, 20_000, 0),
        kind("any with groups", TinyInstance::randomWithGroups, 20_000, 0),
        kind("contested", TinyInstance::contested, 8_000, 200),
        kind("contested with groups", TinyInstance::contestedWithGroups, 8_000, 200));
  }

  private static Arguments kind(
      String name, Function<Random, TinyInstance> kind, int instances, int below) {
    return Arguments.of(name, kind, instances, below);
  }

  /**
   * @param below in at least how many promotion finds less than the largest stable matching
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void whatIsFoundIsStableAndNearlyAlwaysTheLargest(
      String name, Function<Random, TinyInstance> kind, int instances, int below) {
    hold(TinyFigures.of(name, kind, instances, 0, EFFORT), below);
  }

  static void hold(TinyFigures figures, int below) {
    assertThat(figures.wrong()).as("no matching, or unstable").isZero();
    assertThat(figures.belowTwoThirds()).as("less than two thirds of the largest").isZero();
    assertThat(figures.wrongBounds()).as("another bound than the largest matching").isZero();
    assertThat(figures.walkSmaller()).as("the walk lost somebody").isZero();
    assertThat(figures.below()).as("something to find").isGreaterThanOrEqualTo(below);
    assertThat(100 * figures.walkBelow()).as("not found").isLessThanOrEqualTo(figures.below());
  }
}
