package org.entraide.people.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days as people type them. */
class WrittenDayTest {

  private static final LocalDate TWELFTH = LocalDate.of(2027, 1, 12);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12/01/2027",
        "12/1/27",
        "12.01.2027",
        "12-01-2027",
        "12 – 01 – 2027",
        "12 / 01 / 2027",
        "12 01 2027",
        "2027-01-12",
        "2027/1/12",
        "12 janvier 2027",
        "mardi 12 janvier 2027",
        "12 JANV. 2027",
        "12 january 2027",
        "12th of January 2027",
        "12-Jan-2027",
        "12 jan 27",
        "12 jan ’27",
        "Jan 12 2027",
        "Tue, January 12th, 2027",
        "lundi 12/01/2027",
        "１２/01/2027"
      })
  void aDayWithItsYearIsRead(String text) {
    assertThat(WrittenDay.read(text, false).flatMap(WrittenDay::on)).contains(TWELFTH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12/01", "12.1", "12 janvier", "Jan 12", "mardi 12 janvier", "12th Jan"})
  void aDayWithoutItsYearIsReadAsSuch(String text) {
    WrittenDay day = WrittenDay.read(text, false).orElseThrow();

    assertThat(day.day()).isEqualTo(MonthDay.of(1, 12));
    assertThat(day.on()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "01/12/2027, true, 2027-01-12",
    "01/12/2027, false, 2027-12-01",
    "1.2.27, true, 2027-01-02",
    "13/12/2027, true, 2027-12-13",
    "12/13/2027, false, 2027-12-13",
    "2027-01-12, true, 2027-01-12",
    "1er mars 2027, false, 2027-03-01",
    "29/02/2028, false, 2028-02-29"
  })
  void theSheetDecidesWhatComesFirstWhereItCouldBeEither(
      String text, boolean monthFirst, LocalDate day) {
    assertThat(WrittenDay.read(text, monthFirst).flatMap(WrittenDay::on)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31/02/2027",
        "45/13",
        "29/02/2027",
        "31/04",
        "0/0",
        "12/01/1999",
        "12/01/20277",
        "12/01/207",
        "12",
        "2027",
        "janvier",
        "janvier 2027",
        "mardi 12",
        "2 semaines",
        "12 jours",
        "dès 12/01",
        "from 12 January",
        "12/01/2027 ou plus tard",
        "du 3 au 12/01/2027",
        "bientôt",
        ""
      })
  void whatIsNoDayIsNone(String text) {
    assertThat(WrittenDay.read(text, false)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "12/01, 2026-10-03, 2027-01-12",
    "12/01, 2027-01-12, 2027-01-12",
    "12/01, 2027-01-13, 2028-01-12",
    "29/02, 2027-03-01, 2028-02-29",
    "29/02, 2096-03-01, 2104-02-29"
  })
  void theNextSuchDayIsFound(String text, LocalDate today, LocalDate next) {
    assertThat(WrittenDay.read(text, false).map(day -> day.from(today)))
        .isEqualTo(Optional.of(next));
  }

  @ParameterizedTest
  @CsvSource({
    "fr_FR, false",
    "en_GB, false",
    "en_US, true",
    "en_AU, false",
    "en_IE, false",
    "de_CH, false",
    "es_ES, false",
    "ja_JP, true",
    "pt_BR, false",
    "'', false"
  })
  void theLocaleTellsWhetherTheMonthComesFirst(String locale, boolean monthFirst) {
    assertThat(WrittenDay.isMonthFirst(locale)).isEqualTo(monthFirst);
  }

  @Test
  void whoNamesAMonthOrANumberMeansADay() {
    assertThat(WrittenDay.isMeantBy("fin janvier")).isTrue();
    assertThat(WrittenDay.isMeantBy("45")).isTrue();
    assertThat(WrittenDay.isMeantBy("vacances")).isFalse();
  }
}
