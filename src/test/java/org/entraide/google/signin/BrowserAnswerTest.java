package org.entraide.google.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class BrowserAnswerTest {

  private static final String STATE = "s-1";

  @Test
  void aCodeWithTheRightStateIsAnAnswer() {
    assertThat(BrowserAnswer.ofQuery("state=s-1&code=4%2F0abc&scope=x+y", STATE))
        .contains(new BrowserAnswer.Code("4/0abc"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"code=4/0abc", "code=4/0abc&state=", "code=4/0abc&state=s-2", "error=x"})
  void withoutTheRightStateItIsForeign(String query) {
    assertThat(BrowserAnswer.ofQuery(query, STATE)).contains(new BrowserAnswer.Foreign());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "state=s-1", "code=&state=s-1", "code=%ZZ&state=s-1", "hello"})
  void whatCarriesNothingIsNoAnswer(String query) {
    assertThat(BrowserAnswer.ofQuery(query, STATE)).isEmpty();
  }

  @Test
  void aRefusalSaysWhy() {
    assertThat(BrowserAnswer.ofQuery("error=access_denied&state=s-1", STATE))
        .contains(new BrowserAnswer.Refused("access_denied"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:5000/?state=s-1&code=4/0abcdefghij&scope=x, 4/0abcdefghij",
    "'  http://127.0.0.1:5000/?state=s-1&code=4%2F0abcdefghij#  ', 4/0abcdefghij",
    "127.0.0.1:5000/?code=4/0abcdefghij&state=s-1, 4/0abcdefghij",
    "code=4/0abcdefghij&state=s-1, 4/0abcdefghij",
    "4/0abcdefghij, 4/0abcdefghij",
    "4%2F0abcdefghij, 4/0abcdefghij",
  })
  void peoplePasteTheAddressOrTheCode(String pasted, String code) {
    assertThat(BrowserAnswer.ofPasted(pasted, STATE)).contains(new BrowserAnswer.Code(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yes", "what do I do now?", "http://127.0.0.1:5000/", "bad%code%zz00"})
  void otherLinesAreNothing(String pasted) {
    assertThat(BrowserAnswer.ofPasted(pasted, STATE)).isEqualTo(Optional.empty());
  }

  @Test
  void aPastedAddressOfAnotherSignInIsForeign() {
    assertThat(BrowserAnswer.ofPasted("http://127.0.0.1:5000/?state=s-2&code=4/0abcdefghij", STATE))
        .contains(new BrowserAnswer.Foreign());
  }

  @Test
  void noAnswerShowsItsCodeByAccident() {
    assertThat(new BrowserAnswer.Code("4/0abc").toString()).doesNotContain("4/0abc");
    assertThat(new Pkce("verifier").toString()).doesNotContain("verifier");
  }

  /** RFC 7636, appendix B. */
  @Test
  void theChallengeIsTheOneOfTheStandard() {
    assertThat(new Pkce("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge())
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    assertThat(Pkce.random(new Random(1)).verifier()).hasSize(43).matches("[A-Za-z0-9_-]+");
    assertThat(Pkce.random(new Random(1))).isNotEqualTo(Pkce.random(new Random(2)));
  }

  @ParameterizedTest
  @CsvSource({
    "Ana@Example.org, ana@example.org, true",
    "ana.b@gmail.com, anab@googlemail.com, true",
    "ana.b@example.org, anab@example.org, false",
    "ana@example.org, bo@example.org, false",
    "ana@example.org, '', false",
  })
  void addressesAreComparedAsGoogleDoes(String a, String b, boolean same) {
    assertThat(AccountAddresses.areSame(a, b)).isEqualTo(same);
  }
}
