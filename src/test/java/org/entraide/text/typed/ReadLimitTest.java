package org.entraide.text.typed;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class ReadLimitTest {

  @Test
  void aTextOfAThousandCharactersIsReadWhole() {
    String text = "é".repeat(ReadLimit.CHARACTERS);

    assertThat(ReadLimit.isExceededBy(text)).isFalse();
    assertThat(ReadLimit.cut(text)).isSameAs(text);
    assertThat(ReadLimit.isExceededBy(text + "x")).isTrue();
    assertThat(ReadLimit.cut(text + "x")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"🎉", "e\u0301", "👩\u200d👩\u200d👧", "❤\ufe0f", "n\u0303\u0323"})
  void noCharacterAndNoLetterIsDivided(String character) {
    for (int before = 0; before <= character.length(); before++) {
      String text = "x".repeat(ReadLimit.CHARACTERS - before) + character + "y".repeat(20);

      String read = ReadLimit.cut(text);

      assertThat(read).hasSizeBetween(ReadLimit.CHARACTERS - 10, ReadLimit.CHARACTERS);
      assertThat(read.replace("x", "")).isIn("", character);
    }
  }

  @Test
  void aLetterOfThousandsOfMarksIsDividedAllTheSame() {
    assertThat(ReadLimit.cut("e" + "\u0301".repeat(5000))).hasSize(ReadLimit.CHARACTERS);
    String pairs = ReadLimit.cut("x" + "\ud834\udd65".repeat(5000)); // marks of two halves each
    assertThat(pairs).hasSize(ReadLimit.CHARACTERS - 1).endsWith("\ud834\udd65");
    assertThat(ReadLimit.cut("\u0301".repeat(5), 3)).hasSize(3);
    assertThat(ReadLimit.cut("🎉🎉", 1)).isEmpty();
    assertThat(ReadLimit.cut("🎉", 0)).isEmpty();
  }
}
