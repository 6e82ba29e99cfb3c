package org.entraide.form.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.form.Form;
import org.entraide.form.Question;
import org.entraide.form.questionnaire.MissingQuestions.Placed;
import org.entraide.people.profile.Certainty;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.Profile;
import org.entraide.people.profile.ProfileReader;
import org.entraide.people.profile.Questionnaire;
import org.entraide.people.profile.Questionnaire.Column;
import org.entraide.people.word.Category;
import org.entraide.people.word.CategoryWords;
import org.entraide.people.word.Consent;
import org.entraide.people.word.ReadCategories;
import org.entraide.place.index.NamedCountry;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.text.typed.NoBreakSpaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class BlueprintTest {

  static final List<String> LANGUAGES = Texts.languages();

  private static final CategoryWords WORDS = new CategoryWords(Map.of());

  private static Blueprint blueprint(String language) {
    return Blueprint.of(
        Texts.of(language),
        "Londres",
        Optional.of("Association X, contact@example.org"),
        Optional.of("https://example.org/privacy"));
  }

  private static List<QuestionnairePart> asks(String language) {
    return blueprint(language).pieces().stream().filter(QuestionnairePart::asks).toList();
  }

  private static List<String> titles(String language) {
    List<String> titles = new ArrayList<>(List.of("Horodateur"));
    asks(language).forEach(p -> titles.add(p.title()));
    return titles;
  }

  private static Questionnaire questionnaire(String language) {
    return Questionnaire.recognise(titles(language), Set.of(), Map.of());
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyTitleIsTakenForTheFieldThatItIsMeantFor(String language) {
    Texts texts = Texts.of(language);
    Questionnaire read = questionnaire(language);

    assertThat(read.unknown()).isEmpty();
    assertThat(read.missing()).isEmpty();
    assertThat(read.notes()).isEmpty();
    for (Column column : read.columns()) {
      if (column.field() != Field.TIMESTAMP) {
        assertThat(column.title()).isEqualTo(texts.get("form.ask." + column.field().key()));
      }
      assertThat(column.certainty()).as(column.title()).isNotEqualTo(Certainty.CONFIGURED);
    }
    Set<Field> askedFields = EnumSet.noneOf(Field.class);
    read.columns().forEach(c -> askedFields.add(c.field()));
    assertThat(askedFields)
        .isEqualTo(EnumSet.complementOf(EnumSet.of(Field.FIRST_NAME, Field.LAST_NAME)));
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyChoiceIsTakenForTheCategoryThatItIsMeantFor(String language) {
    Texts texts = Texts.of(language);
    for (Category category : EnumSet.complementOf(EnumSet.of(Category.OTHER))) {
      String need = texts.get("form.need." + category.key());
      assertThat(WORDS.needs(need)).as(need).isEqualTo(new ReadCategories(Set.of(category), 0));
      if (category.byHand()) {
        continue; // nobody is asked to offer it
      }
      String choice = texts.get("form.choice." + category.key());
      if (choice.matches("(?i)(.* )?n .*")) {
        continue; // the pseudo-language's "a" is what is left of « je n'ai pas »
      }
      assertThat(WORDS.offers(choice))
          .as(choice)
          .isEqualTo(new ReadCategories(Set.of(category), 0));
    }
  }

  private static Profile answered(String language, Map<Field, Integer> choice) {
    Questionnaire read = questionnaire(language);
    List<Cell> cells = new ArrayList<>(Collections.nCopies(titles(language).size(), Cell.EMPTY));
    cells.set(0, Cell.number(46_000, "x"));
    choice.forEach(
        (field, n) -> {
          int at =
              read.columns().stream()
                  .filter(c -> c.field() == field)
                  .findFirst()
                  .orElseThrow()
                  .index();
          cells.set(at, Cell.text(asks(language).get(at - 1).choices().get(n)));
        });
    return new ProfileReader(
            read, new ProfileReader.Options(NamedCountry::of, "GB", ZoneOffset.UTC, false, WORDS))
        .read(new Row(1, cells))
        .orElseThrow();
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyChoiceIsUnderstood(String language) {
    Profile least =
        answered(
            language,
            Map.of(
                Field.CONSENT,
                0,
                Field.AGE,
                0,
                Field.CAPACITY,
                2,
                Field.RADIUS_KM,
                1,
                Field.VULNERABLE,
                0,
                Field.LANGUAGES,
                5));
    assertThat(least.consent()).isEqualTo(Consent.YES);
    assertThat(least.isMinor()).isTrue();
    assertThat(least.capacity()).isEqualTo(3);
    assertThat(least.radiusKm()).isEqualTo(2);
    assertThat(least.vulnerable()).isTrue();
    assertThat(least.languages()).containsExactly("de");

    Profile most =
        answered(
            language,
            Map.of(
                Field.CONSENT,
                0,
                Field.AGE,
                4,
                Field.RADIUS_KM,
                5,
                Field.VULNERABLE,
                2,
                Field.CAPACITY,
                9));
    assertThat(most.age()).isEqualTo(65);
    assertThat(most.radiusKm()).isNull();
    assertThat(most.vulnerable()).isFalse();
    assertThat(most.capacity()).isEqualTo(10);
    assertThat(most.problems()).isEmpty();
    assertThat(answered(language, Map.of(Field.AGE, 5)).age()).isEqualTo(75);
    assertThat(answered(language, Map.of(Field.VULNERABLE, 1, Field.CONSENT, 0)).vulnerable())
        .isFalse();
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void consentNamesTheControllerAndIsRequired(String language) {
    QuestionnairePart consent = asks(language).get(asks(language).size() - 1);
    assertThat(consent.required()).isTrue();
    assertThat(consent.description())
        .contains("Association X, contact@example.org", "https://example.org/privacy");

    List<QuestionnairePart> bare =
        Blueprint.of(Texts.of(language), "x", Optional.empty(), Optional.empty()).pieces();
    assertThat(bare.get(bare.size() - 1).description()).doesNotContain(" : .", "http", "null");
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void nothingHasTwoLinesAndNoOptionStandsTwice(String language) {
    for (QuestionnairePart piece : blueprint(language).pieces()) {
      assertThat(piece.title()).isNotBlank().doesNotContain("\n");
      assertThat(piece.description()).doesNotContain("\n");
      assertThat(piece.choices()).doesNotHaveDuplicates().noneMatch(c -> c.contains(","));
    }
    assertThat(blueprint(language).pieces())
        .extracting(QuestionnairePart::title)
        .doesNotHaveDuplicates();
  }

  // ---- what a form lacks

  private static CurrentForm form(String... titles) {
    List<Question> questions = new ArrayList<>();
    for (String title : titles) {
      questions.add(new Question("q" + questions.size(), title, List.of(), false));
    }
    return new CurrentForm(
        new Form("f", "F", Optional.empty(), Optional.empty(), "", questions),
        "",
        List.of(titles),
        "1",
        Optional.empty(),
        "");
  }

  @Test
  void anEmptyFormLacksEverythingInOrder() {
    Blueprint wanted = blueprint("fr");
    MissingQuestions additions = MissingQuestions.all(form(), wanted, Map.of());

    assertThat(additions.description()).contains(wanted.description());
    assertThat(additions.pieces()).extracting(Placed::piece).isEqualTo(wanted.pieces());
    assertThat(additions.pieces().get(7).index()).isEqualTo(7);
  }

  @Test
  void aWholeFormLacksNothing() {
    String[] all =
        blueprint("fr").pieces().stream().map(QuestionnairePart::title).toArray(String[]::new);
    assertThat(MissingQuestions.all(form(all), blueprint("fr"), Map.of()).isEmpty()).isTrue();
  }

  @Test
  void whatIsMissingGoesAfterWhatStandsBeforeIt() {
    List<String> titles = new ArrayList<>();
    blueprint("fr").pieces().forEach(p -> titles.add(p.title()));
    titles.remove(2); // telephone
    titles.add(0, "Bienvenue");
    MissingQuestions additions =
        MissingQuestions.all(form(titles.toArray(String[]::new)), blueprint("fr"), Map.of());

    assertThat(additions.titles()).containsExactly("Téléphone");
    assertThat(additions.pieces().get(0).index()).isEqualTo(3);
  }

  /** Earlier versions wrote ordinary spaces before question marks. */
  @Test
  void aFormThatAnEarlierVersionMadeLacksNothingAndKeepsItsOrder() {
    List<String> titles = new ArrayList<>();
    blueprint("fr").pieces().forEach(p -> titles.add(NoBreakSpaces.plain(p.title())));
    int needs = titles.indexOf("De quoi avez-vous besoin ?");
    String[] all = titles.toArray(String[]::new);
    titles.remove(needs + 1); // who is at risk
    String[] lacking = titles.toArray(String[]::new);

    assertThat(MissingQuestions.all(form(all), blueprint("fr"), Map.of()).isEmpty()).isTrue();
    assertThat(MissingQuestions.all(form(lacking), blueprint("fr"), Map.of()).pieces())
        .extracting(Placed::index)
        .containsExactly(needs + 1);
  }

  @Test
  void whatIsAskedInOtherWordsIsNotMissing() {
    MissingQuestions additions =
        MissingQuestions.all(form("Prénom", "Nom de famille", "Mèl"), blueprint("fr"), Map.of());
    assertThat(additions.titles()).doesNotContain("Nom et prénom", "Adresse e-mail");
    assertThat(additions.titles()).contains("Téléphone");
    assertThat(MissingQuestions.all(form("X"), blueprint("fr"), Map.of(Field.PHONE, "x")).titles())
        .doesNotContain("Téléphone");
  }

  @Test
  void somebodyElsesFormGetsOnlyWhatNoCampaignCanDoWithout() {
    CurrentForm form = form("Nom", "Mail", "Ville", "Besoins");
    assertThat(MissingQuestions.essential(form, blueprint("fr"), Map.of()).titles())
        .containsExactly(Texts.of("fr").get("form.ask.consent"));
    assertThat(MissingQuestions.notAsked(form, blueprint("fr"), Map.of()))
        .contains("Téléphone", "Pays");
  }

  @Test
  void theTitleNamesTheCampaign() {
    assertThat(blueprint("en").title())
        .isEqualTo(Texts.of("en").format(Message.of("form.title").with("campaign", "Londres")))
        .contains("Londres");
  }
}
