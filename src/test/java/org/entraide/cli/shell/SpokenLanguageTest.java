package org.entraide.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenLanguageTest {

  @ParameterizedTest
  @CsvSource({
    "fr_FR.UTF-8,fr",
    "fr,fr",
    "fr@euro,fr",
    "FR_ca,fr",
    "en_GB.UTF-8,en",
    "de_DE.UTF-8,en",
    "C,en",
    "C.UTF-8,en",
    "POSIX,en",
    "'',en",
    "../../etc,en"
  })
  void itIsTheLocalesWhereThereAreWordsForItAndElseEnglish(String locale, String language) {
    assertThat(SpokenLanguage.of(locale).texts().language()).isEqualTo(language);
  }

  @Test
  void theOneThatIsAskedForWins() {
    SpokenLanguage spoken = SpokenLanguage.of("fr_FR.UTF-8");
    assertThat(spoken.requested()).isEmpty();

    spoken.use("en");

    assertThat(spoken.texts().language()).isEqualTo("en");
    assertThat(spoken.requested()).contains("en");
  }

  @Test
  void ofTheEnvironmentTheFirstOfThreeVariablesDecides() {
    assertThat(SpokenLanguage.messages(Map.of())).isEmpty();
    assertThat(SpokenLanguage.messages(Map.of("LANG", "fr"))).isEqualTo("fr");
    assertThat(SpokenLanguage.messages(Map.of("LANG", "fr", "LC_MESSAGES", "de", "LC_ALL", "")))
        .isEqualTo("de");
    assertThat(SpokenLanguage.messages(Map.of("LANG", "fr", "LC_ALL", "en"))).isEqualTo("en");
  }
}
