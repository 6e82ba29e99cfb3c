package org.entraide.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.people.Category;
import org.entraide.plan.Letters.Facts;
import org.entraide.plan.Letters.Party;
import org.entraide.text.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

  static final List<String> LANGUAGES = List.of("fr", "en");
  private static final Set<Category> PRESENCE = Set.of(Category.SHOPPING, Category.MEDICINES);
  private static final Set<Category> REMOTE = Set.of(Category.CONVERSATION);

  private static Party ana(@Nullable String email, @Nullable String phone, String area) {
    return new Party("Ana", "Ana Alba", email, phone, area);
  }

  private static Party bo(@Nullable String email, @Nullable String phone, String area) {
    return new Party("Bo", "Bo Bell", email, phone, area);
  }

  private static Facts facts(Party person, Party helper, Set<Category> needs, @Nullable Double km) {
    return new Facts(
        "M-7KQ47",
        "delegue@example.org",
        person,
        helper,
        needs,
        km,
        "Association X, contact@example.org",
        "https://example.org/privacy");
  }

  private static Letter letter(String language, Facts facts) {
    return Letters.of(Texts.of(language)).introduce(facts).orElseThrow();
  }

  private static Facts near() {
    return facts(ana("ana@x", null, "Nord"), bo("bo@x", null, "Sud"), PRESENCE, 2.4);
  }

  private static Facts onePhone() {
    return facts(ana(null, "+447700900123", "Nord"), bo("bo@x", null, "Sud"), REMOTE, null);
  }

  @Test
  void aFrenchLetterToBoth() {
    Letter letter = letter("fr", near());

    assertThat(letter.from()).isEqualTo("delegue@example.org");
    assertThat(letter.to())
        .containsExactly(
            new Letter.Recipient("Ana Alba", "ana@x"), new Letter.Recipient("Bo Bell", "bo@x"));
    assertThat(letter.subject()).isEqualTo("Entraide : Ana et Bo [M-7KQ47]");
    assertThat(letter.body())
        .isEqualTo(
            """
            Bonjour Ana, bonjour Bo,

            Merci d’avoir répondu à notre questionnaire d’entraide.

            Ana cherche de l’aide : courses et médicaments.
            Bo propose son aide. Il y a 2 km environ entre vous (Ana : Nord ; Bo : Sud).

            Le plus simple est de « répondre à tous » pour vous présenter, puis de convenir d’un premier appel.

            Quelques conseils : faites connaissance par téléphone avant de vous rencontrer ; n’avancez, ne prêtez et ne demandez pas d’argent ; si quelque chose vous gêne, répondez à ce message, à moi seulement.

            Bien à vous,

            --
            Message préparé pour Association X, contact@example.org.
            Vos données et vos droits : https://example.org/privacy
            """);
  }

  @Test
  void anEnglishLetterToBoth() {
    Letter letter = letter("en", near());

    assertThat(letter.subject()).isEqualTo("Entraide: Ana and Bo [M-7KQ47]");
    assertThat(letter.body())
        .isEqualTo(
            """
            Hello Ana, hello Bo,

            Thank you for answering our mutual-aid form.

            Ana is looking for help: shopping and medicines.
            Bo offers to help. There are about 2 km between you (Ana: Nord; Bo: Sud).

            The easiest way is to “reply to all” to introduce yourselves, then to agree on a first call.

            Some advice: get to know each other by telephone before you meet; do not advance, lend or ask for money; if something troubles you, reply to this message, to me only.

            With kind regards,

            --
            Message prepared for Association X, contact@example.org.
            Your data and your rights: https://example.org/privacy
            """);
  }

  @Test
  void aFrenchLetterToTheOneWhoIsToRing() {
    Letter letter = letter("fr", onePhone());

    assertThat(letter.to()).containsExactly(new Letter.Recipient("Bo Bell", "bo@x"));
    assertThat(letter.body())
        .isEqualTo(
            """
            Bonjour Bo,

            Merci d’avoir répondu à notre questionnaire d’entraide.

            Ana cherche de l’aide : conversation.
            Bo propose son aide, à distance.

            Ana n’a pas d’adresse e-mail : merci d’appeler au +447700900123, puis de convenir ensemble de la suite.

            Quelques conseils : faites connaissance par téléphone avant de vous rencontrer ; n’avancez, ne prêtez et ne demandez pas d’argent ; si quelque chose vous gêne, répondez à ce message, à moi seulement.

            Bien à vous,

            --
            Message préparé pour Association X, contact@example.org.
            Vos données et vos droits : https://example.org/privacy
            """);
  }

  @Test
  void anEnglishLetterToTheOneWhoIsToRing() {
    assertThat(letter("en", onePhone()).body())
        .isEqualTo(
            """
            Hello Bo,

            Thank you for answering our mutual-aid form.

            Ana is looking for help: conversation.
            Bo offers to help, from a distance.

            Ana has no e-mail address: please ring +447700900123, then agree together on what comes next.

            Some advice: get to know each other by telephone before you meet; do not advance, lend or ask for money; if something troubles you, reply to this message, to me only.

            With kind regards,

            --
            Message prepared for Association X, contact@example.org.
            Your data and your rights: https://example.org/privacy
            """);
  }

  static Stream<Arguments> everySituation() {
    List<Party> people =
        List.of(
            ana("ana@x", null, "Nord"), ana("ana@x", "+33123", ""), ana(null, "+33123", "Nord"));
    List<Party> helpers =
        List.of(bo("bo@x", null, "Sud"), bo("bo@x", null, ""), bo(null, "+33456", "Sud"));
    return LANGUAGES.stream()
        .flatMap(
            language ->
                people.stream()
                    .flatMap(
                        person ->
                            helpers.stream()
                                .filter(h -> person.canBeWritten() || h.canBeWritten())
                                .flatMap(
                                    helper ->
                                        Stream.of(
                                                facts(person, helper, PRESENCE, 0.2),
                                                facts(person, helper, PRESENCE, null),
                                                facts(person, helper, REMOTE, null),
                                                facts(
                                                    person,
                                                    helper,
                                                    Set.of(Category.values()),
                                                    12.7))
                                            .map(facts -> Arguments.of(language, facts)))));
  }

  @ParameterizedTest
  @MethodSource("everySituation")
  void aLetterIsCleanAndShort(String language, Facts facts) {
    Letter letter = letter(language, facts);
    String text = letter.body().substring(0, letter.body().indexOf("\n--\n"));

    assertThat(text).hasSizeLessThanOrEqualTo(1200);
    assertThat(letter.body())
        .endsWith("\n")
        .doesNotContain("  ", "\n\n\n", "{", "}", "null", " ,", " .", "()", "\r");
    assertThat(letter.body().lines()).allSatisfy(l -> assertThat(l).isEqualTo(l.strip()));
    assertThat(letter.subject()).contains("[M-7KQ47]").doesNotContain("\n");
    assertThat(letter.body()).contains("Ana", "Bo").doesNotContain("Alba", "Bell");
  }

  @ParameterizedTest
  @MethodSource("everySituation")
  void areasAreToldOnlyWhereBothAreKnownAndItIsFromNearby(String language, Facts facts) {
    String body = letter(language, facts).body();
    boolean near =
        facts.kilometres() != null
            && !facts.person().area().isEmpty()
            && !facts.helper().area().isEmpty();

    assertThat(body.contains("Nord") && body.contains("Sud")).isEqualTo(near);
    assertThat(body.contains("km")).isEqualTo(near);
  }

  @ParameterizedTest
  @MethodSource("everySituation")
  void onlyRemoteHelpIsSaidToBeRemote(String language, Facts facts) {
    String remote = language.equals("fr") ? "à distance" : "from a distance";

    assertThat(letter(language, facts).body().contains(remote))
        .isEqualTo(facts.needs().equals(REMOTE));
  }

  @ParameterizedTest
  @MethodSource("everySituation")
  void aTelephoneNumberIsGivenOnlyWhereThereIsNoAddress(String language, Facts facts) {
    Letter letter = letter(language, facts);

    assertThat(letter.body().contains("+33")).isEqualTo(letter.to().size() == 1);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void withNobodyToWriteToThereIsNoLetter(String language) {
    Letters letters = Letters.of(Texts.of(language));

    assertThat(
            letters.introduce(
                facts(ana(null, "+33123", ""), bo(null, "+33456", ""), PRESENCE, 1.0)))
        .isEmpty();
    assertThat(
            letters.introduce(facts(ana("ana@x", "+33123", ""), bo(null, null, ""), PRESENCE, 1.0)))
        .isEmpty();
    assertThat(
            letters.introduce(facts(ana(null, null, ""), bo("bo@x", "+33123", ""), PRESENCE, 1.0)))
        .isEmpty();
  }

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
    Party person = new Party(name, name, "ana@x", null, name);
    for (String language : LANGUAGES) {
      Letter letter = letter(language, facts(person, bo("bo@x", null, "Sud"), PRESENCE, 3.0));

      assertThat(letter.body()).contains((language.equals("fr") ? "Bonjour " : "Hello ") + name);
      assertThat(letter.subject()).contains(name);
      assertThat(letter.to().get(0).name()).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void withoutAControllerThereIsNoFoot(String language) {
    Facts facts =
        new Facts(
            "M-7KQ47",
            "delegue@example.org",
            ana("ana@x", null, ""),
            bo("bo@x", null, ""),
            REMOTE,
            null,
            "",
            "");

    assertThat(letter(language, facts).body()).doesNotContain("--").endsWith(",\n");
  }

  @Test
  void nothingOfAPersonIsInItsText() {
    assertThat(ana("ana@x", "+33123", "Nord").toString()).isEqualTo("Party[…]");
  }
}
