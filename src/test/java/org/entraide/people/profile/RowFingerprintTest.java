package org.entraide.people.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.entraide.people.Sheets;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowFingerprintTest {

  private static String of(Map<Field, Cell> cells) {
    return RowFingerprint.of("sheet", Sheets.reader().read(Sheets.row(cells)).orElseThrow());
  }

  @Test
  void aFingerprintIsOfTheContactAndTheTime() {
    String marie = of(Map.of());
    assertThat(marie).matches("[0-9a-f]{16}");
    assertThat(of(Map.of(Field.EMAIL, Cell.text("MARIE@example.org")))).isEqualTo(marie);
    assertThat(of(Map.of(Field.NAME, Cell.text("Marie D.")))).isEqualTo(marie);
    assertThat(of(Map.of(Field.PHONE, Cell.EMPTY))).isEqualTo(marie);
    assertThat(of(Map.of(Field.EMAIL, Cell.text("paul@example.org")))).isNotEqualTo(marie);
    Cell later = Sheets.serial(LocalDateTime.of(2020, 3, 25, 14, 5, 34));
    assertThat(of(Map.of(Field.TIMESTAMP, later))).isNotEqualTo(marie);
  }

  @Test
  void withoutAnAddressTheNumberCountsHoweverItIsWritten() {
    String one = of(Map.of(Field.EMAIL, Cell.EMPTY));
    assertThat(of(Map.of(Field.EMAIL, Cell.EMPTY, Field.PHONE, Cell.text("+44 7700 900 123"))))
        .isEqualTo(one);
    String broken = of(Map.of(Field.EMAIL, Cell.text("marie@@x"), Field.PHONE, Cell.EMPTY));
    assertThat(of(Map.of(Field.EMAIL, Cell.text("MARIE @@ x"), Field.PHONE, Cell.EMPTY)))
        .isEqualTo(broken)
        .isNotEqualTo(one);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void marksMadeTogetherAreThoseMadeOneByOne(Map<Field, Cell> answer) {
    Profile profile = Sheets.reader().read(Sheets.row(answer)).orElseThrow();

    RowFingerprint.Marks marks = RowFingerprint.marks("sheet", profile);

    assertThat(marks.personHashes()).isEqualTo(RowFingerprint.personHashes("sheet", profile));
    assertThat(marks.knownPersonHashes().subList(0, marks.personHashes().size()))
        .isEqualTo(marks.personHashes());
    assertThat(marks.addressee().both())
        .isEqualTo(marks.personHashes().stream().findFirst().orElse(""));
    assertThat(marks.number()).isEqualTo(RowFingerprint.number("sheet", profile));
  }

  static List<Map<Field, Cell>> answers() {
    return List.of(
        Map.of(),
        Map.of(Field.EMAIL, Cell.EMPTY),
        Map.of(Field.PHONE, Cell.EMPTY),
        Map.of(Field.EMAIL, Cell.EMPTY, Field.PHONE, Cell.EMPTY),
        Map.of(Field.NAME, Cell.EMPTY),
        Map.of(Field.EMAIL, Cell.text("jean dupont@example.org")),
        Map.of(Field.EMAIL, Cell.text("jean dupont@example.org"), Field.PHONE, Cell.EMPTY),
        Map.of(Field.EMAIL, Cell.EMPTY, Field.PHONE, Cell.number(2079460123.0, "2079460123")));
  }

  @Test
  void anotherSpreadsheetHasOtherFingerprints() {
    Profile marie = Sheets.reader().read(Sheets.row(Map.of())).orElseThrow();
    assertThat(RowFingerprint.of("a", marie)).isNotEqualTo(RowFingerprint.of("b", marie));
  }
}
