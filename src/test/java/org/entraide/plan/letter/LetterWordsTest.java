package org.entraide.plan.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.people.word.Category;
import org.entraide.plan.LettersFixture;
import org.entraide.plan.letter.LetterComposer.Facts;
import org.entraide.plan.letter.LetterComposer.Party;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What a letter says of who writes, of the task, of the distance and of safety. */
class LetterWordsTest extends LettersFixture {

  private static String body(String language, Facts facts) {
    return letter(language, facts).body().replace('\u202F', ' ');
  }

  private static Facts needing(Category... needs) {
    return facts(ana("ana@x", null, "Nord"), bo("bo@x", null, "Sud"), Set.of(needs), 2.4);
  }

  private static Facts by(Sender sender, String emergency) {
    Facts f = near();
    return new Facts(
        f.ref(), sender, f.person(), f.helper(), f.needs(), f.atMostKm(), false, emergency);
  }

  @Test
  void aLetterBeginsWithTheCampaignAndEndsWithTheDelegatesNameAndRole() {
    assertThat(body("fr", near()))
        .contains("\n\nMerci d’avoir répondu au questionnaire « Entraide de Nordstadt ».")
        .contains("\n\nBien à vous,\nClaire Martin\ndéléguée de Nordstadt\n\n--\n");
    assertThat(body("en", near()))
        .contains("\n\nThank you for filling in the “Entraide de Nordstadt” form.")
        .contains("\n\nWith best wishes,\nClaire Martin\ndéléguée de Nordstadt\n\n--\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', entraide, ''",
    "Aide de B, '', '', Aide de B, 'Aide de B\n'",
    "Aide de B, Bo, '', Aide de B, 'Bo\n'",
    "'', Bo, maire de B, entraide, 'Bo\nmaire de B\n'",
  })
  void whatIsNotKnownOfTheDelegateLeavesNoGap(
      String title, String name, String role, String form, String end) {
    Sender sender = new Sender(title, "d@example.org", name, role, "", "");

    assertThat(body("fr", by(sender, "999")))
        .contains("au questionnaire « " + form + " »")
        .contains("\n\nBien à vous,\n" + end + "\n--\n");
  }

  @Test
  void theHelperWritesFirstAndEitherMayLeave() {
    assertThat(body("fr", near()))
        .contains("Bo, pouvez-vous écrire à Ana dans les deux jours ?")
        .contains("Si ce n’est plus possible, dites-le-moi, à moi seulement.");
    assertThat(body("en", near()))
        .contains("Bo, could you write to Ana in the next two days?")
        .contains("If you can no longer do this, just reply to me alone.");
  }

  @ParameterizedTest
  @CsvSource({
    "fr, 'Ana cherche quelqu’un pour une demande dont vous parlerez ensemble. Bo'",
    "en, 'Ana is looking for someone to help with a request that you can talk over together. Bo'"
  })
  void moneyAndSpecialRequestsAreNotNamed(String language, String words) {
    for (Facts facts :
        new Facts[] {
          needing(Category.FINANCIAL),
          needing(Category.OTHER),
          needing(Category.OTHER, Category.FINANCIAL),
          needing()
        }) {
      assertThat(body(language, facts)).contains(words);
    }
  }

  @Test
  void aSpecialRequestIsAddedToWhatIsNamed() {
    assertThat(body("fr", needing(Category.SHOPPING, Category.FINANCIAL)))
        .contains("pour faire des courses, et pour une demande dont vous parlerez ensemble. Bo");
    assertThat(body("en", needing(Category.SHOPPING, Category.OTHER)))
        .contains("to do some shopping, and to help with a request that you can talk over");
  }

  @Test
  void onlyWhoWantsNothingButAChatIsLookingForSomeoneToChatWith() {
    assertThat(body("en", needing(Category.CONVERSATION))).contains("someone to chat with. Bo");
    assertThat(body("en", needing(Category.CONVERSATION, Category.ADMIN)))
        .contains("someone to have a chat and help with paperwork. Bo");
  }

  @Test
  void theAdviceDoesNotContradictTheTask() {
    Set<Category> withKeys = Set.of(Category.PETS, Category.HOUSING);
    Set<Category> bought = Set.of(Category.SHOPPING, Category.MEDICINES);
    for (Category need : Category.values()) {
      String french = body("fr", needing(need));
      String english = body("en", needing(need));

      assertThat(french.contains("vos codes ni vos clés"))
          .as(need.key())
          .isEqualTo(!withKeys.contains(need));
      assertThat(english.contains("PIN or keys")).isEqualTo(!withKeys.contains(need));
      assertThat(french.contains("convenez à l’avance du paiement"))
          .as(need.key())
          .isEqualTo(bought.contains(need));
      assertThat(english.contains("agree how it will be paid")).isEqualTo(bought.contains(need));
      assertThat(french).contains("carte bancaire", "au téléphone", "à moi seulement", "le 999 :");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fr, 999, 'appelez le 999 : l’entraide'",
    "fr, '', 'appelez les secours : l’entraide'",
    "en, 911, 'call 911: neighbours'",
    "en, '', 'call the emergency services: neighbours'"
  })
  void inAnEmergencyOneCallsTheCountrysNumber(String language, String number, String words) {
    assertThat(body(language, by(SENDER, number))).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 1 km au plus, no more than 1 km",
    "1.0, 1 km au plus, no more than 1 km",
    "1.01, 2 km au plus, no more than 2 km",
    "4.0000000001, 4 km au plus, no more than 4 km",
    "8.5, 9 km au plus, no more than 9 km",
    "1234.5, '1\u202F235 km au plus', 'no more than 1,235 km'"
  })
  void aDistanceIsRoundedUp(double km, String french, String english) {
    Facts facts = facts(ana("ana@x", null, "Nord"), bo("bo@x", null, "Sud"), PRESENCE, km);

    assertThat(letter("fr", facts).body()).contains("Il y a " + french + " entre vous (Ana");
    assertThat(letter("en", facts).body())
        .contains("The two of you live " + english + " apart (Ana");
  }

  @ParameterizedTest
  @CsvSource({
    "SW7, 1, SW7, true",
    "SW7, 2, SW7, true",
    "SW7, 2.1, SW7, false",
    "SW7, 1, SW5, false",
    "SW7, 3, SW7, false",
    "'', 0, '', false"
  })
  void onlyTheSameSmallAreaIsTheSameNeighbourhood(
      String one, double uncertaintyKm, String other, boolean same) {
    Party person = new Party("Ana", "Ana Alba", "ana@x", null, one, uncertaintyKm);
    Party helper = new Party("Bo", "Bo Bell", "bo@x", null, other, uncertaintyKm);
    Facts facts = facts(person, helper, PRESENCE, 2 * uncertaintyKm);

    assertThat(body("fr", facts).contains("Vous habitez le même quartier (SW7).")).isEqualTo(same);
    assertThat(body("en", facts).contains("The two of you live in the same area (SW7)."))
        .isEqualTo(same);
    assertThat(body("fr", facts).contains("au plus entre vous")).isEqualTo(!same);
  }

  @Test
  void twoTownsOfOneNameAreNoNeighbourhood() {
    Facts facts =
        facts(ana("ana@x", null, "Richmond"), bo("bo@x", null, "Richmond"), PRESENCE, 331.0);

    assertThat(body("fr", facts))
        .contains("Il y a 331 km au plus entre vous")
        .doesNotContain("quartier");
  }

  @Test
  void whatIsLeftOutOfALongLetterIsSaidToBe() {
    String name = "Wilhelmine-Augusta-Christiane-Theodora-Xaveria";
    Party one = new Party(name, name, "j@example.org", null, "", 12);
    Party two = new Party("B" + name, name, null, "+447700900102", "", 12);
    Facts facts = facts(one, two, Set.of(Category.values()), 40.0);

    assertThat(body("fr", facts)).contains("entre autres, et pour une demande dont vous");
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void whoIsNotNamedIsAskedWithoutAName(String language) {
    Party link = new Party("evil.com", "evil.com", "ana@x", null, "Nord", 1);
    Party silent = new Party("evil.com", "evil.com", null, "+33123", "Nord", 1);
    boolean french = language.equals("fr");

    assertThat(body(language, facts(link, bo("bo@x", null, "Sud"), PRESENCE, 3.0)))
        .contains(
            french
                ? "La personne qui propose son aide peut-elle écrire à l’autre"
                : "Could whoever offered to help write to the other person");
    assertThat(body(language, facts(silent, bo("bo@x", null, "Sud"), PRESENCE, 3.0)))
        .contains(
            french
                ? "Cette personne n’a pas d’adresse e-mail"
                : "This person has no e-mail address");
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyNeedHasItsWordsOrIsNotNamed(String language) {
    Texts texts = Texts.of(language);
    Set<String> bodies =
        Arrays.stream(Category.values())
            .filter(need -> !need.byHand())
            .map(need -> letter(language, needing(need)).body())
            .collect(Collectors.toSet());

    assertThat(bodies).hasSize(11).noneMatch(body -> body.contains(texts.get("letter.needs.talk")));
  }
}
