package org.entraide.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.FormAnswers;
import org.entraide.people.profile.Profile;
import org.entraide.people.profile.Questionnaire;
import org.entraide.people.profile.RowFingerprint;
import org.entraide.people.word.Category;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which row is which response, and what the form tells of it. */
class FormCrossCheckRowsTest extends FormWitnessFixture {

  private static final Cell ERROR = new Cell(Cell.Kind.ERROR, "#ERROR!", 0);

  private static List<String> keys(List<Message> notes) {
    return notes.stream().map(Message::key).toList();
  }

  @Test
  void aRowIsItsResponseWhereverItWasSortedTo() {
    Linked town = town();
    Collections.reverse(town.rows);
    assertThat(id(town, 0)).contains("r2");
    assertThat(id(town, 2)).contains("r0");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1900, 0, 1900})
  void theSheetsClockMayBeTwoSecondsAway(long millis) {
    Linked town = town().shows(0, 0, Linked.moment(Linked.FIRST.plusMillis(millis)));
    assertThat(id(town, 0)).contains("r0");
  }

  @Test
  void twoWhoAnsweredAtTheSameMomentAreToldApart() {
    Linked town = town();
    Instant same = Linked.FIRST;
    town.responses.replaceAll(r -> new Response(r.responseId(), same, same, r.email(), r.values()));
    town.rows.forEach(row -> row.set(0, Linked.moment(same)));
    Collections.swap(town.rows, 0, 2);

    assertThat(id(town, 0)).contains("r2");
    assertThat(id(town, 1)).contains("r1");
    assertThat(id(town, 2)).contains("r0");
  }

  @Test
  void whatWasSentTwiceAlikeHasTwoRowsAndTwoResponses() {
    Linked town = Linked.campaign();
    town.answer("Ana", "06", "75001", "Courses").answer("Ana", "06", "75001", "Courses");
    Instant same = Linked.FIRST;
    town.responses.replaceAll(r -> new Response(r.responseId(), same, same, r.email(), r.values()));
    town.rows.forEach(row -> row.set(0, Linked.moment(same)));

    assertThat(List.of(id(town, 0).orElseThrow(), id(town, 1).orElseThrow()))
        .containsExactlyInAnyOrder("r0", "r1");
    assertThat(town.witness().lost(Linked.NOW, ErasedPeople.NOBODY)).isEmpty();
  }

  @Test
  void anEditedResponseIsFoundByItsFirstMomentAndByItsLast() {
    Linked town = town();
    Response old = town.responses.get(0);
    Instant later = Linked.FIRST.plus(Duration.ofHours(2));
    town.responses.set(0, new Response("r0", old.created(), later, old.email(), old.values()));
    assertThat(id(town, 0)).contains("r0");
    town.shows(0, 0, Linked.moment(later));
    assertThat(id(town, 0)).contains("r0");
  }

  @Test
  void aCopiedRowShowsTheSameResponse() {
    Linked town = town();
    town.rows.add(new ArrayList<>(town.rows.get(0)));
    FormCrossCheck witness = town.witness();

    assertThat(id(town, 3)).contains("r0");
    assertThat(witness.isCopy(town.row(3))).isTrue();
    assertThat(witness.isCopy(town.row(0))).isFalse();
  }

  @Test
  void aRowWhoseMomentWasLostIsKnownByWhatItSays() {
    Linked town = town().shows(1, 0, Cell.text("hier"));
    assertThat(id(town, 1)).contains("r1");
  }

  @Test
  void aRowTypedByHandIsNobodysResponse() {
    Linked town = town();
    List<Cell> typed = new ArrayList<>(Collections.nCopies(7, Cell.EMPTY));
    typed.set(1, Cell.text("zoe@example.org"));
    typed.set(2, Cell.text("Zoé"));
    typed.set(6, Cell.text("Oui"));
    town.rows.add(typed);

    assertThat(id(town, 3)).isEmpty();
    assertThat(town.witness().answers(town.row(3))).isEqualTo(FormAnswers.NOTHING);
    assertThat(town.plain(3).name()).isEqualTo("Zoé");
  }

  @Test
  void aMomentByAccidentIsNoTie() {
    Linked town = town();
    List<Cell> other = new ArrayList<>(Collections.nCopies(7, Cell.text("x")));
    other.set(0, Linked.moment(Linked.FIRST));
    town.rows.set(0, other);
    assertThat(id(town, 0)).isEmpty();
  }

  @Test
  void aZoneChangedInTheSheetCostsTheMomentsAndNotTheTies() {
    Linked town = town();
    town.rows.forEach(row -> row.set(0, Linked.moment(Linked.FIRST.plus(Duration.ofHours(9)))));
    assertThat(id(town, 2)).contains("r2");
    assertThat(town.fields()).containsEntry(Field.TIMESTAMP, 0);
  }

  // ---- what was answered

  @Test
  void aNumberThatTheSheetSpoiltIsReadFromTheForm() {
    Linked town =
        Linked.campaign()
            .answer("Ana", "+33 6 12 34 56 78", "01000", "Courses")
            .shows(0, 3, ERROR)
            .shows(0, 4, Cell.number(1000, "1000"));

    assertThat(town.plain(0).phone()).isNull();
    assertThat(town.profile(0).phone()).isEqualTo("+33612345678");
    assertThat(town.profile(0).place().postcode()).isEqualTo("01000");
  }

  @Test
  void aCellThatAPersonChangedWins() {
    Linked town =
        Linked.campaign()
            .answer("Ana", "06 12 34 56 78", "01000", "Courses")
            .shows(0, 3, Cell.number(612345679, "612345679"))
            .shows(0, 4, Cell.number(2000, "2000"))
            .shows(0, 5, Cell.text("Factures"));

    Profile profile = town.profile(0);
    assertThat(profile.phone()).isEqualTo("+33612345679");
    assertThat(profile.place().postcode()).isEqualTo("02000");
    assertThat(profile.needs()).containsExactly(Category.BILLS);
  }

  @Test
  void aClearedCellStaysCleared() {
    Linked town =
        Linked.campaign().answer("Ana", "06 12 34 56 78", "01000").shows(0, 3, Cell.EMPTY);
    assertThat(town.profile(0).phone()).isNull();
  }

  @Test
  void anOptionWithCommasIsOneAnswer() {
    Linked town = Linked.campaign();
    town.questions.set(
        4,
        new Question(
            "1e",
            "De quoi avez-vous besoin ?",
            List.of("Courses, gros achats", "Promenade, et autres"),
            true));
    town.answer("Ana", "06 12 34 56 78", "75001", "Courses, gros achats");

    assertThat(town.witness().answers(town.row(0)).lists())
        .containsEntry(5, "Courses  gros achats");
    assertThat(town.profile(0).needs()).containsExactly(Category.SHOPPING);
    assertThat(town.profile(0).problems()).isEmpty();
  }

  @Test
  void whatWasTypedAtOtherMayBeSeveralThings() {
    Linked town =
        Linked.campaign().answer("Ana", "06 12 34 56 78", "75001", "Courses", "médicaments, chien");
    assertThat(town.profile(0).needs())
        .containsExactlyInAnyOrder(Category.SHOPPING, Category.MEDICINES, Category.PETS);
  }

  @Test
  void aHalfTakenForADayIsTheHalfThatWasTyped() {
    Linked town = Linked.campaign().ask("1g", "Combien de personnes pouvez-vous aider ?");
    town.ask("1h", "Âge");
    town.answer(Map.of("1b", List.of("Ana"), "1g", List.of("1/2"), "1h", List.of("12/05/1960")));
    town.shows(0, 7, Cell.number(46054, "01/02/2026"));
    town.shows(0, 8, Cell.number(22048, "12/05/1960"));

    assertThat(town.profile(0).capacity()).isEqualTo(1);
    assertThat(town.profile(0).age()).isEqualTo(65); // a day of birth stays one
  }

  /** Why a row is known again by what the sheet alone says: the form may be away tomorrow. */
  @Test
  void whatTheFormToldWouldMakeAnotherFingerprint() {
    Linked town = Linked.campaign().answer("Ana", "+33 6 12 34 56 78", "75001").shows(0, 3, ERROR);
    town.shows(0, 1, Cell.EMPTY);
    assertThat(RowFingerprint.of("s", town.profile(0)))
        .isNotEqualTo(RowFingerprint.of("s", town.plain(0)));
  }

  // ---- what the sheet lost

  @Test
  void anAnswerWithoutARowIsToldAndOnlyThat() {
    Linked town = town();
    town.rows.remove(1);

    assertThat(town.witness().lost(Linked.NOW, ErasedPeople.NOBODY))
        .extracting(Response::responseId)
        .containsExactly("r1");
    assertThat(town.witness().notes(Linked.NOW, ErasedPeople.NOBODY))
        .containsExactly(
            Message.of("form.lost")
                .with("count", 1)
                .with(
                    "given",
                    List.of(
                        Message.of("form.lost.given")
                            .with("at", LocalDateTime.parse("2026-03-25T14:06:33.250")))));
  }

  /** In London's summer time, which is not the form's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr|1|Une réponse au formulaire n’a pas de ligne dans la feuille : celle du 1 juillet 2026"
            + " à 13:00.",
        "fr|2|2 réponses au formulaire n’ont pas de ligne dans la feuille : celle du 2 juillet 2026"
            + " à 13:00 et celle du 1 juillet 2026 à 13:00.",
        "fr|6|celle du 2 juillet 2026 à 13:00 et une autre.",
        "fr|8|8 réponses au formulaire n’ont pas de ligne dans la feuille : celle du 8 juillet 2026"
            + " à 13:00, celle du 7 juillet 2026 à 13:00, celle du 6 juillet 2026 à 13:00, celle du"
            + " 5 juillet 2026 à 13:00, celle du 4 juillet 2026 à 13:00 et 3 autres.",
        "en|1|One answer to the form has no row in the spreadsheet: that of July 1, 2026 at 1:00"
            + " PM.",
        "en|6|that of July 2, 2026 at 1:00 PM, and one more.",
        "en|8|that of July 4, 2026 at 1:00 PM, and 3 more."
      })
  void answersWithoutARowAreToldByTheTimeTheyWereGivenTheLatestFirst(
      String language, int lost, String words) {
    Linked town = town();
    Instant at = Instant.parse("2026-07-01T12:00:00Z");
    for (int i = 0; i < lost; i++) {
      Instant sentAt = at.plus(Duration.ofDays(i));
      town.responses.add(new Response("lost" + i, at, sentAt, Optional.of("x@y.org"), Map.of()));
    }

    List<Message> notes = town.witness().notes(at.plus(Duration.ofDays(20)), ErasedPeople.NOBODY);

    assertThat(notes).hasSize(1);
    // spaces that do not break a line are spaces
    assertThat(Texts.of(language).format(notes.get(0)).replaceAll("\\p{Z}", " "))
        .contains(words)
        .doesNotContain("@");
  }

  @Test
  void anAnswerOfAMomentAgoIsNotLost() {
    Linked town = town();
    town.rows.clear();
    assertThat(town.witness().lost(Linked.FIRST.plus(Duration.ofMinutes(11)), ErasedPeople.NOBODY))
        .extracting(Response::responseId)
        .containsExactly("r0");
  }

  @Test
  void aResponseDeletedInTheFormLeavesItsRowAsItIs() {
    Linked town = town();
    town.responses.remove(1);

    assertThat(id(town, 1)).isEmpty();
    assertThat(town.plain(1)).isEqualTo(town.profile(1));
    assertThat(town.witness().notes(Linked.NOW, ErasedPeople.NOBODY)).isEmpty();
  }

  @Test
  void aFormThatWritesElsewhereOrNowhereOrIsClosedIsToldAbout() {
    Linked town = town();
    town.linked = Optional.empty();
    town.open = Optional.of(false);
    assertThat(keys(town.witness().notes(Linked.NOW, ErasedPeople.NOBODY)))
        .containsExactly("form.unlinked", "form.closed");
    town.linked = Optional.of("other");
    town.open = Optional.empty();
    assertThat(keys(town.witness().notes(Linked.NOW, ErasedPeople.NOBODY)))
        .containsExactly("form.linked-elsewhere");
  }

  @Test
  void aQuestionWhoseColumnIsGoneIsNamed() {
    Linked town = town();
    town.titles.remove(3);
    town.rows.forEach(row -> row.remove(3));
    assertThat(town.witness().notes(Linked.NOW, ErasedPeople.NOBODY))
        .containsExactly(
            Message.of("form.no-column").with("count", 1).with("titles", List.of("Téléphone")));
  }

  @Test
  void severalTitlesMayAskForOneField() {
    Linked town = town().ask("1z", "Votre téléphone");
    Questionnaire questionnaire = town.questionnaire();
    assertThat(questionnaire.columns().stream().filter(c -> c.field() == Field.PHONE)).hasSize(2);
  }

  @Test
  void nothingPersonalIsShownByToString() {
    Linked town = Linked.campaign().answer("Ana", "06", "75001").shows(0, 3, Cell.number(6, "6"));
    Row row = town.row(0);
    assertThat(town.responses.get(0).toString()).doesNotContain("Ana", "@");
    assertThat(town.witness().answers(row).toString()).doesNotContain("06");
  }
}
