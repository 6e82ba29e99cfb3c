package org.entraide.place.postcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.entraide.place.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NationalGridTest {

  /** The worked example of the Ordnance Survey's guide, annex C.2: to a thousandth of a second. */
  @Test
  void theGuidesExampleComesOutAsPrinted() {
    double[] angles = NationalGrid.unproject(651_409.903, 313_177.270);

    assertThat(Math.toDegrees(angles[0])).isCloseTo(52 + 39 / 60.0 + 27.2531 / 3600, within(1e-7));
    assertThat(Math.toDegrees(angles[1])).isCloseTo(1 + 43 / 60.0 + 4.5177 / 3600, within(1e-7));
  }

  /** Landmarks whose WGS 84 coordinates are on any map; the grid reference is to a metre or ten. */
  @ParameterizedTest
  @CsvSource({
    "651410, 313177, 52.65798, 1.71605", // the water tower of that example
    "530270, 179645, 51.50070, -0.12457", // Elizabeth Tower, Westminster
    "325160, 673490, 55.94860, -3.19996", // Edinburgh Castle
    "216650, 771280, 56.79685, -5.00350" // the top of Ben Nevis
  })
  void landmarksAreWhereMapsHaveThem(double easting, double northing, double lat, double lon) {
    GeoPoint point = NationalGrid.toWgs84(easting, northing);

    assertThat(point.kmTo(new GeoPoint(lat, lon))).isLessThan(0.1);
  }
}
