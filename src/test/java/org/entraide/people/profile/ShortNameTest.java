package org.entraide.people.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.entraide.people.word.Consent;
import org.entraide.people.word.PersonNames;
import org.entraide.place.PlaceQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNameTest {

  private static String shown(String name, String firstName) {
    Profile profile =
        new Profile(
            null,
            name,
            firstName,
            null,
            null,
            "",
            PlaceQuery.ofText("", ""),
            Set.of(),
            Set.of(),
            null,
            null,
            Set.of(),
            false,
            null,
            Consent.YES,
            List.of());
    return ShortName.of(profile, "9JNRN");
  }

  @ParameterizedTest
  @CsvSource({
    "Camille Roux, Camille R. (9JNRN)",
    "Camille, Camille (9JNRN)",
    "Mme Camille Roux, Camille R. (9JNRN)",
    "Marie-Ève d’Arc, Marie-Ève D. (9JNRN)",
    "Jean Paul Dupont, Jean D. (9JNRN)",
    "Łukasz éluard, Łukasz É. (9JNRN)",
    "Camille 75, Camille (9JNRN)",
    "Jean-Pierre de la Tour, Jean-Pierre T. (9JNRN)",
    "Zoe\u0301 E\u0301luard, Zoe\u0301 E. (9JNRN)",
    "أحمد مراد, أحمد م. (9JNRN)",
    "FANNY, FANNY (9JNRN)",
    "Camille (Roux), Camille (9JNRN)",
    "abcdefghijklmnopqrst Roux, abcdefghijklmnopqrst R. (9JNRN)"
  })
  void aNameIsItsFirstWordAndTheInitialOfItsLast(String name, String shown) {
    assertThat(shown(name, PersonNames.firstName(name))).isEqualTo(shown);
  }

  @Test
  void aFirstNameOfSeveralWordsThatWasAskedApartIsShownWhole() {
    assertThat(shown("Jean Paul Le Goff avec un très long nom", "Jean Paul"))
        .isEqualTo("Jean Paul L. (9JNRN)");
    assertThat(shown("Jean Paul 12", "Jean Paul")).isEqualTo("Jean Paul (9JNRN)");
    assertThat(shown("Marie Le Goff", "Marie")).isEqualTo("Marie G. (9JNRN)");
    assertThat(shown("Jean Paul Le Goff", "Jean Paul")).isEqualTo("Jean Paul L. (9JNRN)");
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "evil.example.com/aide Roux",
    "jean@x.org Roux",
    "12345 Roux",
    "- Roux",
    "www.example.com",
    "Cam1lle Roux",
    "Zoé\ud83d\ude00 Roux",
    "\u200fAna Roux",
    "\u202eAna Roux",
    "(9JNRN) Roux",
    "=Ana Roux",
    "abcdefghijklmnopqrstu Roux"
  })
  void whatLooksLikeNoFirstNameIsNotShown(String name) {
    assertThat(shown(name, PersonNames.firstName(name))).isEqualTo("9JNRN");
  }

  /** « Le Goff » begins with an L, whoever asks. */
  @ParameterizedTest
  @CsvSource({
    "Marie, Le Goff, Marie L.",
    "Jean Paul, Le Goff, Jean Paul L.",
    "Mme Marie, d’Arc, Marie D.",
    "Marie, '', Marie",
    "Marie, 12, Marie",
    "evil.example.com/aide, Roux, ''"
  })
  void namesThatWereAskedApartAreTheFirstAndTheInitialOfTheLast(
      String first, String last, String shown) {
    assertThat(ShortName.ofTwo(first, last)).isEqualTo(shown);
  }
}
