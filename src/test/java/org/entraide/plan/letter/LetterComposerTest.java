package org.entraide.plan.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.people.word.Category;
import org.entraide.plan.LettersFixture;
import org.entraide.plan.letter.LetterComposer.Facts;
import org.entraide.plan.letter.LetterComposer.Party;
import org.entraide.text.LetterTemplate;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class LetterComposerTest extends LettersFixture {

  private static Facts onePhone() {
    return facts(ana(null, "+447700900123", "Nord"), bo("bo@x", null, "Sud"), REMOTE, null);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void aNameDoesNotNameAnotherIntroduction(String language) {
    Party person = new Party("Jean [m-ABCDE]", "Jean Bell", "j@example.org", null, "SW7", 1);
    Party helper = new Party("[M-\u200eFGHJK]", "Bo Bell", "b@example.org", null, "SW5", 1);

    assertThat(letter(language, facts(person, helper, PRESENCE, 2.4)).subject())
        .contains("Jean m-ABCDE ")
        .endsWith(" [M-7KQ47]")
        .containsOnlyOnce("[")
        .containsOnlyOnce("]");
  }

  static Stream<Arguments> longest() {
    return LANGUAGES.stream()
        .flatMap(
            language ->
                Stream.of(true, false)
                    .flatMap(
                        toPerson ->
                            Stream.of(Category.values().length, 5)
                                .map(needs -> Arguments.of(language, toPerson, needs))));
  }

  @ParameterizedTest
  @MethodSource("longest")
  void theLongestLetterIsShort(String language, boolean toPerson, int needs) {
    String name = "Wilhelmine-Augusta-Christiane-Theodora-Xaveria";
    String area = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, Anglesey";
    Party one = new Party(name, name, toPerson ? "j@example.org" : null, "+447700900101", area, 12);
    Party two =
        new Party("B" + name, name, toPerson ? null : "b@example.org", "+447700900102", area, 12);
    Set<Category> longest =
        EnumSet.allOf(Category.class).stream().limit(needs).collect(Collectors.toSet());
    Facts facts = new Facts("M-7KQ47", SENDER, one, two, longest, 12.0, true, "999");

    String body = letter(language, facts).body();

    assertThat(body.indexOf("\n--\n")).isBetween(300, 1_200);
    assertThat(body).contains("+44 7700").doesNotContain("  ", "()", " ,");
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void aLetterIsFromTheDelegateToBothWithTheReferenceInItsSubject(String language) {
    Letter letter = letter(language, near());

    assertThat(letter.from()).isEqualTo("delegue@example.org");
    assertThat(letter.to())
        .containsExactly(
            new Letter.Recipient("Ana Alba", "ana@x"), new Letter.Recipient("Bo Bell", "bo@x"));
    assertThat(letter.subject()).startsWith("Entraide de Nordstadt").endsWith(" [M-7KQ47]");
    assertThat(letter.replyTo()).isEmpty();
    assertThat(letter.thread()).isEmpty();
  }

  @Test
  void whoIsToRingIsToldTheNumberAsItIsDialled() {
    Letter letter = letter("fr", onePhone());

    assertThat(letter.to()).containsExactly(new Letter.Recipient("Bo Bell", "bo@x"));
    assertThat(letter.body())
        .contains("Ana n’a pas d’adresse e-mail", "dans les deux jours, au +44 7700 900123");
  }

  @Test
  void answersGoWhereTheAdministratorSays() {
    LetterComposer letters =
        LetterComposer.of(Texts.of("fr"), Map.of(), Optional.of("entraide@example.org"));
    Letter letter = letters.introduce(near()).orElseThrow();

    assertThat(letter.replyTo()).contains("entraide@example.org");
    assertThat(letters.followUp(near(), SENT).orElseThrow().replyTo())
        .contains("entraide@example.org");
  }

  @Test
  void eachTemplateIsReplacedAlone() {
    LetterComposer letters =
        LetterComposer.of(
            Texts.of("fr"),
            Map.of(LetterTemplate.ADVICE, "Prudence, {{first}}.\n"),
            Optional.empty());
    Letter letter = letters.introduce(near()).orElseThrow();

    assertThat(letter.body())
        .contains("Bonjour Ana, bonjour Bo,", "\n\nPrudence, Ana.\n\n")
        .doesNotContain("Quelques conseils");
    assertThat(letters.followUp(near(), SENT).orElseThrow().body())
        .contains("Avez-vous pu vous parler");
  }

  @Test
  void everyNameThatATemplateMayHaveIsKnown() {
    Set<String> names =
        new LetterContext(Texts.of("en"), near(), LetterContext.Room.ORDINARY).values().keySet();

    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    LetterTemplate.INTRODUCTION.placeholders(),
                    LetterTemplate.INTRODUCTION.conditions())
                .flatMap(List::stream)
                .toList());
  }

  @Test
  void twoOfTheSameFirstNameAreToldApart() {
    Party other = new Party("ana", "Ana Bell", "bell@x", null, "Sud", 1);
    Letter letter = letter("fr", facts(ana("ana@x", null, "Nord"), other, PRESENCE, 2.4));

    assertThat(letter.body())
        .contains("Bonjour Ana Alba, bonjour Ana Bell,", "Ana Alba cherche", "Ana Bell a proposé");
  }

  @ParameterizedTest
  @CsvSource({
    "3.0, 1.0, Il y a 5 km au plus entre vous (Ana : Nord ; Bo : Sud).",
    "3.1, 1.0, Je ne sais pas au juste quelle distance vous sépare",
    "1.0, 3.1, 'quelle distance vous sépare (Ana : Nord ; Bo : du côté de Sud) : voyez ensemble'",
  })
  void aPlaceThatIsKnownBadlyIsSaidToBeAndNoDistanceIsTold(double one, double other, String words) {
    Party person = new Party("Ana", "Ana Alba", "ana@x", null, "Nord", one);
    Party helper = new Party("Bo", "Bo Bell", "bo@x", null, "Sud", other);

    String body = letter("fr", facts(person, helper, PRESENCE, 5.0)).body();
    assertThat(body.replace('\u202F', ' ')).contains(words);
    assertThat(body.contains("5 km au plus")).isEqualTo(one <= 3 && other <= 3);
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
                                                    Set.of(
                                                        Category.SHOPPING,
                                                        Category.PETS,
                                                        Category.OTHER),
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
    assertThat(letter.body()).doesNotContain("Alba", "Bell");
    assertThat(letter.body().contains("Ana") && letter.body().contains("Bo")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("everySituation")
  void areasAreToldOnlyWhereBothAreKnownAndItIsFromNearby(String language, Facts facts) {
    String body = letter(language, facts).body();
    boolean presence = !facts.needs().equals(REMOTE);
    boolean areas = !facts.person().area().isEmpty() && !facts.helper().area().isEmpty();

    assertThat(body.contains("Nord") && body.contains("Sud")).isEqualTo(presence && areas);
    assertThat(body.contains(" km")).isEqualTo(presence && facts.atMostKm() != null);
  }

  @ParameterizedTest
  @MethodSource("everySituation")
  void onlyRemoteHelpIsSaidToBeRemote(String language, Facts facts) {
    String remote = language.equals("fr") ? ", par téléphone ou en ligne" : ", by phone or online";

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
    LetterComposer letters = LetterComposer.of(Texts.of(language));

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
}
