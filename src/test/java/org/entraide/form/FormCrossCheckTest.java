package org.entraide.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.FormAnswers;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;

class FormCrossCheckTest extends FormWitnessFixture {

  // ---- columns

  @Test
  void eachQuestionOwnsTheColumnWithItsTitle() {
    Linked town = town();
    town.titles.set(5, "  De quoi avez-vous\n besoin ?");

    assertThat(town.witness().owners())
        .isEqualTo(
            Map.of(0, QuestionMark.TIME, 1, "1a", 2, "1b", 3, "1c", 4, "1d", 5, "1e", 6, "1f"));
  }

  @Test
  void aRowOfAGridOwnsTheColumnOfItsTitleAndRow() {
    Linked town =
        new Linked().ask("21", "Besoins [Courses]", "Oui", "Non").ask("22", "Besoins [Chat]");
    assertThat(town.witness().owners()).containsEntry(1, "21").containsEntry(2, "22");
  }

  @Test
  void columnsThatNoQuestionOwnsAreNoFieldsUnlessTheConfigurationNamesThem() {
    Linked town = town();
    town.insert(7, "Téléphone fixe", "01", "02", "03");
    town.insert(8, "Ville");

    assertThat(town.fields()).doesNotContainKey(Field.CITY).containsEntry(Field.PHONE, 3);
    assertThat(town.questionnaire().unknown()).contains("Ville", "Téléphone fixe");
    assertThat(town.questionnaire(Map.of(Field.CITY, "ville")).columns())
        .anyMatch(c -> c.field() == Field.CITY && c.index() == 8);
  }

  @Test
  void headersRenamedInTheSheetAreFoundByTheirAnswers() {
    Linked town = town();
    for (int i = 0; i < town.titles.size(); i++) {
      town.titles.set(i, "Colonne " + i);
    }

    assertThat(town.fields())
        .containsEntry(Field.TIMESTAMP, 0)
        .containsEntry(Field.EMAIL, 1)
        .containsEntry(Field.PHONE, 3)
        .containsEntry(Field.POSTCODE, 4)
        .containsEntry(Field.NEEDS, 5)
        .containsEntry(Field.CONSENT, 6);
  }

  @Test
  void columnsMayStandAnywhere() {
    Linked town = town();
    town.move(1, 5);
    town.move(0, 6);
    town.insert(0, "Note", "Oui", "Oui", "Oui");

    assertThat(town.fields())
        .containsEntry(Field.TIMESTAMP, 7)
        .containsEntry(Field.EMAIL, 5)
        .containsEntry(Field.CONSENT, 6);
  }

  @Test
  void aDeletedHeaderIsStillTheQuestions() {
    Linked town = town();
    town.titles.subList(4, 7).clear();

    assertThat(town.fields())
        .containsEntry(Field.POSTCODE, 4)
        .containsEntry(Field.NEEDS, 5)
        .containsEntry(Field.CONSENT, 6);
  }

  @Test
  void twoQuestionsWithOneTitleAreToldApartByWhatWasAnswered() {
    Linked town = new Linked().ask("31", "Nom").ask("32", "Nom").ask("33", "Mail");
    town.answer(
        Map.of("31", List.of("Alba"), "32", List.of("Ana"), "33", List.of("a@example.org")));
    town.answer(Map.of("31", List.of("Bell"), "32", List.of("Bo"), "33", List.of("b@example.org")));
    assertThat(town.witness().owners()).containsEntry(1, "31").containsEntry(2, "32");

    town.move(1, 2);
    assertThat(town.witness().owners()).containsEntry(2, "31").containsEntry(1, "32");
  }

  @Test
  void twoQuestionsWithOneTitleAndNoAnswersStandInTheFormsOrder() {
    Linked town = new Linked().ask("31", "Nom").ask("32", "Nom");
    assertThat(town.witness().owners()).containsEntry(1, "31").containsEntry(2, "32");
  }

  @Test
  void aCopyOfAColumnIsTheOrganisers() {
    Linked town = town();
    town.insert(7, "Téléphone", "06 12 34 56 78", "07 00 00 00 01", "");

    assertThat(town.fields()).containsEntry(Field.PHONE, 3);
    assertThat(town.witness().owners()).doesNotContainKey(7);
  }

  @Test
  void theColumnOfCollectedAddressesIsFoundByThem() {
    Linked town = new Linked().ask("41", "Nom");
    town.titles.add(1, "Username");
    town.questions.add(new Question("42", "Courriel de secours", List.of(), false));
    town.titles.add("Courriel de secours");
    Instant at = Linked.FIRST;
    town.responses.add(
        new Response("r0", at, at, Optional.of("ana@example.org"), Map.of("41", List.of("Ana"))));
    town.rows.add(
        new ArrayList<>(
            List.of(
                Linked.moment(at), Cell.text("ana@example.org"), Cell.text("Ana"), Cell.EMPTY)));

    assertThat(town.witness().owners()).containsEntry(1, QuestionMark.EMAIL).containsEntry(2, "41");
    assertThat(town.fields()).containsKey(Field.EMAIL);
  }

  /** As where most rows were copied, and somebody else was typed into them. */
  @Test
  void theColumnOfCollectedAddressesIsFoundByItsTitleWhereMostCellsShowOthers() {
    Linked town = new Linked().ask("41", "Nom");
    town.titles.add(1, "Adresse e-mail");
    for (int i = 0; i < 3; i++) {
      Instant at = Linked.FIRST.plusSeconds(i);
      Optional<String> email = Optional.of("ana" + i + "@example.org");
      town.responses.add(new Response("r" + i, at, at, email, Map.of("41", List.of("Ana" + i))));
      String shown = i == 0 ? "ana0@example.org" : "somebody.else" + i + "@example.org";
      town.rows.add(List.of(Linked.moment(at), Cell.text(shown), Cell.text("Ana" + i)));
    }

    assertThat(town.witness().owners()).containsEntry(1, QuestionMark.EMAIL).containsEntry(2, "41");
  }

  @Test
  void beforeTheFirstAnswerTheFormsOwnColumnsAreKnownByTheirTitles() {
    Linked town = new Linked().ask("41", "Nom").ask("42", "Ville").ask("43", "Besoins");
    town.titles.add(1, "Adresse e-mail");

    assertThat(town.fields()).containsEntry(Field.TIMESTAMP, 0).containsEntry(Field.EMAIL, 1);
    assertThat(town.questionnaire().missing()).isEmpty();
  }

  @Test
  void aColumnThatOrganisersRewroteIsStillTheQuestions() {
    Linked town = town();
    for (int i = 0; i < 3; i++) {
      town.shows(i, 3, Cell.text("+33 7 99 99 99 0" + i));
    }
    assertThat(town.fields()).containsEntry(Field.PHONE, 3);
    town.markColumns();
    town.titles.set(3, "Tél");
    assertThat(town.fields()).containsEntry(Field.PHONE, 3);
  }

  @Test
  void uploadedFilesAreLinksInTheSheetAndNamesInTheForm() {
    Linked town = new Linked().ask("51", "Nom").ask("52", "Justificatif");
    for (int i = 0; i < 4; i++) {
      town.answer(Map.of("51", List.of("Ana Alba " + i), "52", List.of("carte" + i + ".pdf")));
      town.shows(i, 2, Cell.text("https://drive.google.com/open?id=" + i));
    }
    assertThat(town.witness().owners()).containsEntry(2, "52");
    assertThat(town.witness().answers(town.row(0))).isEqualTo(FormAnswers.NOTHING);
    assertThat(town.witness().notes(Linked.NOW, ErasedPeople.NOBODY)).isEmpty();
  }

  // ---- question marks

  @Test
  void aPinIsAMarkAndBack() {
    QuestionMark mark = new QuestionMark("1000000a", Optional.of(Field.FIRST_NAME));
    assertThat(QuestionMark.parse(mark.mark())).contains(mark);
    assertThat(QuestionMark.parse(new QuestionMark("1", Optional.empty()).mark()))
        .contains(new QuestionMark("1", Optional.empty()));
    assertThat(QuestionMark.parse("person.ref")).isEmpty();
    assertThat(QuestionMark.parse("form:")).isEmpty();
    assertThat(QuestionMark.parse("form:a b:email")).isEmpty();
  }

  @Test
  void onceRememberedANewTitleChangesNothing() {
    Linked town = town().markColumns();
    assertThat(town.witness().newQuestionMarks(town.questionnaire())).isEmpty();

    town.rename("1c", "Comment vous joindre le soir ?");
    town.rename("1d", "Ville");

    assertThat(town.fields()).containsEntry(Field.PHONE, 3).containsEntry(Field.POSTCODE, 4);
    assertThat(town.fields()).doesNotContainKey(Field.CITY);
  }

  @Test
  void aMarkThatStayedBehindWhenItsCellsWereCutAndPastedIsNotBelieved() {
    Linked town = town();
    town.markColumns();
    Map<Integer, QuestionMark> marks = Map.copyOf(town.questionMarks);
    town.move(1, 4); // the cells; marks stay with the columns
    town.questionMarks.clear();
    town.questionMarks.putAll(marks);

    assertThat(town.fields())
        .containsEntry(Field.EMAIL, 4)
        .containsEntry(Field.NAME, 1)
        .containsEntry(Field.PHONE, 2);
  }

  @Test
  void aDeletedQuestionKeepsTheColumnOfItsOldAnswers() {
    Linked town = town().markColumns();
    town.questions.removeIf(q -> q.id().equals("1c"));
    assertThat(town.fields()).containsEntry(Field.PHONE, 3);

    town.questionMarks.clear();
    assertThat(town.fields()).containsEntry(Field.PHONE, 3);
  }

  @Test
  void aQuestionAddedLaterIsReadFromItsColumnWhereverThatIs() {
    Linked town = town().markColumns();
    town.insert(0, "Suivi", "x");
    town.questionMarks.clear();
    town.ask("1g", "Ville");
    town.answer(Map.of("1a", List.of("dee@example.org"), "1g", List.of("Lyon")));
    town.rows.get(3).add(0, Cell.EMPTY);

    assertThat(town.fields()).containsEntry(Field.CITY, 8).containsEntry(Field.EMAIL, 2);
  }
}
