package org.entraide.people.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

  @ParameterizedTest
  @ValueSource(strings = {"7KQ47", "73E2M"})
  void theExamplesOfTheContractAreValid(String code) {
    assertThat(Reference.isValid(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345", "73E25", "7KQ48", "K7Q47", "7kq47", "7KQ4", "7KQ477", "", "7KQ4*", "ABCIL", "7KQ4é"
      })
  void whatIsNoCodeIsNotValid(String code) {
    assertThat(Reference.isValid(code)).isFalse();
  }

  @Test
  void noCodeReadsAsANumberATimeOrADate() {
    Random random = new Random(1);
    for (int i = 0; i < 200_000; i++) {
      String code = Reference.mint(random, c -> false);
      assertThat(code)
          .matches("[0-9A-HJKMNP-TV-Z]{5}")
          .doesNotMatch("\\d+|\\d+E\\d+|\\d+[AP]M?|\\d*(JAN|FEB|MAR|APR|MAY|SEP|DEC)\\d*")
          .satisfies(c -> assertThat(Reference.isValid(c)).isTrue());
    }
  }

  @Test
  void everyWrongSymbolIsNoticed() {
    for (int at = 0; at < 5; at++) {
      for (char c : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
        StringBuilder code = new StringBuilder("7KQ47");
        if (code.charAt(at) != c) {
          code.setCharAt(at, c);
          assertThat(Reference.isValid(code.toString())).isFalse();
        }
      }
    }
  }

  @Test
  void aCodeIsNeverGivenTwiceAndOneSymbolMoreIsTakenWhenTheyRunShort() {
    Random random = new Random(2);
    Set<String> used = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      assertThat(used.add(Reference.mint(random, used::contains))).isTrue();
    }
    assertThat(used).allMatch(c -> c.length() == 5);

    String longer = Reference.mint(random, c -> c.length() == 5);
    assertThat(longer).hasSize(6).satisfies(c -> assertThat(Reference.isValid(c)).isTrue());
  }

  @Test
  void aHalfUsedSpaceIsNotWidened() {
    Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      assertThat(Reference.mint(random, c -> c.hashCode() % 10 < 3)).hasSize(5);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7KQ47,7KQ47",
    "' 7kq47 ',7KQ47",
    "7KQ 47,7KQ47",
    "7kq-47,7KQ47",
    "M-7KQ47,7KQ47",
    "m-7kq47,7KQ47",
    "Doublon 7KQ47,7KQ47",
    "« Doublon : 7kq47 »,7KQ47",
    "réf. (73e2m).,73E2M"
  })
  void aTypedCodeIsUnderstood(String typed, String code) {
    assertThat(Reference.parse(typed)).contains(code);
  }

  @Test
  void lettersThatLookLikeDigitsAreDigits() {
    Random random = new Random(4);
    String code = Reference.mint(random, c -> !c.contains("0") || !c.contains("1"));
    assertThat(Reference.parse(code.replace('0', 'o').replace('1', 'l'))).contains(code);
    assertThat(Reference.parse(code.replace('0', 'O').replace('1', 'I'))).contains(code);
  }

  @Test
  void twoCodesAreAListAndNotOneCode() {
    assertThat(Reference.parse("7KQ47, 73E2M")).isEmpty();
    assertThat(Reference.parseAll("7kq47, 73E2M; 7KQ47 et Paul")).containsExactly("7KQ47", "73E2M");
    assertThat(Reference.parse("")).isEmpty();
    assertThat(Reference.parse("Doublon Alain R. (7KQ47)")).contains("7KQ47");
    assertThat(Reference.parse("A1A1N (7KQ47)")).contains("7KQ47");
    assertThat(Reference.parse("(73E2M) Alain (m-7kq47)")).contains("7KQ47");
    assertThat(Reference.parse("7KQ47 (la voisine)")).contains("7KQ47");
    assertThat(Reference.parse("Alain (7KQ4")).contains("A1A1N"); // no parentheses end
    assertThat(Reference.introduction("7KQ47")).isEqualTo("M-7KQ47");
  }
}
