package org.entraide.people.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class WordComparisonTest {

  /** Past the signs that are looked up. */
  private static final char END = 0x260;

  @Test
  void everyTwoSignsAreFoldedAsAnyTextIs() {
    for (char a = 0; a < END; a++) {
      for (char b = 0; b < END; b++) {
        String text = "x" + a + b + " y";
        if (!WordComparison.fold(text).equals(WordComparison.any(text))) {
          assertThat(WordComparison.fold(text)).isEqualTo(WordComparison.any(text));
        }
      }
    }
  }
}
