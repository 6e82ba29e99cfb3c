package org.entraide.place.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.openlocationcode.OpenLocationCode;
import org.entraide.place.GeoPoint;
import org.entraide.place.Located;
import org.entraide.place.PlaceQuery;
import org.entraide.place.coordinates.PlusCodeArea;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class PlusCodesTest {

  /** Of codes of the public specification's test data the middle, and how far its corners are. */
  @ParameterizedTest
  @CsvSource({
    "7FG49Q00+, 20.375, 2.775, 3.8105",
    "7FG49QCJ+2V, 20.3700625, 2.7821875, 0.0095",
    "7FG49QCJ+2VXGJ, 20.3701135, 2.78223535, 0.0001",
    "4VCPPQGP+Q9, -41.2730625, 174.7859375, 0.0087",
    "62G20000+, 0.5, -179.5, 78.6263",
    "22220000+, -89.5, -179.5, 55.6018",
    "CFX30000+, 89.5, 1.5, 55.6018"
  })
  void aWholeCodeIsItsRectangle(String code, double latitude, double longitude, double km) {
    PlusCodeArea area = PlusCodeArea.of(new OpenLocationCode(code));

    assertThat(area.middle().latitude()).isCloseTo(latitude, within(1e-7));
    assertThat(area.middle().longitude()).isCloseTo(longitude, within(1e-7));
    assertThat(area.radiusKm()).isCloseTo(km, within(0.0001));
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
