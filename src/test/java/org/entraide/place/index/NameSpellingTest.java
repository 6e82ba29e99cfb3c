package org.entraide.place.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameSpellingTest {

  @ParameterizedTest
  @CsvSource({
    "Saint-Étienne, saint etienne",
    "ST. ETIENNE, saint etienne",
    "Ste-Foy, sainte foy",
    "Straße, strasse",
    "Tromsø, tromso",
    "Łódź, lodz",
    "Œuilly, oeuilly",
    "Þórshöfn, thorshofn",
    "Seyðisfjörður, seydisfjordur",
    "ﬁgeac, figeac",
    "Ｌｏｎｄｏｎ, london",
    "  Lyon  (3e) , lyon 3e",
    "L’Haÿ-les-Roses, l hay les roses",
    "İstanbul, istanbul",
    "Đà Nẵng, da nang",
    "Лондон, london",
    "Αθήνα, athena",
    "Berlin 🌍, berlin",
    "Best, best"
  })
  void spellingsOfOneNameAreEqual(String typed, String normalized) {
    assertThat(NameSpelling.normalize(typed)).isEqualTo(normalized);
  }

  @Test
  void whatIsNotSeenEndsNoWord() {
    assertThat(NameSpelling.normalize("\u200fLon\u00addon\u200e")).isEqualTo("london");
    assertThat(NameSpelling.normalize("Par\u200bis\ufeff")).isEqualTo("paris");
    assertThat(NameSpelling.normalize("E\u0301dimbourg")).isEqualTo("edimbourg");
  }

  @Test
  void nothingIsNothing() {
    assertThat(NameSpelling.normalize("")).isEmpty();
    assertThat(NameSpelling.normalize(" 🎉 -- ")).isEmpty();
  }
}
