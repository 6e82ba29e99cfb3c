package org.entraide.people.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.people.Sheets;
import org.entraide.people.profile.Questionnaire.Column;
import org.entraide.people.profile.Questionnaire.Essential;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionnaireTest {

  private static Questionnaire recognise(String... titles) {
    return Questionnaire.recognise(List.of(titles), Set.of(), Map.of());
  }

  @ParameterizedTest(name = "« {1} » asks for {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "timestamp|Horodateur",
        "timestamp|Timestamp",
        "email|Adresse e-mail",
        "email|ADRESSE  E-MAIL *",
        "email|Email Address",
        "email|Votre adresse mail",
        "email|Votre adresse e-mail (pour vous recontacter)",
        "email|Nom d'utilisateur",
        "email|Comment vous joindre (mail ou téléphone) ?",
        "name|Nom et prénom",
        "name|Vos nom et prénom",
        "name|NOM Prénom",
        "name|Full name",
        "name|What is your name?",
        "name|Quel est votre nom ?",
        "name|Comment vous appelez-vous ?",
        "first_name|Votre prénom",
        "first_name|First Name",
        "last_name|Nom de famille",
        "last_name|Surname",
        "phone|Téléphone",
        "phone|Telephone",
        "phone|Numéro de téléphone portable",
        "phone|N° de téléphone (facultatif)",
        "phone|Votre numéro WhatsApp",
        "phone|Phone number",
        "phone|Un numéro de téléphone où vous joindre",
        "address|Adresse",
        "address|Votre adresse postale complète",
        "address|Où habitez-vous ?",
        "address|Dans quel quartier habitez-vous ?",
        "address|Where do you live?",
        "address|Quartier de Londres",
        "city|Ville",
        "city|Dans quelle ville habitez-vous ?",
        "postcode|Code postal",
        "postcode|Postcode",
        "postcode|Quel est votre code postal ?",
        "country|Pays de résidence",
        "needs|De quoi avez-vous besoin ?",
        "needs|de quoi avez vous besoin",
        "needs|DE QUOI AVEZ-VOUS BESOIN\u00A0?",
        "needs|De quel type d'aide avez-vous besoin ?",
        "needs|Si vous avez besoin d'aide, de quoi s'agit-il ?",
        "needs|Quels sont vos besoins ?",
        "needs|What do you need?",
        "needs|What kind of help do you need?",
        "needs|How can we help you?",
        "offers|Comment pouvez-vous aider ?",
        "offers|Que pouvez-vous proposer ?",
        "offers|Quels services pouvez-vous rendre ou proposer ?",
        "offers|Quelle aide pourriez-vous apporter ?",
        "offers|Je peux aider pour",
        "offers|What can you offer?",
        "offers|How would you like to help?",
        "capacity|Combien de personnes pouvez-vous aider ?",
        "capacity|How many people can you help?",
        "radius_km|Jusqu'à quelle distance (km) ?",
        "radius_km|Jusqu'à quelle distance pouvez-vous vous déplacer pour aider ?",
        "radius_km|How far can you travel?",
        "languages|Langues parlées",
        "languages|Quelles langues parlez-vous ?",
        "languages|Which languages do you speak?",
        "vulnerable|Êtes-vous une personne à risque ?",
        "vulnerable|Y a-t-il une personne vulnérable dans votre foyer ?",
        "age|Âge",
        "age|Quel âge avez-vous ?",
        "age|Année de naissance",
        "age|How old are you?",
        "consent|J'accepte que mes coordonnées (mail, téléphone, adresse) soient transmises",
        "consent|Acceptez-vous que vos données soient utilisées ?",
        "consent|I agree that my answers are used",
        "notes|Commentaires",
        "notes|Autre chose à ajouter ?",
        "notes|Anything else you would like to tell us?"
      })
  void usualTitlesAreRecognisedInBothLanguages(String field, String title) {
    assertThat(recognise(title).columns()).extracting(c -> c.field().key()).containsExactly(field);
  }

  @ParameterizedTest(name = "« {0} » asks for no field")
  @ValueSource(
      strings = {
        "Téléphone de la personne à prévenir",
        "Nom et téléphone de la personne à contacter en cas d'urgence",
        "Emergency contact name",
        "Avez-vous besoin d'aide ?",
        "Avez-vous besoin d'aide ? *",
        "Do you need help?",
        "Souhaitez-vous aider ?",
        "Vous souhaitez...",
        "Quand pouvez-vous aider ?",
        "À quelle fréquence pouvez-vous aider ?",
        "Vos disponibilités",
        "Comment avez-vous entendu parler de nous ?",
        "Pays de naissance",
        "Nationalité",
        "Âge de vos enfants",
        "Nom de votre association",
        "Souhaitez-vous recevoir notre newsletter par e-mail ?",
        "Score",
        "Suivi par Paul",
        "🙂"
      })
  void titlesThatOnlyLookLikeAFieldAreLeftAlone(String title) {
    Questionnaire questions = recognise(title);
    assertThat(questions.columns()).isEmpty();
    assertThat(questions.unknown()).containsExactly(title);
  }

  @Test
  void aTitleSaysHowSurelyItWasRecognised() {
    Questionnaire questions =
        Questionnaire.recognise(
            List.of("Adresse e-mail", "Votre adresse e-mail de contact", "Trucs", "Trucs"),
            Set.of(3),
            Map.of(Field.NEEDS, "trucs"));
    assertThat(questions.columns())
        .extracting(Column::certainty)
        .containsExactly(Certainty.EXACT, Certainty.LIKELY, Certainty.CONFIGURED);
  }

  @Test
  void aConfiguredTitleTakesThePlaceOfTheUsualOnes() {
    Questionnaire questions =
        Questionnaire.recognise(
            List.of("De quoi avez-vous besoin ?", "Votre demande"),
            Set.of(),
            Map.of(Field.NEEDS, "Votre demande", Field.OFFERS, "Absente"));
    assertThat(questions.columns()).extracting(Column::index).containsExactly(1);
    assertThat(questions.unknown()).containsExactly("De quoi avez-vous besoin ?");
    assertThat(questions.notes())
        .extracting(Message::key)
        .contains("people.questions.override-not-seen");
  }

  @Test
  void aSurnameBesideAFirstNameIsNoFullName() {
    assertThat(recognise("Nom", "Prénom").columns())
        .extracting(Column::field)
        .containsExactly(Field.LAST_NAME, Field.FIRST_NAME);
    assertThat(recognise("Nom et prénom", "Prénom usuel").columns())
        .extracting(Column::field)
        .containsExactly(Field.NAME, Field.FIRST_NAME);
    assertThat(recognise("Nom").columns()).extracting(Column::field).containsExactly(Field.NAME);
  }

  @Test
  void aDistrictIsAnAddressOnlyWhereNoAddressIsAsked() {
    assertThat(recognise("Adresse", "Quartier").unknown()).containsExactly("Quartier");
    assertThat(recognise("Ville", "Quartier").columns())
        .extracting(Column::field)
        .containsExactly(Field.CITY, Field.ADDRESS);
  }

  @Test
  void columnsOfTheDaemonAndEmptyTitlesAreSkipped() {
    Questionnaire questions =
        Questionnaire.recognise(List.of("Nom", "", "Téléphone", "E-mail"), Set.of(2), Map.of());
    assertThat(questions.columns()).extracting(Column::index).containsExactly(0, 3);
    assertThat(questions.unknown()).isEmpty();
    assertThat(questions.indexes()).containsExactly(0, 3);
  }

  @Test
  void theRowsOfAGridAreOneQuestion() {
    Questionnaire questions =
        recognise("De quoi avez-vous besoin ? [Courses]", "De quoi avez-vous besoin ? [Garde]");
    assertThat(questions.columns())
        .extracting(Column::field, Column::gridRow)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Field.NEEDS, "Courses"),
            org.assertj.core.groups.Tuple.tuple(Field.NEEDS, "Garde"));
  }

  @Test
  void aFormWithBranchesAsksTheSameThingTwice() {
    assertThat(recognise("Votre adresse", "Adresse postale").byField().get(Field.ADDRESS))
        .hasSize(2);
  }

  @Test
  void whatIsMissingListsTheTitlesSeenAndWhatEachWasTakenFor() {
    Questionnaire questions = recognise("Horodateur", "Mon prénom", "Trucs à faire");
    Questionnaire.Missing missing = questions.missing().orElseThrow();
    assertThat(missing.what())
        .containsExactlyInAnyOrder(Essential.CONTACT, Essential.PLACE, Essential.NEEDS_OR_OFFERS);
    assertThat(Texts.of("fr").format(missing.message()))
        .contains("un contact (adresse e-mail ou numéro de téléphone)")
        .contains("«\u202fMon prénom\u202f» (comprise comme le prénom)")
        .contains("«\u202fTrucs à faire\u202f» (non reconnue)");
    assertThat(Texts.of("en").format(missing.message()))
        .contains("“Horodateur” (taken for the timestamp)");
  }

  @Test
  void anEmptyTabLacksEverything() {
    assertThat(recognise().missing().orElseThrow().message().key())
        .isEqualTo("people.questions.none");
  }

  @Test
  void aWholeQuestionnaireLacksNothing() {
    assertThat(Sheets.QUESTIONS.missing()).isEmpty();
    assertThat(Sheets.QUESTIONS.notes()).isEmpty();
    assertThat(Sheets.QUESTIONS.columns()).hasSize(Sheets.TITLES.size());
  }

  @Test
  void aFormWithoutConsentIsNoted() {
    assertThat(recognise("Nom", "E-mail", "Ville", "Besoins").notes())
        .extracting(Message::key)
        .containsExactly("people.questions.no-consent");
  }

  @ParameterizedTest
  @CsvSource({"Besoins, l’aide proposée", "Que pouvez-vous proposer ?, les besoins"})
  void whatOnlyATitleThatIsNotRecognisedCouldAskForIsNoted(String title, String what) {
    Questionnaire half = recognise("Nom", "E-mail", "Ville", title, "Dites-nous tout");

    assertThat(Texts.of("fr").format(half.unasked().orElseThrow()))
        .startsWith("Aucune question ne demande " + what)
        .contains("«\u202fDites-nous tout\u202f» (non reconnue)")
        .contains("(«\u202fquestions\u202f» dans entraide.toml)");
    assertThat(half.notes()).contains(half.unasked().orElseThrow());
    assertThat(recognise("Nom", "E-mail", "Ville", title).unasked()).isEmpty();
    assertThat(recognise("Nom", "E-mail", "Ville", "Dites-nous tout").unasked()).isEmpty();
  }
}
