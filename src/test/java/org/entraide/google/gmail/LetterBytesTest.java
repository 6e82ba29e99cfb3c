package org.entraide.google.gmail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.people.word.Category;
import org.entraide.plan.LettersFixture;
import org.entraide.plan.letter.Letter;
import org.entraide.plan.letter.LetterCases;
import org.entraide.plan.letter.LetterComposer;
import org.entraide.plan.letter.LetterComposer.Facts;
import org.entraide.plan.letter.LetterComposer.Party;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a letter says, and whatever people are called, it is a mail as RFC 5322 has it. */
class LetterBytesTest {

  static final List<String> LANGUAGES = List.of("fr", "en");

  static Stream<String> names() {
    return Stream.of(
        "Lætitia d'Ornano",
        "Óscar Ó Súilleabháin",
        "李",
        "Jean-Baptiste de La Salle",
        "Ana\r\nBcc: x@example.org",
        "Ana\r\n\r\n<html>",
        "n".repeat(5000),
        "\u05d0\u05d1\u05d2".repeat(40),
        "\u202Eana\u202C محمد",
        "👩‍👩‍👧 Ana 😀",
        "{{needs}}",
        "{{#both}}",
        "Ana https://evil.example/?a=b",
        "=HYPERLINK(\"x\")",
        "=?utf-8?q?Boss?=");
  }

  private static void assertMail(Letter letter) throws LetterMime.UnfitLetterException {
    String mail = new String(LetterMime.bytes(letter), ISO_8859_1);
    String headers = mail.substring(0, mail.indexOf("\r\n\r\n"));

    assertThat(mail.split("\r\n", -1))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998));
    assertThat(mail.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(mail.chars()).as("ASCII alone").allMatch(c -> c < 0x7F);
    assertThat(headers.lines().filter(line -> !line.startsWith(" ") && !line.startsWith("\t")))
        .allSatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "(From|To|Reply-To|Subject|In-Reply-To|References|MIME-Version|Content-Type"
                            + "|Content-Transfer-Encoding): .*"));
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyLetterIsAMail(String language) throws Exception {
    LetterComposer letters =
        LetterComposer.of(Texts.of(language), Map.of(), Optional.of("entraide@example.org"));
    for (LetterCases.Case one : LetterCases.all(LettersFixture.SENDER, "112")) {
      Letter letter = letters.introduce(one.facts()).orElseThrow();
      assertMail(letter);
      Letter.Thread sent = new Letter.Thread("t", "<sent@example.org>", letter.subject(), Set.of());
      assertMail(letters.followUp(one.facts(), sent).orElseThrow());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void whateverPeopleAreCalledItIsTheSameMail(String name) throws Exception {
    Party person = new Party(name, name, "ana@example.org", null, name, 1);
    Party helper = new Party("Bo", "Bo Bell", "bo@example.org", null, "Nord", 1);
    Letter letter =
        LetterComposer.of(Texts.of("fr"))
            .introduce(
                new Facts(
                    "M-7KQ47",
                    LettersFixture.nameless(name, name),
                    person,
                    helper,
                    Set.of(Category.SHOPPING),
                    2.0,
                    false,
                    ""))
            .orElseThrow();

    assertMail(letter);
    ReceivedLetter arrival = ReceivedLetter.of(letter).orElseThrow();
    assertThat(arrival.to()).contains("ana@example.org", "Bo Bell <bo@example.org>");
    assertThat(arrival.subject()).endsWith("[M-7KQ47]");
    assertThat(arrival.body()).startsWith("Bonjour ").contains(", bonjour Bo,\n\nMerci");
  }

  @Test
  void namesArriveAsTheyAreWritten() {
    for (String name : List.of("d'Ornano", "Ó Súilleabháin", "李", "Jean-Baptiste de La Salle")) {
      Party person = new Party(name, name, "ana@example.org", null, "", 0);
      Party helper = new Party("Bo", "Bo Bell", "bo@example.org", null, "", 0);
      Facts facts =
          new Facts(
              "M-7KQ47",
              LettersFixture.nameless("", ""),
              person,
              helper,
              Set.of(Category.ADMIN),
              null,
              false,
              "");
      ReceivedLetter arrival =
          ReceivedLetter.of(LetterComposer.of(Texts.of("en")).introduce(facts).orElseThrow())
              .orElseThrow();

      assertThat(arrival.to()).contains(name);
      assertThat(arrival.subject()).isEqualTo("Mutual aid: " + name + " and Bo [M-7KQ47]");
      assertThat(arrival.body()).contains("Hello " + name + " and Bo,", name + " is looking");
    }
  }

  @Test
  void aLetterThatCannotBeAMailDoesNotArrive() {
    assertThat(
            ReceivedLetter.of(
                new Letter(
                    "M-1", "no address", List.of(new Letter.Recipient("A", "a@x")), "S", "B")))
        .isEmpty();
  }
}
