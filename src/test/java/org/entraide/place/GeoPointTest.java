package org.entraide.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class GeoPointTest {

  private static final double QUARTER_TURN_KM = Math.PI / 2 * GeoPoint.MEAN_EARTH_RADIUS_KM;

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 0",
    "0, 0, 0, 90, 1",
    "90, 0, 0, 17, 1",
    "0, 180, 0, -180, 0",
    "0, 179, 0, -91, 1",
    "90, 0, -90, 0, 2",
    "30, 40, -30, -140, 2"
  })
  void distancesAreArcsOfGreatCircles(
      double lat1, double lon1, double lat2, double lon2, double quarters) {
    double km = new GeoPoint(lat1, lon1).kmTo(new GeoPoint(lat2, lon2));

    assertThat(km).isCloseTo(quarters * QUARTER_TURN_KM, within(1e-6));
  }

  @Test
  void londonIsAbout344KilometresFromParis() {
    double km = new GeoPoint(51.5074, -0.1278).kmTo(new GeoPoint(48.8566, 2.3522));

    assertThat(km).isCloseTo(343.6, within(0.5));
  }

  @Test
  void bothDirectionsAreTheSameToTheLastBit() {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      GeoPoint one = new GeoPoint(180 * random.nextDouble() - 90, 360 * random.nextDouble() - 180);
      GeoPoint two = new GeoPoint(180 * random.nextDouble() - 90, 360 * random.nextDouble() - 180);
      assertThat(one.kmTo(two)).isEqualTo(two.kmTo(one));
    }
  }

  @ParameterizedTest
  @CsvSource({"95, 0", "-90.1, 0", "NaN, 0", "0, 180.1", "0, NaN", "0, -Infinity"})
  void coordinatesOffTheEarthAreRefusedAndNotRepeated(double lat, double lon) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GeoPoint(lat, lon))
        .withMessageMatching("The (latitude|longitude) must be a number within .* of zero\\.");
  }
}
