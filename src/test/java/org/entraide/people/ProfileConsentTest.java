package org.entraide.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.Profile;
import org.entraide.people.profile.ProfileReader;
import org.entraide.people.profile.Questionnaire;
import org.entraide.people.word.Category;
import org.entraide.people.word.Consent;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Consent, and what a row must have to be an answer. */
class ProfileConsentTest extends ProfileFixture {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "J'accepte (réponse non obligatoire)|YES",
        "Oui (usage non commercial)|YES",
        "Yes, no problem|YES",
        "I agree (no fees)|YES",
        "X J'ai lu et approuvé|YES",
        "J'accepte de ne pas être payé|YES",
        "I agree not to be paid|YES",
        "Oui, je comprends qu'on peut refuser|YES",
        "x bien sûr|YES",
        "J'accepte pas|NO",
        "Oui|YES",
        "J'accepte|YES",
        "I agree to the terms|YES",
        "✔|YES",
        "x|YES",
        "[X]|YES",
        "1|YES",
        "1. Oui|YES",
        "X - lu et approuvé|YES",
        "En cochant cette case, j'accepte que mes données ne soient pas vendues|YES",
        "Non|NO",
        "Je n'accepte pas|NO",
        "No|NO",
        "Je refuse|NO",
        "Bien sûr que non|NO",
        "Of course not|NO",
        "I do not agree|NO",
        "Je ne suis pas d'accord|NO"
      })
  void consentIsWhatSaysSo(String text, Consent consent) {
    assertThat(profile(Field.CONSENT, text).consent()).isEqualTo(consent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Oui mais pas mon téléphone",
        "peut-être",
        "bof",
        "on verra",
        "OK, non",
        "( ) oui (x) non",
        "yes / no",
        "[ ] Oui, je suis d'accord [x] Non",
        "Yes, I agree [ ] No, I do not [x]",
        "Oui, je refuse",
        "Yes, I do not agree",
        "Oui, pas d'accord",
        "OK je la refuse"
      })
  void aConditionOrAContradictionIsNoConsent(String text) {
    Profile profile = profile(Field.CONSENT, text);
    assertThat(profile.consent()).isEqualTo(Consent.ABSENT);
    assertThat(problems(profile)).containsExactly("people.consent.unclear");
    assertThat(lacking(profile)).containsExactly("people.consent.missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x@example.org", "1 rue de la Paix", "1,5 km", "1 à 3", "X. Martin", "10"})
  void whatOnlyBeginsAsACrossOrAOneIsNoConsent(String text) {
    Profile profile = profile(Field.CONSENT, text);
    assertThat(profile.consent()).isEqualTo(Consent.ABSENT);
    assertThat(problems(profile)).containsExactly("people.consent.unclear");
    assertThat(lacking(profile)).containsExactly("people.consent.missing");
  }

  @Test
  void aTickIsConsentAndAnEmptyBoxIsNot() {
    assertThat(profile(Field.CONSENT, Cell.bool(true, "VRAI")).consent()).isEqualTo(Consent.YES);
    assertThat(profile(Field.CONSENT, Cell.bool(false, "FAUX")).consent()).isEqualTo(Consent.NO);
    assertThat(profile(Field.CONSENT, Cell.EMPTY).consent()).isEqualTo(Consent.ABSENT);
  }

  @Test
  void whereConsentIsAssumedHealthAnswersAreNotRead() {
    Questionnaire noConsent =
        Questionnaire.recognise(Sheets.TITLES.subList(0, 12), Set.of(), Map.of());
    Row row = Sheets.row(Map.of(Field.VULNERABLE, Cell.text("Oui")));
    Profile assumed = Sheets.reader(noConsent, "GB", true).read(row).orElseThrow();
    assertThat(assumed.consent()).isEqualTo(Consent.ASSUMED);
    assertThat(assumed.isComplete()).isTrue();
    assertThat(assumed.vulnerable()).isFalse();
    Profile absent = Sheets.reader(noConsent, "GB", false).read(row).orElseThrow();
    assertThat(absent.consent()).isEqualTo(Consent.ABSENT);
    Row refused = Sheets.row(Map.of(Field.CONSENT, Cell.text("Non")));
    assertThat(Sheets.reader(Sheets.QUESTIONS, "GB", true).read(refused).orElseThrow().consent())
        .as("a form that asks is never overruled")
        .isEqualTo(Consent.NO);
  }

  @Test
  void eachThingThatMakesSomebodyIncompleteIsSaidByItself() {
    Row row =
        Sheets.row(
            Map.of(
                Field.CONSENT, Cell.text("Non"),
                Field.NAME, Cell.EMPTY,
                Field.EMAIL, Cell.EMPTY,
                Field.PHONE, Cell.EMPTY,
                Field.NEEDS, Cell.text("Rien")));
    assertThat(lacking(Sheets.reader().read(row).orElseThrow()))
        .containsExactly(
            "people.consent.refused",
            "people.name.missing",
            "people.contact.missing",
            "people.wishes.missing");
  }

  @Test
  void anAnswerThatTheSheetCouldNotReadIsAskedForByItsName() {
    Profile profile = profile(Field.NAME, new Cell(Cell.Kind.ERROR, "#NAME?", 0));
    assertThat(profile.name()).isEmpty();
    assertThat(problems(profile)).containsExactly("people.cell.error");
  }

  @Test
  void aBlankRowIsNoResponse() {
    List<Cell> cells = new ArrayList<>(Collections.nCopies(20, Cell.EMPTY));
    cells.set(15, Cell.text("7KQ47"));
    assertThat(Sheets.reader().read(new Row(1, cells))).isEmpty();
    assertThat(Sheets.reader().read(new Row(1, List.of()))).isEmpty();
    assertThat(Sheets.reader().read(Sheets.row(Map.of(Field.NAME, Cell.text(" \u00A0")))))
        .isPresent();
  }

  @Test
  void aRowTypedByHandWithANameOrAContactIsAResponseThatSaysWhatItLacks() {
    Map<Field, Cell> nobody =
        Map.of(Field.NAME, Cell.EMPTY, Field.EMAIL, Cell.EMPTY, Field.PHONE, Cell.EMPTY);
    assertThat(lackingByHand(Map.of())).isEmpty();
    assertThat(lackingByHand(Map.of(Field.NAME, Cell.EMPTY)))
        .containsExactly("people.name.missing");
    assertThat(lackingByHand(Map.of(Field.CONSENT, Cell.EMPTY)))
        .containsExactly("people.consent.missing");
    assertThat(lackingByHand(Map.of(Field.EMAIL, Cell.EMPTY))).as("has a telephone").isEmpty();
    assertThat(lackingByHand(Map.of(Field.EMAIL, Cell.EMPTY, Field.PHONE, Cell.EMPTY)))
        .containsExactly("people.contact.missing");
    assertThat(byHand(nobody)).isEmpty();
    assertThat(byHand(with(nobody, Field.NAME, Cell.text("-----")))).as("a line").isEmpty();
    assertThat(byHand(with(nobody, Field.EMAIL, Cell.number(35, "35")))).as("a count").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#ERROR!", "#N/A", "#REF!", "#NAME?"})
  void aRowTypedByHandWhoseOnlyContactIsAFormulaErrorIsAResponse(String text) {
    Cell error = new Cell(Cell.Kind.ERROR, text, 0);
    for (Field field : List.of(Field.EMAIL, Field.PHONE)) {
      Map<Field, Cell> cells =
          with(Map.of(Field.EMAIL, Cell.EMPTY, Field.PHONE, Cell.EMPTY), field, error);
      assertThat(lackingByHand(cells)).containsExactly("people.contact.missing");
      assertThat(lackingByHand(with(cells, Field.NAME, Cell.EMPTY)))
          .containsExactly("people.name.missing", "people.contact.missing");
    }
  }

  private static Map<Field, Cell> with(Map<Field, Cell> cells, Field field, Cell cell) {
    Map<Field, Cell> all = new java.util.EnumMap<>(Field.class);
    all.putAll(cells);
    all.put(field, cell);
    return all;
  }

  private static List<String> lackingByHand(Map<Field, Cell> cells) {
    return lacking(byHand(cells).orElseThrow());
  }

  private static Optional<Profile> byHand(Map<Field, Cell> cells) {
    Map<Field, Cell> all = new java.util.EnumMap<>(Field.class);
    all.putAll(cells);
    all.put(Field.TIMESTAMP, Cell.EMPTY);
    return Sheets.reader().read(Sheets.row(all));
  }

  @Test
  void aLineOfTotalsIsNobody() {
    List<Cell> cells =
        List.of(Cell.text("TOTAL"), Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.text("120"));
    assertThat(Sheets.reader().read(new Row(9, cells))).isEmpty();
  }

  @Test
  void aFormRowWithNothingButItsTimeIsStillAResponse() {
    Row row = new Row(1, List.of(Sheets.serial(LocalDateTime.of(2020, 3, 25, 14, 5))));
    assertThat(Sheets.reader().read(row)).isPresent();
  }

  @Test
  void ofTheAnswersOfTwoBranchesTheFirstCountsAndDifferentOnesAreAskedAbout() {
    Questionnaire branches =
        Questionnaire.recognise(
            List.of("Horodateur", "Nom", "E-mail", "Adresse", "Votre adresse", "J'accepte"),
            Set.of(),
            Map.of());
    ProfileReader reader = Sheets.reader(branches, "GB", false);
    List<Cell> start =
        List.of(
            Sheets.serial(LocalDateTime.of(2020, 3, 25, 14, 5)),
            Cell.text("Marie"),
            Cell.text("marie@example.org"));
    Profile second = reader.read(new Row(1, plus(start, "", "SW7", "Oui"))).orElseThrow();
    assertThat(second.place().address()).isEqualTo("SW7");
    assertThat(second.problems()).isEmpty();
    Profile same = reader.read(new Row(1, plus(start, "SW7", "SW7 ", "Oui"))).orElseThrow();
    assertThat(same.problems()).isEmpty();
    Profile both = reader.read(new Row(1, plus(start, "N1", "SW7", "Oui"))).orElseThrow();
    assertThat(both.place().address()).isEqualTo("N1");
    assertThat(Sheets.problems(both)).containsExactly("people.answers.differ");
  }

  private static List<Cell> plus(List<Cell> start, String... more) {
    List<Cell> cells = new ArrayList<>(start);
    Arrays.stream(more).map(Cell::text).forEach(cells::add);
    return cells;
  }

  @Test
  void theTickedRowsOfAGridAreOneAnswer() {
    Questionnaire grid =
        Questionnaire.recognise(
            List.of(
                "Horodateur", "Besoins [Courses]", "Besoins [Transport]", "Besoins [Pharmacie]"),
            Set.of(),
            Map.of());
    Row row =
        new Row(
            1,
            plus(
                List.of(Sheets.serial(LocalDateTime.of(2020, 3, 25, 14, 5))),
                "Souvent",
                "Jamais",
                "Oui"));
    Profile profile = Sheets.reader(grid, "GB", false).read(row).orElseThrow();
    assertThat(profile.needs()).containsExactlyInAnyOrder(Category.SHOPPING, Category.MEDICINES);
    assertThat(profile.problems()).isEmpty();
  }

  @Test
  void answersThatAreNotUnderstoodAreCountedAndNotQuoted() {
    Profile profile = profile(Field.NEEDS, "Courses, un secret, un deuxième secret");
    assertThat(problems(profile)).containsExactly("people.categories.not-understood");
    assertThat(profile.problems().toString()).doesNotContain("secret").contains("count=2");
  }

  @Test
  void aFrenchPostcodeGetsBackTheZeroThatTheSheetDropped() {
    Questionnaire questions =
        Questionnaire.recognise(List.of("Horodateur", "Code postal", "Ville"), Set.of(), Map.of());
    Row row =
        new Row(
            1,
            List.of(
                Sheets.serial(LocalDateTime.of(2020, 3, 25, 14, 5)),
                Cell.number(1000, "1000"),
                Cell.text("Bourg-en-Bresse")));
    assertThat(Sheets.reader(questions, "FR", false).read(row).orElseThrow().place().postcode())
        .isEqualTo("01000");
    assertThat(Sheets.reader(questions, "BE", false).read(row).orElseThrow().place().postcode())
        .isEqualTo("1000");
  }
}
