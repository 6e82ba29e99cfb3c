package org.entraide.people.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterReferenceTest {

  @ParameterizedTest
  @CsvSource({"Q-7KQ47,7KQ47,1", "Q-7KQ47-2,7KQ47,2", "Q-7KQ47-117,7KQ47,117"})
  void aQuestionNamesWhomItAsksAndItsNumber(String reference, String person, int number) {
    assertThat(LetterReference.isQuestion(reference)).isTrue();
    assertThat(LetterReference.isLetter(reference)).isTrue();
    assertThat(LetterReference.isIntroduction(reference)).isFalse();
    assertThat(LetterReference.code(reference)).isEqualTo(person);
    assertThat(LetterReference.number(reference)).isEqualTo(number);
    assertThat(LetterReference.question(person, number)).isEqualTo(reference);
  }

  @Test
  void anIntroductionHasACodeOfItsOwn() {
    assertThat(LetterReference.isIntroduction("M-7KQ47")).isTrue();
    assertThat(LetterReference.code("M-7KQ47")).isEqualTo("7KQ47");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7KQ47",
        "Q-",
        "Q-7KQ48",
        "Q-7KQ47-",
        "Q-7KQ47-0",
        "Q-7KQ47-1",
        "Q-7KQ47-02",
        "Q-7KQ47-99999",
        "q-7kq47",
        "M-7KQ48",
        "M-7KQ47-2",
        "Q-7KQ47 "
      })
  void otherWordsAreNoLetters(String words) {
    assertThat(LetterReference.isLetter(words)).isFalse();
  }

  @Test
  void otherWordsHaveNoNumber() {
    assertThatIllegalArgumentException().isThrownBy(() -> LetterReference.number("M-7KQ47"));
  }
}
