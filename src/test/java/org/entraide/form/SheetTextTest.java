package org.entraide.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7|007",
        "612345678|0612345678",
        "612345678|06 12 34 56 78",
        "447700900123|+447700900123",
        "-612345645|+33-612345678",
        "1000|01000",
        "0.5|50 %",
        "0.5|0,5",
        "1234.5|1.234,5",
        "100000|1E5",
        "46054|1/2/2026", // 1 February 2026
        "46054|2/1/2026",
        "46054|1/2",
        "46054|01-02-26",
        "46054|2026-02-01",
        "46054|1 févr. 2026",
        "46054|1 février",
        "46054.5|2026-02-01 12:00",
        "0.5208333333333334|12:30",
      })
  void aNumberShowsWhatASheetMakesANumberOf(double number, String written) {
    assertThat(SheetText.shows(Cell.number(number, "?"), written)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"8|007", "46055|1/2", "46054|Rue 12", "7|sept", "7|''", "5|6 rue 5", "0.5|12:31"})
  void anotherNumberIsAPersons(double number, String written) {
    assertThat(SheetText.shows(Cell.number(number, "?"), written)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '`',
      value = {"Éva|E\u0301va", "a b|a  b ", "a b|a\u00a0b", "12|'12", "+33 6|+33 6"})
  void aTextShowsItselfWhateverItsSpacesAndItsComposition(String shown, String written) {
    assertThat(SheetText.shows(Cell.text(shown), written)).isTrue();
    assertThat(SheetText.shows(Cell.text(shown + "x"), written)).isFalse();
  }

  @Test
  void anErrorShowsWhatBeganLikeAFormula() {
    Cell error = new Cell(Cell.Kind.ERROR, "#ERROR!", 0);
    assertThat(SheetText.shows(error, "+33 6 12 34 56 78")).isTrue();
    assertThat(SheetText.shows(error, "06 12 34 56 78")).isFalse();
  }

  @Test
  void anEmptyCellShowsOnlyThatNothingWasAnswered() {
    assertThat(SheetText.shows(Cell.EMPTY, "")).isTrue();
    assertThat(SheetText.shows(Cell.EMPTY, "Ana")).isFalse();
  }

  @Test
  void aCellTakesNoMoreThanFiftyThousandCharacters() {
    String long1 = "a".repeat(50_000);
    assertThat(SheetText.shows(Cell.text(long1), long1 + "b")).isTrue();
    assertThat(SheetText.shows(Cell.text("aaa"), "aaab")).isFalse();
  }

  @Test
  void aTickedBoxShowsTheWordForIt() {
    assertThat(SheetText.shows(Cell.bool(true, "VRAI"), "vrai")).isTrue();
    assertThat(SheetText.shows(Cell.bool(false, "FAUX"), "true")).isFalse();
  }
}
