package org.entraide.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lines for terminals. */
class WrappedTextTest {

  @Test
  void aLineIsBrokenBetweenWords() {
    assertThat(WrappedText.lines("one two three\nfour", 8))
        .containsExactly("one two", "three", "four");
  }

  @Test
  void whatIsInAListGoesOnBelowItsFirstWord() {
    assertThat(WrappedText.lines("1. one two three\n– one two", 9))
        .containsExactly("1. one", "   two", "   three", "– one two");
  }

  @Test
  void anAddressAndACommandInQuotationMarksStayWhole() {
    assertThat(WrappedText.lines("see https://example.org/ or “entraide auth login” now", 12))
        .containsExactly("see", "https://example.org/", "or", "“entraide auth login”", "now");
    assertThat(WrappedText.lines("   https://example.org/", 8))
        .containsExactly("   https://example.org/");
    assertThat(WrappedText.lines("lancez «\u202fentraide setup\u202f» ici", 8))
        .containsExactly("lancez", "«\u202fentraide setup\u202f»", "ici");
  }
}
