package org.entraide.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import org.entraide.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceWordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void everyPlaceThatIsDescribedIsKnownAgain(String language) {
    Texts texts = Texts.of(language);
    Pattern described = PlaceWords.anyDescribed(texts);
    for (Precision precision : Precision.values()) {
      for (double km : new double[] {0, 0.5, 12, 1234.5}) {
        Place place =
            new Place(new GeoPoint(51.5, -0.1), precision, km, "St-Mary (7)", "GB", 0.9, "test");
        for (Located.Offline why : Located.Offline.values()) {
          Located.At offline = new Located.At(place, Optional.of(why));
          assertThat(texts.format(PlaceWords.describe(offline))).matches(described);
        }
        assertThat(texts.format(PlaceWords.describe(place))).matches(described);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Nord", "Nord (près de la gare)", "12 High Street (flat 7)", "(ville)"})
  void whatPeopleTypeIsNot(String typed) {
    assertThat(typed).doesNotMatch(PlaceWords.anyDescribed(Texts.of("fr")));
    assertThat(typed).doesNotMatch(PlaceWords.anyDescribed(Texts.of("en")));
  }
}
