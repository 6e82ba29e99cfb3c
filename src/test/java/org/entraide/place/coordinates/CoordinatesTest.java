package org.entraide.place.coordinates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class CoordinatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          48.8584, 2.2945
          48,8584 2,2945
          GPS : 48.8584 / 2.2945
          48.8584 N, 2.2945 E
          N 48.8584 E 2.2945
          2.2945E 48.8584N
          48°51'30.2"N 2°17'40.2"E
          48° 51′ 30.2″ N, 2° 17′ 40.2″ E
          N48°51.504' E2°17.670'
          https://www.google.com/maps/@48.8584,2.2945,17z
          https://www.google.com/maps/place/Tour/@48.1,2.9,17z/data=!3m1!4b1!4m5!3d48.8584!4d2.2945
          https://maps.google.com/?q=48.8584,2.2945
          https://www.openstreetmap.org/?mlat=48.8584&mlon=2.2945#map=16/48.8/2.2
          geo:48.8584,2.2945
          """)
  void theSpellingsThatPeopleTypeAreRead(String text) {
    Coordinates typed = Coordinates.typed(text);

    assertThat(typed).isNotNull();
    assertThat(typed.latitude()).isCloseTo(48.8584, within(0.0001));
    assertThat(typed.longitude()).isCloseTo(2.2945, within(0.0001));
  }

  @ParameterizedTest
  @ValueSource(strings = {"51°29'39\"N 0°10'26\"O", "51.4941 N 0.1738 W", "51.4941, -0.1738"})
  void westIsMinusInFrenchAndInEnglish(String text) {
    Coordinates typed = Coordinates.typed(text);

    assertThat(typed).isNotNull();
    assertThat(typed.longitude()).isCloseTo(-0.1738, within(0.0002));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12 rue de Paris",
        "75015",
        "12, 14",
        "06 12 34 56 78",
        "12.50",
        "48.8584 N, 2.2945 N",
        "https://example.org/48"
      })
  void whatIsSomethingElseIsNot(String text) {
    assertThat(Coordinates.typed(text)).isNull();
  }
}
