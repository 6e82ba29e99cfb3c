package org.entraide.place.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.entraide.place.Located;
import org.entraide.place.PlaceQuery;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "'', ab, 2",
    "toulouse, toulouse, 0",
    "toulose, toulouse, 1",
    "toulousse, toulouse, 1",
    "tuolouse, toulouse, 1",
    "toulouze, toulouse, 1",
    "landean, london, 3",
    "ca, abc, 3"
  })
  void lettersAreAddedLeftOutChangedAndExchanged(String one, String other, int edits) {
    assertThat(EditDistance.between(one, other)).isEqualTo(edits);
    assertThat(EditDistance.between(other, one)).isEqualTo(edits);
  }

  @Test
  void aVillageIsNotACityForItsNameInAThirdLanguage() {
    // London is Landan in one of the languages of the world.
    Located located = new EmbeddedGeocoder().locate(PlaceQuery.ofText("Landéan", "GB"));

    assertThat(located).isInstanceOf(Located.Unclear.class);
  }
}
