package org.entraide.text.typed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class LowerCaseTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Σ",
        "ΟΔΥΣΣΕΥΣ",
        "ΑΣ ΒΣ Γ",
        "ΑΣ, ΒΣ-ΓΣ'Δ.Σ",
        " Σ Σ",
        "ÉÀ İß",
        "ΣΑΣ🎉Σ",
        "Σ\u0301Α"
      })
  void smallLettersAreThoseOfJava(String text) {
    assertThat(LowerCase.of(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
  }

  @Test
  void aWordWithoutEndHasSmallLettersToo() {
    assertThat(LowerCase.of("Σ".repeat(50_000) + "🎉".repeat(100)))
        .hasSize(50_200)
        .doesNotContain("Σ")
        .endsWith("🎉");
  }
}
