package org.entraide.plan.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.entraide.place.GeoPoint;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.PlaceWords;
import org.entraide.place.Precision;
import org.entraide.plan.Folk;
import org.entraide.plan.introduction.Introduction;
import org.entraide.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The words of the sheet are understood with an ordinary space where French has a no-break one, as
 * people type them and earlier versions wrote them, and the other way round.
 */
class FrenchSpacesTest {

  private static final Texts FRENCH = Texts.of("fr");
  private static final SheetVocabulary VOCABULARY = new SheetVocabulary(Folk.LANGUAGES);

  @ParameterizedTest
  @ValueSource(chars = {' ', '\u00a0', '\u202f'})
  void typedWordsAreUnderstoodWithAnySpace(char space) {
    assertThat(VOCABULARY.obeyed(with(space, "En pause"))).contains(Status.PAUSED);
    assertThat(VOCABULARY.obeyed(with(space, "« En pause »"))).contains(Status.PAUSED);
    assertThat(VOCABULARY.instruction(with(space, "Autre proposition")))
        .contains(Instruction.ANOTHER);
    assertThat(VOCABULARY.pauseEnd(with(space, "Pause : jusqu’au 12/01/2027")))
        .contains("12/01/2027");
    assertThat(VOCABULARY.duplicateOf(with(space, "Doublon : 7KQ47"))).contains("7KQ47");
    assertThat(VOCABULARY.outcome(with(space, "Sans réponse : rien")))
        .contains(Introduction.State.NO_ANSWER);
    assertThat(VOCABULARY.isUnticked(with(space, "non !"))).isTrue();
    assertThat(VOCABULARY.withoutDistances(with(space, "7KQ47, 3,9 km ; 73E2M, à distance")))
        .isEqualTo(with(space, "7KQ47 ; 73E2M"));
  }

  @ParameterizedTest
  @ValueSource(chars = {' ', '\u00a0', '\u202f'})
  void aPlaceIsKnownAsOursWithAnySpace(char space) {
    Place london =
        new Place(
            new GeoPoint(51.5, -0.1), Precision.CITY, 12, "Londres (GB)", "GB", 0.9, "embedded");
    Located.At offline = new Located.At(london, Optional.of(Located.Offline.SERVICE_DOWN));
    String shown = FRENCH.format(PlaceWords.describe(offline));

    assertThat(shown).contains("indisponible\u202f: lieu");
    assertThat(VOCABULARY.isPlace(shown.replace('\u202f', space))).isTrue();
    assertThat(VOCABULARY.isPlace("Londres, chez Léa")).isFalse();
  }

  private static String with(char space, String words) {
    return words.replace(' ', space);
  }
}
