package org.entraide.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {

  private static Profile profile(Field field, String text) {
    return Sheets.profile(field, text);
  }

  private static Profile profile(Field field, Cell cell) {
    return Sheets.profile(field, cell);
  }

  private static List<String> problems(Profile profile) {
    return Sheets.problems(profile);
  }

  private static List<String> lacking(Profile profile) {
    return profile.completeness().stream().map(Message::key).toList();
  }

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
    assertThat(marie.complete()).isTrue();
  }

  @Test
  void noRecordPrintsWhoSomebodyIs() {
    Profile marie = Sheets.reader().read(Sheets.row(Map.of())).orElseThrow();
    assertThat(marie.toString() + Names.key("Marie Dupont"))
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
        "Jean.Dupont@EXAMPLE.ORG|Jean.Dupont@example.org",
        "mailto:jean@example.org|jean@example.org",
        "  jean@example.org  |jean@example.org",
        "jean @ example.org|jean@example.org",
        "jean@example . org|jean@example.org",
        "jean@example.org.|jean@example.org",
        "Jean Dupont <jean@example.org>|jean@example.org",
        "jean+aide@sub.example.org|jean+aide@sub.example.org"
      })
  void anAddressIsUnderstoodAsItIsTyped(String text, String email) {
    Profile profile = profile(Field.EMAIL, text);
    assertThat(profile.email()).isEqualTo(email);
    assertThat(profile.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jean@example.co.uk",
        "JEAN@Example.CO.UK",
        " jean@example.co.uk. ",
        "Jean <jean@example.co.uk>",
        "mailto:jean@example.co.uk",
        "jean@example.co.uk (bureau)",
        "jean @ example.co.uk"
      })
  void anAddressOfACountryWhoseDomainsHaveTwoPartsIsWhole(String text) {
    assertThat(profile(Field.EMAIL, text).email()).isEqualToIgnoringCase("jean@example.co.uk");
    assertThat(problems(profile(Field.EMAIL, text))).doesNotContain("people.email.amid-text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jean.dupont@@example.org",
        "jean",
        "jean@",
        "@cmd",
        "jean@example",
        "jean@example..org",
        "jean..dupont@example.org",
        "=IMPORTXML(\"x\")",
        "jean@-example.org",
        "rené@example.org",
        "🙂"
      })
  void anInvalidAddressIsAProblem(String text) {
    Profile profile = profile(Field.EMAIL, text);
    assertThat(profile.email()).isNull();
    assertThat(problems(profile)).containsExactly("people.email.invalid");
    assertThat(profile.complete()).as("the telephone is enough").isTrue();
  }

  @Test
  void ofTwoAddressesTheFirstCounts() {
    Profile profile = profile(Field.EMAIL, "jean@example.org / jeanne@example.org");
    assertThat(profile.email()).isEqualTo("jean@example.org");
    assertThat(problems(profile)).containsExactly("people.email.several");
  }

  @Test
  void anAddressThatMayHaveLostItsBeginningIsAskedAbout() {
    Profile profile = profile(Field.EMAIL, "jean dupont@example.org");
    assertThat(problems(profile)).containsExactly("people.email.amid-text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jean dupont@example.org",
        "jean dupont @ example.org",
        "jean. dupont@example.org",
        "j dupont@example.org",
        "jean dupont@example.org (bureau)",
        "Jean Dupont jean@example.org",
        "éric dupont@example.org",
        "jean dupont@example.org / jd@example.net",
        "jean@example.co uk",
        "Jean, jean@example.co. uk",
        "jean@example.co .uk"
      })
  void anAddressBesideWordsThatMayBelongToItIsNoneUntilItIsCorrected(String text) {
    Profile profile = profile(Field.EMAIL, text);
    assertThat(profile.email()).isNull();
    assertThat(problems(profile)).containsExactly("people.email.amid-text");

    Row row = Sheets.row(Map.of(Field.EMAIL, Cell.text(text), Field.PHONE, Cell.EMPTY));
    assertThat(lacking(Sheets.reader().read(row).orElseThrow()))
        .containsExactly("people.contact.missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Jean Dupont <jean@example.org>|jean@example.org",
        "Jean Dupont (jean@example.org)|jean@example.org",
        "Jean Dupont : jean@example.org|jean@example.org",
        "mon mail jean@example.org|jean@example.org",
        "c'est jean@example.org|jean@example.org",
        "07700 900456 jean@example.org|jean@example.org",
        "jean@example.org ou 07700 900456|jean@example.org",
        "jean@example.org merci|jean@example.org"
      })
  void anAddressBesideOtherWordsIsOne(String text, String email) {
    assertThat(profile(Field.EMAIL, text).email()).isEqualTo(email);
  }

  @Test
  void aTelephoneNumberBesideTheAddressIsTakenWhenItIsMissing() {
    Row row =
        Sheets.row(
            Map.of(
                Field.EMAIL,
                Cell.text("jean@example.org ou 07700 900456"),
                Field.PHONE,
                Cell.EMPTY));
    Profile profile = Sheets.reader().read(row).orElseThrow();
    assertThat(profile.email()).isEqualTo("jean@example.org");
    assertThat(profile.phone()).isEqualTo("+447700900456");
  }

  @Test
  void aTelephoneNumberInPlaceOfTheAddressIsEnough() {
    Row row = Sheets.row(Map.of(Field.EMAIL, Cell.text("07700 900456"), Field.PHONE, Cell.EMPTY));
    Profile profile = Sheets.reader().read(row).orElseThrow();
    assertThat(profile.email()).isNull();
    assertThat(profile.phone()).isEqualTo("+447700900456");
    assertThat(profile.problems()).isEmpty();
    assertThat(profile.complete()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "07700 900123|+447700900123",
        "07700\u00A0900123|+447700900123",
        "\u200F07700 900123|+447700900123",
        "+44 (0)7700 900123|+447700900123",
        "0044 7700 900123|+447700900123",
        "+33 6 39 98 12 34|+33639981234",
        "tél : 07700 900123|+447700900123"
      })
  void aNumberIsUnderstoodAsItIsTyped(String text, String phone) {
    Profile profile = profile(Field.PHONE, text);
    assertThat(profile.phone()).isEqualTo(phone);
    assertThat(profile.problems()).isEmpty();
  }

  private static final Questionnaire WITH_COUNTRY =
      Questionnaire.recognise(
          Stream.concat(Sheets.TITLES.stream(), Stream.of("Pays")).toList(), Set.of(), Map.of());

  private static Profile living(String country, Map<Field, Cell> cells) {
    Row row = Sheets.row(cells);
    List<Cell> all = new ArrayList<>(row.cells());
    all.add(Cell.text(country));
    return Sheets.reader(WITH_COUNTRY, "GB", false).read(new Row(1, all)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "États-Unis|(212) 736-5000|+12127365000",
        "USA|212-736-5000|+12127365000",
        "United States of America|1 212 736 5000|+12127365000",
        "New York, États-Unis|(212) 736-5000|+12127365000",
        "Irlande|087 123 4567|+353871234567",
        "Ireland|(087) 123 4567|+353871234567",
        "Allemagne|0171 2345678|+491712345678",
        "aux États-Unis|212.736.5000|+12127365000",
        "Australie|0412 345 678|+61412345678",
        "au|0412 345 678|+61412345678",
        "France|06 39 98 12 34|+33639981234",
        "Royaume-Uni|07700 900123|+447700900123",
        "États-Unis|+44 7700 900123|+447700900123",
        "Espagne|612 34 56 78|+34612345678",
        "la lune|07700 900123|+447700900123",
        "|07700 900123|+447700900123"
      })
  void aNumberWithoutACountryCodeIsReadInTheCountryAnswered(
      @Nullable String country, String text, String phone) {
    Profile profile = living(country == null ? "" : country, Map.of(Field.PHONE, Cell.text(text)));
    assertThat(profile.phone()).isEqualTo(phone);
    assertThat(profile.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "États-Unis,2127365000,+12127365000",
    "États-Unis,6264056789,+16264056789",
    "États-Unis,447700900123,+447700900123",
    "Irlande,871234567,+353871234567",
    "Allemagne,1712345678,+491712345678",
    "Australie,412345678,+61412345678",
    "Espagne,612345678,+34612345678"
  })
  void aNumberThatTheSheetTookForASumIsMendedInTheCountryAnswered(
      String country, double number, String phone) {
    Profile profile = living(country, Map.of(Field.PHONE, Cell.number(number, "2,1E+09")));
    assertThat(profile.phone()).isEqualTo(phone);
    assertThat(profile.problems()).isEmpty();
  }

  @Test
  void aNumberThatTheCountryAnsweredHasNotIsAskedAbout() {
    Profile profile = living("Irlande", Map.of(Field.PHONE, Cell.text("07700 900123")));
    assertThat(profile.phone()).startsWith("+353");
    assertThat(problems(profile)).containsExactly("people.phone.unusual");
  }

  @Test
  void aNumberBesideAnAddressIsReadInTheCountryAnsweredToo() {
    Profile profile =
        living(
            "Irlande",
            Map.of(
                Field.EMAIL, Cell.text("ana@example.org / 087 123 4567"), Field.PHONE, Cell.EMPTY));
    assertThat(profile.phone()).isEqualTo("+353871234567");
  }

  /** Whatever country is answered, and whatever is before an address: rows stay known. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "(212) 736-5000|none",
        "087 123 4567|none",
        "0412 345 678|none",
        "07700 900123|marie dupont@example.org",
        "07700 900123|marie@example.org",
        "none|marie dupont@example.org",
        "06 39 98 12 34|none"
      })
  void theFingerprintIsTheOneOfEarlierVersions(@Nullable String phone, @Nullable String email) {
    Map<Field, Cell> cells =
        Map.of(
            Field.PHONE, phone == null ? Cell.EMPTY : Cell.text(phone),
            Field.EMAIL, email == null ? Cell.EMPTY : Cell.text(email));
    Profile before = Sheets.reader().read(Sheets.row(cells)).orElseThrow();
    for (String country : List.of("", "États-Unis", "Irlande", "Australie", "Royaume-Uni")) {
      Profile now = living(country, cells);
      assertThat(Fingerprint.of("sheet", now)).isEqualTo(Fingerprint.of("sheet", before));
      assertThat(Fingerprint.withoutFirstContact("sheet", now))
          .isEqualTo(Fingerprint.withoutFirstContact("sheet", before));
      List<String> kept = Fingerprint.people("sheet", before);
      List<String> known = Fingerprint.marks("sheet", now).knownPeople();
      assertThat(kept.isEmpty() || known.stream().anyMatch(kept::contains)).isTrue();
      assertThat(Fingerprint.knownContacts("sheet", now))
          .containsAll(Fingerprint.contacts("sheet", now))
          .containsAll(Fingerprint.knownContacts("sheet", before));
    }
  }

  /** Computed by the version before the country counted. */
  @Test
  void fingerprintsOfEarlierVersionsAreThese() {
    Map<Field, Cell> newYork =
        Map.of(Field.EMAIL, Cell.EMPTY, Field.PHONE, Cell.text("(212) 736-5000"));
    Map<Field, Cell> cut = Map.of(Field.EMAIL, Cell.text("jean dupont@example.org"));
    assertThat(Fingerprint.of("sheet", living("États-Unis", newYork)))
        .isEqualTo("b6793ec487429f8e");
    assertThat(Fingerprint.of("sheet", living("Irlande", cut))).isEqualTo("9f7303c6a34a8a09");
  }

  @Test
  void aNameThatLooksLikeALinkIsAskedAboutFirst() {
    assertThat(problems(profile(Field.NAME, "evil.example.com/aide")))
        .containsExactly("people.name.link");
    assertThat(problems(profile(Field.NAME, "Marie evil。com"))).containsExactly("people.name.link");
    assertThat(problems(profile(Field.NAME, "J.-P. Martin"))).isEmpty();
  }

  @Test
  void aFrenchNumberInLondonIsReadAsSuch() {
    Profile profile = profile(Field.PHONE, "06 39 98 12 34");
    assertThat(profile.phone()).isEqualTo("+33639981234");
    assertThat(problems(profile)).containsExactly("people.phone.read-as-french");
  }

  @ParameterizedTest
  @CsvSource({"7700900123,+447700900123", "447700900123,+447700900123", "33639981234,+33639981234"})
  void aNumberThatTheSheetTookForASumIsMended(double number, String phone) {
    Profile profile = profile(Field.PHONE, Cell.number(number, "7,7E+09"));
    assertThat(profile.phone()).isEqualTo(phone);
    assertThat(profile.problems()).isEmpty();
  }

  @Test
  void aNumberThatTheSheetSpoiltIsAskedForWhereThereIsNoAddress() {
    Cell error = new Cell(Cell.Kind.ERROR, "#ERROR!", 0);
    for (Cell spoilt : List.of(error, Cell.number(-1.5, "-1,5"))) {
      Profile alone =
          Sheets.reader()
              .read(Sheets.row(Map.of(Field.EMAIL, Cell.EMPTY, Field.PHONE, spoilt)))
              .orElseThrow();
      assertThat(problems(alone)).containsExactly("people.phone.spoilt");
      assertThat(problems(profile(Field.PHONE, spoilt))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0770O 9OO123", "07700 HELPME", "12", "demander à Paul", "@cmd"})
  void aNumberWithLettersIsNoNumber(String text) {
    Profile profile = profile(Field.PHONE, text);
    assertThat(profile.phone()).isNull();
    assertThat(problems(profile)).containsExactly("people.phone.invalid");
  }

  @Test
  void ofTwoNumbersTheFirstCounts() {
    Profile profile = profile(Field.PHONE, "07700 900123 ou 07700 900456");
    assertThat(profile.phone()).isEqualTo("+447700900123");
    assertThat(problems(profile)).containsExactly("people.phone.several");
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
    assertThat(profile.complete()).isTrue();
    assertThat(profile.problems()).isEmpty();
  }

  @Test
  void aDateOfBirthIsAnAgeOnTheDayOfTheAnswer() {
    Cell birth =
        Cell.number(Sheets.serial(LocalDateTime.of(2002, 3, 26, 0, 0)).number(), "26/03/2002");
    Profile profile = profile(Field.AGE, birth);
    assertThat(profile.age()).isEqualTo(17);
    assertThat(profile.minor()).isTrue();
    assertThat(profile(Field.AGE, "18").minor()).isFalse();
    assertThat(problems(profile(Field.AGE, "vieux"))).containsExactly("people.age.unclear");
  }

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
    assertThat(assumed.complete()).isTrue();
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
