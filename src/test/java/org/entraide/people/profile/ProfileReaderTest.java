package org.entraide.people.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.entraide.people.ProfileFixture;
import org.entraide.people.Sheets;
import org.entraide.people.word.Category;
import org.entraide.people.word.Consent;
import org.entraide.people.word.PersonNames;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest extends ProfileFixture {

  @Test
  void aWholeAnswerIsAProfileWithoutProblems() {
    Profile marie = Sheets.reader().read(Sheets.row(Map.of())).orElseThrow();
    assertThat(marie.timestamp()).isEqualTo("2020-03-25T14:05:33Z");
    assertThat(marie.name()).isEqualTo("Marie Dupont");
    assertThat(marie.firstName()).isEqualTo("Marie");
    assertThat(marie.email()).isEqualTo("marie@example.org");
    assertThat(marie.phone()).isEqualTo("+447700900123");
    assertThat(marie.place().address()).isEqualTo("South Kensington");
    assertThat(marie.place().countryHint()).isEqualTo("GB");
    assertThat(marie.needs()).containsExactlyInAnyOrder(Category.SHOPPING, Category.MEDICINES);
    assertThat(marie.offers()).isEmpty();
    assertThat(marie.capacity()).isNull();
    assertThat(marie.radiusKm()).isNull();
    assertThat(marie.consent()).isEqualTo(Consent.YES);
    assertThat(marie.problems()).isEmpty();
    assertThat(marie.isComplete()).isTrue();
  }

  @Test
  void noRecordPrintsWhoSomebodyIs() {
    Profile marie = Sheets.reader().read(Sheets.row(Map.of())).orElseThrow();
    assertThat(marie.toString() + PersonNames.key("Marie Dupont"))
        .doesNotContainIgnoringCase("marie")
        .doesNotContain("Kensington", "7700");
  }

  @Test
  void theRepeatedHourOfAClockChangeIsTheEarlierOne() {
    Cell repeated = Sheets.serial(LocalDateTime.of(2020, 10, 25, 1, 30));
    assertThat(profile(Field.TIMESTAMP, repeated).timestamp()).isEqualTo("2020-10-25T00:30:00Z");
    Cell skipped = Sheets.serial(LocalDateTime.of(2020, 3, 29, 1, 30));
    assertThat(profile(Field.TIMESTAMP, skipped).timestamp()).isEqualTo("2020-03-29T01:30:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "25/03/2020 14:05:33|2020-03-25T14:05:33Z",
        "03/04/2020 09:00|2020-04-03T08:00:00Z",
        "3/25/2020 14:05:33|2020-03-25T14:05:33Z",
        "2020-03-25 14:05:33|2020-03-25T14:05:33Z",
        "2020-03-25T14:05:33|2020-03-25T14:05:33Z",
        "2020/03/25 2:05:33 PM|2020-03-25T14:05:33Z",
        "25 mars 2020 à 14:05:33|2020-03-25T14:05:33Z",
        "25 mars 2020 14h05|2020-03-25T14:05:00Z",
        "1er février 2020|2020-02-01T00:00:00Z",
        "25 March 2020 14:05:33|2020-03-25T14:05:33Z",
        "25/03/2020|2020-03-25T00:00:00Z"
      })
  void aTimeInTextIsUnderstood(String text, Instant expected) {
    Profile profile = profile(Field.TIMESTAMP, text);
    assertThat(profile.timestamp()).isEqualTo(expected);
    assertThat(profile.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hier", "31/02/2020 10:00", "=IMPORTXML(\"x\")", "25 marsouin"})
  void anUnreadableTimeIsAProblemAndNotTheEndOfARow(String text) {
    Profile profile = profile(Field.TIMESTAMP, text);
    assertThat(profile.timestamp()).isNull();
    assertThat(problems(profile)).containsExactly("people.timestamp.unclear");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Marie\\nDupont|Marie Dupont",
        "Marie\u00A0 Dupont|Marie Dupont",
        "\u202EMarie\u200F Dupont\u0000|Marie Dupont",
        "=IMPORTXML(1)|=IMPORTXML(1)",
        "+33 Marie|+33 Marie",
        "@cmd|@cmd",
        "Marie 🙂|Marie 🙂",
        "👩\u200D🦰 Marie|👩\u200D🦰 Marie",
        "مريم|مريم"
      })
  void aNameStaysWhatItIsOnOneLine(String typed, String name) {
    assertThat(profile(Field.NAME, typed.replace("\\n", "\n")).name()).isEqualTo(name);
  }

  @Test
  void aNameOfFiveThousandCharactersIsShortenedVisibly() {
    String name = profile(Field.NAME, "🙂é".repeat(2500)).name();
    assertThat(name.codePointCount(0, name.length())).isEqualTo(80);
    assertThat(name).endsWith("…").startsWith("🙂é");
  }

  @ParameterizedTest
  @CsvSource({"DUPONT Marie,Marie", "Mme Marie Dupont,Marie", "Marie,Marie", "DUPONT,DUPONT"})
  void theFirstNameIsTheOneThatIsNotInCapitals(String name, String first) {
    assertThat(profile(Field.NAME, name).firstName()).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2|2",
        "0|0",
        "2 ou 3|2",
        "3+|3",
        "deux|2",
        "une famille|1",
        "une dizaine|10",
        "1,5|1",
        "jusqu'à 4 personnes|4",
        "50|50"
      })
  void aCapacityIsUnderstood(String text, int capacity) {
    Profile profile = profile(Field.CAPACITY, text);
    assertThat(profile.capacity()).isEqualTo(capacity);
    assertThat(profile.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "autant que possible|people.capacity.unclear",
        "500|people.capacity.absurd",
        "-1|people.capacity.absurd",
        "99999999999999999999|people.capacity.absurd"
      })
  void aCapacityThatIsNoneLeavesTheUsualOne(String text, String problem) {
    Profile profile = profile(Field.CAPACITY, text);
    assertThat(profile.capacity()).isNull();
    assertThat(problems(profile)).containsExactly(problem);
  }

  @Test
  void aCapacityThatTheSheetTookForADateIsAbsurd() {
    assertThat(problems(profile(Field.CAPACITY, Cell.number(43892, "02/03/2020"))))
        .containsExactly("people.capacity.absurd");
    assertThat(profile(Field.CAPACITY, Cell.number(0, "0")).capacity()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5|5.0",
        "5 km|5.0",
        "5km|5.0",
        "500 m|0.5",
        "500m|0.5",
        "2 miles|3.218688",
        "1,5 km|1.5",
        "moins de 3 km|3.0",
        "0|0.0",
        "5 à 10 km|5.0"
      })
  void aDistanceIsUnderstoodInKilometres(String text, double km) {
    Profile profile = profile(Field.RADIUS_KM, text);
    assertThat(profile.radiusKm()).isEqualTo(km);
    assertThat(profile.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"peu importe", "illimité", "anywhere", "plus de 10 km"})
  void noLimitIsNoLimit(String text) {
    Profile profile = profile(Field.RADIUS_KM, text);
    assertThat(profile.radiusKm()).isNull();
    assertThat(profile.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"20 minutes à pied", "mon quartier", "100000 km", "-3"})
  void aDistanceThatIsNoneIsAskedFor(String text) {
    assertThat(problems(profile(Field.RADIUS_KM, text))).containsExactly("people.radius.unclear");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Français, Anglais|fr en",
        "French and English|fr en",
        "français (langue maternelle), anglais courant|fr en",
        "FR/EN|fr en",
        "Español; arabe|ar",
        "Wolof|wo",
        "allemand + Mandarin|de zh"
      })
  void languagesAreUnderstoodByTheirNames(String text, String codes) {
    assertThat(profile(Field.LANGUAGES, text).languages())
        .hasSameElementsAs(List.of(codes.split(" ", -1)));
  }

  @Test
  void languagesThatAreNoneAreAskedFor() {
    assertThat(problems(profile(Field.LANGUAGES, "toutes")))
        .containsExactly("people.languages.unclear");
  }

  @ParameterizedTest
  @CsvSource({
    "Oui,true",
    "Yes,true",
    "Plus de 70 ans,true",
    "Asthme,true",
    "Non,false",
    "Aucune,false",
    "Je ne sais pas,false",
    "'',false"
  })
  void someoneAtRiskSaysSo(String text, boolean vulnerable) {
    assertThat(profile(Field.VULNERABLE, text).vulnerable()).isEqualTo(vulnerable);
  }

  @ParameterizedTest
  @CsvSource({
    "72,72",
    "72 ans,72",
    "1948,72",
    "65 ans et plus,65",
    "65 ans ou plus,65",
    "18-25,18",
    "70-75,70",
    "70+,70",
    "17 ans,17",
    "17 ans et demi,17",
    "18 à 24 ans,18",
    "Plus de 65 ans,65",
    "née en 1950,70",
    "née le 3 mars 1950,70",
    "26/03/2002,17",
    "25 ans depuis 2019,25",
    "１７,17",
    "٧٠,70",
    "0,0",
    "120,120",
    "< 18 ans,17",
    "bientôt 18 ans,17",
    "moins de 18 ans,17"
  })
  void anAgeIsUnderstood(String text, int age) {
    assertThat(profile(Field.AGE, text).age()).isEqualTo(age);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dix-sept",
        "-4",
        "121",
        "soixante",
        "mineur",
        "18 mois",
        "non majeur",
        "0,5 mois"
      })
  void anAgeThatIsThereAndNotUnderstoodMakesARowIncomplete(String text) {
    Profile profile = profile(Field.AGE, text);
    assertThat(profile.age()).isNull();
    assertThat(lacking(profile)).containsExactly("people.age.unclear");
    assertThat(problems(profile)).containsExactly("people.age.unclear");
  }

  @Test
  void anAgeThatTheSheetCouldNotReadMakesARowIncomplete() {
    assertThat(lacking(profile(Field.AGE, Cell.number(-4, "-4"))))
        .containsExactly("people.age.unclear");
    assertThat(lacking(profile(Field.AGE, new Cell(Cell.Kind.ERROR, "#NAME?", 0))))
        .containsExactly("people.age.unclear");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-", "n/a", "Non", "Je préfère ne pas répondre", "Prefer not to say", " "})
  void anAgeThatIsNotToldIsNone(String text) {
    Profile profile = profile(Field.AGE, text);
    assertThat(profile.age()).isNull();
    assertThat(profile.isComplete()).isTrue();
    assertThat(profile.problems()).isEmpty();
  }

  @Test
  void aDateOfBirthIsAnAgeOnTheDayOfTheAnswer() {
    Cell birth =
        Cell.number(Sheets.serial(LocalDateTime.of(2002, 3, 26, 0, 0)).number(), "26/03/2002");
    Profile profile = profile(Field.AGE, birth);
    assertThat(profile.age()).isEqualTo(17);
    assertThat(profile.isMinor()).isTrue();
    assertThat(profile(Field.AGE, "18").isMinor()).isFalse();
    assertThat(problems(profile(Field.AGE, "vieux"))).containsExactly("people.age.unclear");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=IMPORTXML(\"http://example.org\";\"//a\")", "+33 6 39 98 12 34", "@cmd", "-1+1",
        "\u202E\u200F\u0000\n\r\t", "🙂", "(((((((((((((", "https://example.org/?q=@@"
      })
  void anythingInAnyCellIsSurvived(String ugly) {
    for (String text : List.of(ugly, ugly.repeat(5000 / ugly.length() + 1))) {
      for (Field field : Sheets.QUESTIONS.byField().keySet()) {
        Row row = Sheets.row(Map.of(field, new Cell(Cell.Kind.TEXT, text, 0)));
        assertThat(Sheets.reader().read(row)).isPresent();
      }
    }
  }
}
