package org.entraide.people.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.hostile.HostileTexts;
import org.entraide.hostile.HostileTexts.Kind;
import org.entraide.people.Sheets;
import org.entraide.people.word.Category;
import org.entraide.people.word.CategoryWords;
import org.entraide.people.word.CellReading;
import org.entraide.people.word.Consent;
import org.entraide.people.word.Fold;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.text.typed.ReadLimit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers as long as a cell takes. That nothing behind the thousandth character is looked at is
 * seen from this: it may be anything. How often the others are looked at, {@code *
 * LinearPatternsTest} counts.
 */
@Stories(few = 12)
@NullMarked
class HostileAnswersTest {

  private static final List<String> TITLES =
      List.of(
          "Horodateur",
          "Adresse e-mail",
          "Nom et prénom",
          "Téléphone",
          "Adresse",
          "De quoi avez-vous besoin ?",
          "Comment pouvez-vous aider ?",
          "Combien de personnes pouvez-vous aider ?",
          "Jusqu'à quelle distance (km) ?",
          "Langues parlées",
          "Êtes-vous une personne à risque ?",
          "Âge",
          "J'accepte que mes réponses soient utilisées",
          "Ville",
          "Code postal",
          "Pays",
          "Prénom",
          "Nom de famille",
          "Remarques");

  private static final Questionnaire QUESTIONS =
      Questionnaire.recognise(TITLES, Set.of(), Map.of());

  private static final ProfileReader READER = Sheets.reader(QUESTIONS, "GB", false);

  private static Row row(Field field, String text) {
    List<Cell> cells = new ArrayList<>();
    TITLES.forEach(title -> cells.add(Cell.EMPTY));
    cells.set(at(Field.TIMESTAMP), Sheets.serial(LocalDateTime.of(2020, 3, 25, 14, 5, 33)));
    cells.set(at(Field.EMAIL), Cell.text("marie@example.org"));
    cells.set(at(Field.NAME), Cell.text("Marie Dupont"));
    cells.set(at(Field.CONSENT), Cell.text("Oui"));
    cells.set(at(field), Cell.text(text));
    return new Row(1, cells);
  }

  private static int at(Field field) {
    return QUESTIONS.byField().getOrDefault(field, List.of()).get(0).index();
  }

  private static Profile read(Field field, String text) {
    return READER.read(row(field, text)).orElseThrow();
  }

  static Stream<Field> fields() {
    return QUESTIONS.columns().stream().map(Questionnaire.Column::field).distinct();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void whateverIsWrittenInAnAnswerNothingBehindTheThousandthCharacterCounts(Field field) {
    for (Kind kind : HostileTexts.repeated()) {
      String whole = kind.ofLength(HostileTexts.LONGEST_CELL);
      String other =
          ReadLimit.cut(whole) + " jean@example.org Paris +33612345678 non courses 12".repeat(300);

      Profile profile = read(field, whole);

      assertThat(profile).as(kind.name()).isEqualTo(read(field, other));
      if (isRead(field, profile)) {
        Message tooLong = tooLong(profile, kind);
        assertThat(Texts.of("fr").format(tooLong))
            .contains("1\u202f000", Texts.of("fr").format(field.label()));
      }
    }
  }

  /** Notes are read by people alone, and who is at risk only of those who agreed to it. */
  private static boolean isRead(Field field, Profile profile) {
    return field != Field.NOTES && (field != Field.VULNERABLE || profile.consent().isGiven());
  }

  @Test
  void everyFieldIsAskedFor() {
    assertThat(fields()).containsExactlyInAnyOrder(Field.values());
  }

  /** Whatever understands answers gets them from here alone, and no more of them than is read. */
  @ParameterizedTest
  @MethodSource("fields")
  void whoeverReadsAnAnswerIsGivenItsBeginningAlone(Field field) {
    for (Kind kind : HostileTexts.repeated()) {
      String whole = kind.ofLength(HostileTexts.LONGEST_CELL);
      Row row = row(field, whole);
      List<String> texts = new ArrayList<>();
      for (FormAnswers formAnswers :
          List.of(
              FormAnswers.NOTHING,
              new FormAnswers(Map.of(at(field), whole), Map.of(at(field), whole)))) {
        RowAnswers answers = new RowAnswers(QUESTIONS.byField(), row, formAnswers);
        answers.cells(field).forEach(cell -> texts.add(cell.text()));
        answers.first(field, cell -> noted(texts, cell.text()));
        answers.firstOfLists(field, text -> noted(texts, text));
      }
      assertThat(texts)
          .as(kind.name())
          .hasSizeGreaterThanOrEqualTo(ReadLimit.cut(whole).isBlank() ? 0 : 6)
          .allMatch(text -> text.length() <= ReadLimit.CHARACTERS);
    }
  }

  private static CellReading<String> noted(List<String> texts, String text) {
    texts.add(text);
    return CellReading.none();
  }

  /** Before all that may come of it, but that a name is a link. */
  private static Message tooLong(Profile profile, Kind kind) {
    List<Message> problems =
        profile.problems().stream().filter(p -> !p.key().equals("people.name.link")).toList();
    assertThat(problems).as(kind.name()).isNotEmpty();
    assertThat(problems.get(0).key()).as(kind.name()).isEqualTo("people.answers.long");
    return problems.get(0);
  }

  /** What a form tells of a row is as long, and the row is known by what the sheet shows. */
  @ParameterizedTest
  @MethodSource("fields")
  void whatTheFormTellsIsReadAsFarAsTheCell(Field field) {
    for (Kind kind : HostileTexts.repeated()) {
      String whole = kind.ofLength(HostileTexts.LONGEST_CELL);
      Row row = row(field, whole);
      FormAnswers formAnswers = new FormAnswers(Map.of(at(field), whole), Map.of(at(field), whole));

      Profile profile = READER.read(row, formAnswers).orElseThrow();

      if (field != Field.NOTES) {
        assertThat(tooLong(profile, kind).key()).isEqualTo("people.answers.long");
      }
      assertThat(RowFingerprint.personHashes("salt", profile))
          .as(kind.name())
          .isEqualTo(RowFingerprint.personHashes("salt", READER.read(row).orElseThrow()));
    }
  }

  @Test
  void aShortAnswerMeansWhatItMeantAndALongOneIsReadFromItsBeginning() {
    String tail = " et puis encore".repeat(1000);

    assertThat(read(Field.AGE, "72 ans" + tail).age()).isEqualTo(72);
    assertThat(read(Field.NEEDS, "Courses, Médicaments, " + tail).needs())
        .contains(Category.SHOPPING, Category.MEDICINES);
    assertThat(read(Field.RADIUS_KM, "5 km" + tail).radiusKm()).isEqualTo(5);
    assertThat(read(Field.EMAIL, "marie@example.org" + tail).email())
        .isEqualTo("marie@example.org");
    assertThat(read(Field.CONSENT, "Oui" + tail).consent()).isEqualTo(Consent.YES);
    assertThat(read(Field.CONSENT, "Oui" + tail + " mais").consent()).isEqualTo(Consent.YES);
    assertThat(keys(read(Field.NEEDS, "Courses"))).doesNotContain("people.answers.long");
  }

  /** Several are named in one sentence: no explanation lists more than three odd answers. */
  @Test
  void allAnswersThatAreTooLongAreCountedAtOnce() {
    List<Cell> cells = new ArrayList<>(row(Field.NAME, "Marie Dupont").cells());
    for (Field field : List.of(Field.NEEDS, Field.CITY, Field.AGE, Field.PHONE)) {
      cells.set(at(field), Cell.text("x".repeat(5000)));
    }

    Profile profile = READER.read(new Row(1, cells)).orElseThrow();

    assertThat(Texts.of("fr").format(profile.problems().get(0)))
        .contains("le numéro de téléphone et 3 autres");
    assertThat(keys(profile)).filteredOn("people.answers.long"::equals).hasSize(1);
  }

  @Test
  void commasInBracketsDivideNothing() {
    CategoryWords words =
        new CategoryWords(Map.of(Category.SHOPPING, List.of("Autre chose (pain, lait)")));

    assertThat(words.needs("Autre chose (pain, lait), Médicaments (a(b,c), d").categories())
        .contains(Category.SHOPPING, Category.MEDICINES);
    assertThat(words.needs("a,(b,c),d").notUnderstood()).isEqualTo(3);
    assertThat(words.needs("a),b,(c,d").notUnderstood()).isEqualTo(4);
  }

  @Test
  void greekCapitalsAreFoldedAsBefore() {
    for (String text : List.of("ΟΔΥΣΣΕΥΣ ΠΑΠΑΔΟΠΟΥΛΟΣ", "Σ", "ΑΣ, ΒΣ-ΓΣ'Δ", "ΣΣ Σ ΑΣΑ")) {
      assertThat(Fold.words(text))
          .isEqualTo(text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip());
    }
  }

  /** A header is a cell, too. */
  @ParameterizedTest
  @EnumSource(Field.class)
  void aTitleWithoutEndIsNoFieldAndHoldsUpNoOther(Field field) {
    for (Kind kind : HostileTexts.repeated()) {
      List<String> titles = new ArrayList<>(TITLES);
      String whole = kind.ofLength(HostileTexts.LONGEST_CELL);
      titles.add(whole);

      Questionnaire read =
          Questionnaire.recognise(titles, Set.of(), Map.of(Field.NOTES, whole + " other"));

      boolean readable = field != Field.NOTES || !ReadLimit.cut(whole).isBlank();
      assertThat(read.byField().getOrDefault(field, List.of())).hasSize(readable ? 1 : 0);
      assertThat(read.missing()).isEqualTo(Optional.empty());
    }
  }

  @Test
  void aTitleOfAGridNamesItsRow() {
    Questionnaire read =
        Questionnaire.recognise(
            List.of(
                "De quoi avez-vous besoin ?   [Courses] * ",
                "[Courses]",
                "De quoi avez-vous besoin ? [x] [Pain]"),
            Set.of(),
            Map.of());

    assertThat(read.columns())
        .extracting(Questionnaire.Column::gridRow)
        .containsExactly("Courses", "Pain");
  }

  private static List<String> keys(Profile profile) {
    return profile.problems().stream().map(Message::key).toList();
  }
}
