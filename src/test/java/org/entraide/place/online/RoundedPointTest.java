package org.entraide.place.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class RoundedPointTest {

  /** Where people live: between the north of Norway and Tierra del Fuego. */
  private static final double MOST_DEGREES = 71;

  @ParameterizedTest
  @ValueSource(ints = {100, 1000})
  void theExactPointIsNeverFartherThanTheUncertaintySays(int parts) {
    SplittableRandom random = new SplittableRandom(parts);
    double least = Double.MAX_VALUE;
    for (int i = 0; i < 20_000; i++) {
      GeoPoint exact =
          new GeoPoint(
              random.nextDouble(-MOST_DEGREES, MOST_DEGREES), random.nextDouble(-180, 180));
      RoundedPoint rounded = RoundedPoint.of(exact, parts, 0);
      double left = rounded.uncertaintyKm() - exact.kmTo(rounded.point());
      assertThat(left).isGreaterThan(-1e-4 * rounded.uncertaintyKm());
      least = Math.min(least, left);
    }
    assertThat(least).isLessThan(0.1); // and it claims little more
  }

  @Test
  void whatTheServiceSaysIsAdded() {
    GeoPoint quimper = new GeoPoint(47.9961, -4.1024);

    assertThat(RoundedPoint.of(quimper, 100, 3).uncertaintyKm()).isEqualTo(3.7);
    assertThat(RoundedPoint.of(quimper, 1000, 0.2).uncertaintyKm()).isEqualTo(0.3);
  }
}
