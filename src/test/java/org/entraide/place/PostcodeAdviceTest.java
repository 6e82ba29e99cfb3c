package org.entraide.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.entraide.place.PostcodeAdvice.Country;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostcodeAdviceTest {

  @ParameterizedTest
  @CsvSource({
    "'12 Queen’s Gate, London SW7 2AZ', GB, GB",
    "'sw72az', FR, GB",
    "'Londres SW7\u00a02AZ', GB, GB",
    "'EC1A 1BB', '', GB",
    "'SW7', GB, ''",
    "'Londres, métro South Ken', GB, ''",
    "'75015 Paris', FR, ''",
    "'06 12 34 56 78', FR, ''",
    "'Toronto M5V 2T6', FR, CA",
    "'1012 AB Amsterdam', NL, NL",
    "'le 2020 AT 7', FR, ''",
    "'1000-205 Lisboa', PT, PT",
    "'1000-205', FR, ''"
  })
  void aWholeCodeIsSeenByItsGrammar(String text, String hint, String countries) {
    assertThat(PostcodeAdvice.typed(PlaceQuery.ofText(text, hint)))
        .extracting(Country::name)
        .isEqualTo(countries.isEmpty() ? java.util.List.of() : java.util.List.of(countries));
  }

  @Test
  void aCodeInItsOwnAnswerIsSeenToo() {
    assertThat(PostcodeAdvice.typed(new PlaceQuery("", "Londres", "SW7 2AZ", "", "GB")))
        .containsExactly(Country.GB);
  }

  @Test
  void twoAnswersMakeNoCodeTogether() {
    assertThat(PostcodeAdvice.typed(new PlaceQuery("SW7", "2AZ", "", "", "GB"))).isEmpty();
  }

  @Test
  void theAdviceCountsPeopleAsTheLanguageDoes() {
    Texts french = Texts.of("fr");

    assertThat(french.format(PostcodeAdvice.of(Country.GB, 47)))
        .startsWith(
            "47 personnes seraient situées à 200 m près avec le fichier des codes postaux du"
                + " Royaume-Uni\u202f: ONS Postcode Directory (ONSPD), sur https://");
    assertThat(french.format(PostcodeAdvice.of(Country.NL, 1)))
        .startsWith("1 personne serait située à 200 m près");
    assertThat(Texts.of("en").format(PostcodeAdvice.of(Country.GB, 1)))
        .startsWith("1 person would be located to within 200 m with the file of British postcodes");
  }

  @Test
  void aCountIsKnownByItsName() {
    assertThat(PostcodeAdvice.ofCount("postcode_file.GB")).contains(Country.GB);
    assertThat(PostcodeAdvice.ofCount("status.waiting")).isEmpty();
  }
}
