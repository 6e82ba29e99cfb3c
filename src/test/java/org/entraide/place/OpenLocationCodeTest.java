package org.entraide.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class OpenLocationCodeTest {

  /** Codes and their rectangles from the test data of the public specification. */
  @ParameterizedTest
  @CsvSource({
    "7FG49Q00+, 20.35, 2.75, 20.4, 2.8",
    "7FG49QCJ+2V, 20.37, 2.782125, 20.370125, 2.78225",
    "7FG49QCJ+2VX, 20.3701, 2.78221875, 20.370125, 2.78225",
    "7FG49QCJ+2VXGJ, 20.370113, 2.782234375, 20.370114, 2.78223632813",
    "8FVC2222+22, 47.0, 8.0, 47.000125, 8.000125",
    "4VCPPQGP+Q9, -41.273125, 174.785875, -41.273, 174.786",
    "62G20000+, 0.0, -180.0, 1, -179",
    "22220000+, -90, -180, -89, -179",
    "7FG40000+, 20.0, 2.0, 21.0, 3.0",
    "CFX30000+, 89, 1, 90, 2"
  })
  void aWholeCodeIsItsRectangle(String code, double south, double west, double north, double east) {
    OpenLocationCode.Area area = OpenLocationCode.decode(code);

    assertThat(OpenLocationCode.isFull(code)).isTrue();
    assertThat(area.south()).isCloseTo(south, within(1e-9));
    assertThat(area.west()).isCloseTo(west, within(1e-9));
    assertThat(area.south() + area.height()).isCloseTo(north, within(1e-9));
    assertThat(area.west() + area.width()).isCloseTo(east, within(1e-9));
  }

  /** Codes, where they were shortened, and what is left, from the same test data. */
  @ParameterizedTest
  @CsvSource({
    "9C3W9QCJ+2VX, 51.3701125, -1.217765625, +2VX",
    "9C3W9QCJ+2VX, 51.3708675, -1.217765625, CJ+2VX",
    "9C3W9QCJ+2VX, 51.3693575, -1.217765625, CJ+2VX",
    "9C3W9QCJ+2VX, 51.3701125, -1.218520625, CJ+2VX",
    "9C3W9QCJ+2VX, 51.3852125, -1.217765625, 9QCJ+2VX",
    "9C3W9QCJ+2VX, 51.3550125, -1.232865625, 9QCJ+2VX",
    "8FJFW222+, 42.899, 9.012, 22+",
    "796RXG22+, 14.95125, -23.5001, 22+"
  })
  void aShortCodeIsCompletedByWhatIsNear(
      String whole, double latitude, double longitude, String shortened) {
    GeoPoint middle = OpenLocationCode.decode(whole).middle();

    GeoPoint found = OpenLocationCode.near(shortened, new GeoPoint(latitude, longitude)).middle();

    assertThat(found.kmTo(middle)).isLessThan(0.001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9C3XFRVG+JF", " 9c3xfrvg+jf ", "FRVG+JF Londres", "Londres, FRVG+JF"})
  void aCodeIsFoundInWhatWasTyped(String text) {
    Located located = new EmbeddedGeocoder().locate(PlaceQuery.ofText(text, "GB"));

    assertThat(located)
        .isInstanceOfSatisfying(
            Located.At.class,
            at -> {
              assertThat(at.place().point().kmTo(new GeoPoint(51.4941, -0.1738))).isLessThan(0.05);
              assertThat(at.place().uncertaintyKm()).isLessThanOrEqualTo(0.2);
              assertThat(at.place().country()).isEqualTo("GB");
            });
  }

  @Test
  void aShortCodeWithoutATownIsAskedFor() {
    assertThat(new EmbeddedGeocoder().locate(PlaceQuery.ofText("FRVG+JF", "GB")))
        .isInstanceOfSatisfying(
            Located.Unclear.class,
            unclear -> assertThat(unclear.question().key()).isEqualTo("place.ask.plus-code"));
  }
}
