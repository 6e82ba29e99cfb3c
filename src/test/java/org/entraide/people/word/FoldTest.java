package org.entraide.people.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class FoldTest {

  /** Past the signs that are looked up. */
  private static final char END = 0x260;

  @Test
  void everyTwoSignsAreFoldedAsAnyTextIs() {
    for (char a = 0; a < END; a++) {
      for (char b = 0; b < END; b++) {
        String text = "x" + a + b + " y";
        if (!Fold.words(text).equals(Fold.anyWords(text).strip())) {
          assertThat(Fold.words(text)).isEqualTo(Fold.anyWords(text).strip());
        }
      }
    }
  }

  @Test
  void everyTwoSignsArePutOnOneLineAsAnyTextIs() {
    for (char a = 0; a < END; a++) {
      for (char b = 0; b < END; b++) {
        String text = a + "x" + b + a + " y" + b;
        if (!Fold.line(text).equals(Fold.anyLine(text))) {
          assertThat(Fold.line(text)).isEqualTo(Fold.anyLine(text));
        }
      }
    }
  }
}
