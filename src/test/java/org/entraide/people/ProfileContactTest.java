package org.entraide.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.Profile;
import org.entraide.people.profile.Questionnaire;
import org.entraide.people.profile.RowFingerprint;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and telephone numbers, as people type them. */
class ProfileContactTest extends ProfileFixture {

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
    assertThat(profile.isComplete()).as("the telephone is enough").isTrue();
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
    assertThat(profile.isComplete()).isTrue();
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
    Profile earlier = Sheets.reader().read(Sheets.row(cells)).orElseThrow();
    for (String country : List.of("", "États-Unis", "Irlande", "Australie", "Royaume-Uni")) {
      Profile now = living(country, cells);
      assertThat(RowFingerprint.of("sheet", now)).isEqualTo(RowFingerprint.of("sheet", earlier));
      assertThat(RowFingerprint.withoutFirstContact("sheet", now))
          .isEqualTo(RowFingerprint.withoutFirstContact("sheet", earlier));
      List<String> kept = RowFingerprint.personHashes("sheet", earlier);
      List<String> people = RowFingerprint.marks("sheet", now).knownPersonHashes();
      assertThat(kept.isEmpty() || people.stream().anyMatch(kept::contains)).isTrue();
      assertThat(RowFingerprint.knownContacts("sheet", now))
          .containsAll(RowFingerprint.contacts("sheet", now))
          .containsAll(RowFingerprint.knownContacts("sheet", earlier));
    }
  }

  /** Computed by the version before the country counted. */
  @Test
  void fingerprintsOfEarlierVersionsAreThese() {
    Map<Field, Cell> newYork =
        Map.of(Field.EMAIL, Cell.EMPTY, Field.PHONE, Cell.text("(212) 736-5000"));
    Map<Field, Cell> cut = Map.of(Field.EMAIL, Cell.text("jean dupont@example.org"));
    assertThat(RowFingerprint.of("sheet", living("États-Unis", newYork)))
        .isEqualTo("b6793ec487429f8e");
    assertThat(RowFingerprint.of("sheet", living("Irlande", cut))).isEqualTo("9f7303c6a34a8a09");
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
}
