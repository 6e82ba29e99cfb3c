package org.entraide.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.entraide.plan.letter.Letter;
import org.entraide.plan.letter.LetterComposer;
import org.entraide.plan.letter.LetterComposer.Facts;
import org.entraide.plan.letter.LetterComposer.Party;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are called, as letters write it. */
class NamesInLettersTest extends LettersFixture {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{needs}}",
        "{{{privacy}}}",
        "{{#second}}",
        "{0}",
        "{person}",
        "'{ref}'",
        "O'Neill",
        "Zoë \"Zo\" <zo@x>",
        "&amp;",
        "😀 Ana",
        "%s $1 \\"
      })
  void whatPeopleAreCalledIsNeverReadAsATemplate(String name) {
    Party person = new Party(name, name, "ana@x", null, name, 1);
    for (String language : LANGUAGES) {
      Letter letter = letter(language, facts(person, bo("bo@x", null, "Sud"), PRESENCE, 3.0));

      assertThat(letter.body()).contains((language.equals("fr") ? "Bonjour " : "Hello ") + name);
      assertThat(letter.subject()).contains(name);
      assertThat(letter.to().get(0).name()).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void withoutAControllerTheFootSaysWhereTheDataCameFrom(String language) {
    Facts facts =
        new Facts(
            "M-7KQ47",
            nameless("", ""),
            ana("ana@x", null, ""),
            bo("bo@x", null, ""),
            REMOTE,
            null,
            false,
            "");

    assertThat(letter(language, facts).body().split("\n--\n", -1)[1])
        .hasLineCount(1)
        .contains(language.equals("fr") ? "vos réponses au questionnaire" : "your answers to");
  }

  static Stream<Arguments> hostileNames() {
    return Stream.of(
        Arguments.of("Ana http://evil.example/x", "Ana"),
        Arguments.of("Ana WWW.evil.example", "Ana"),
        Arguments.of("Ana\r\nBcc: x@example.org", "Ana Bcc:"),
        Arguments.of("Ana\n\nPayez ici.", "Ana Payez ici."),
        Arguments.of("\u202EanA\u202C", "anA"));
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void aNameIsOneLineWithNothingToClickOn(String typed, String told) {
    Party person = new Party(typed, "Ana Alba", "ana@x", null, "Nord", 1);

    String body = letter("fr", facts(person, bo("bo@x", null, "Sud"), PRESENCE, 3.0)).body();
    assertThat(body).startsWith("Bonjour " + told + ", bonjour Bo,\n").contains(told + " cherche");
    assertThat(body.replace("https://example.org/privacy", "")).doesNotContain("://", "\u202E");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "evil.example.com/aide",
        "evil.com",
        "EVIL.COM",
        "www.evil",
        "bit.ly/x",
        "evil。com",
        "evil．com",
        "ev\u200Bil.c\u00ADom",
        "\u202Eevil.com\u202C",
        "evil.com.",
        "(evil.com)",
        "javascript:alert(1)",
        "mailto:x",
        "x@example.org",
        "x@evil.nowhere",
        "пример.рф",
        "1.2.3.4",
        "evil.whatever/x",
        "evil.com:8080"
      })
  void aNameThatLooksLikeAnAddressOrALinkIsWrittenNowhere(String name) {
    Party person = new Party(name, name, "ana@x", null, "Nord", 1);
    for (String language : LANGUAGES) {
      boolean french = language.equals("fr");
      String hello = french ? "Bonjour" : "Hello";
      String someone = french ? "Une personne cherche" : "A person is looking";
      LetterComposer letters = LetterComposer.of(Texts.of(language));
      for (Facts facts :
          List.of(
              facts(person, bo("bo@x", null, "Sud"), PRESENCE, 3.0),
              facts(bo("bo@x", null, "Sud"), person, PRESENCE, 3.0),
              facts(person, bo(null, "+33123", "Sud"), PRESENCE, 3.0))) {
        Letter letter = letters.introduce(facts).orElseThrow();
        Letter again = letters.followUp(facts, SENT).orElseThrow();

        assertThat(letter.body()).startsWith(hello + ",\n");
        assertThat(again.body()).startsWith(hello + ",\n");
        assertThat(letter.body() + letter.subject() + letter.to() + again.body() + again.to())
            .doesNotContain(name, "evil", "…");
        assertThat(letter.to()).contains(new Letter.Recipient("", "ana@x"));
      }
      assertThat(letter(language, facts(person, person, PRESENCE, 3.0)).body())
          .contains(someone)
          .contains(french ? ". Une autre personne a" : ". Another person has");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "J.-P.",
        "St. John",
        "St.John",
        "M. Dupont",
        "J.Martin",
        "M.Leclerc",
        "Jean-Paul",
        "Mme. de la Tour",
        "Ana B.",
        "O’Neill",
        "李",
        "Dr. Ana"
      })
  void aNameWithAFullStopIsAName(String name) {
    Party person = new Party(name, name, "ana@x", null, "Nord", 1);

    Letter letter = letter("fr", facts(person, bo("bo@x", null, "Sud"), PRESENCE, 3.0));
    assertThat(letter.body()).startsWith("Bonjour " + name + ", bonjour Bo,");
    assertThat(letter.subject()).contains(name);
    assertThat(letter.to().get(0).name()).isEqualTo(name);
  }

  @Test
  void twoWhoShareAnAddressAreWrittenToOnceAndBothNamed() {
    Letter letter =
        letter("fr", facts(ana("home@x", null, ""), bo("HOME@x", null, ""), REMOTE, null));

    assertThat(letter.to()).containsExactly(new Letter.Recipient("Ana Alba et Bo Bell", "home@x"));
    assertThat(letter.body())
        .startsWith("Bonjour Ana, bonjour Bo,")
        .contains("la même adresse")
        .doesNotContain("Vos adresses", "pouvez-vous écrire");
    assertThat(letter("fr", near()).body())
        .contains("Vos adresses e-mail sont en tête", "Bo, pouvez-vous écrire à Ana")
        .doesNotContain("la même adresse");
  }

  @Test
  void aNameOfFiveThousandCharactersMakesNoLongLetter() {
    Party person = new Party("é".repeat(5000), "x", "ana@x", null, "Nord", 1);

    String body = letter("fr", facts(person, bo("bo@x", null, "Sud"), PRESENCE, 3.0)).body();
    assertThat(body).contains("é".repeat(39) + "… cherche");
    assertThat(body.indexOf("\n--\n")).isLessThan(1_200);
  }

  @Test
  void nothingOfAPersonIsInItsText() {
    assertThat(ana("ana@x", "+33123", "Nord").toString()).isEqualTo("Party[…]");
  }
}
