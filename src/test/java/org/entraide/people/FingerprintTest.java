package org.entraide.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static String of(Map<Field, Cell> cells) {
    return Fingerprint.of("sheet", Sheets.reader().read(Sheets.row(cells)).orElseThrow());
  }

  private static String content(Map<Field, Cell> cells) {
    return Fingerprint.contentHash("sheet", Sheets.QUESTIONS, Sheets.row(cells));
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

  @Test
  void anotherSpreadsheetHasOtherFingerprints() {
    Profile marie = Sheets.reader().read(Sheets.row(Map.of())).orElseThrow();
    assertThat(Fingerprint.of("a", marie)).isNotEqualTo(Fingerprint.of("b", marie));
  }

  @Test
  void anEditOfAnyAnswerChangesTheContentHash() {
    String before = content(Map.of());
    assertThat(content(Map.of())).isEqualTo(before);
    for (Field field : Sheets.QUESTIONS.byField().keySet()) {
      assertThat(content(Map.of(field, Cell.text("autre")))).isNotEqualTo(before);
    }
  }

  @Test
  void movingColumnsAndShowingNumbersDifferentlyIsNoEdit() {
    List<String> titles = new ArrayList<>(Sheets.TITLES);
    List<Cell> cells = new ArrayList<>(Sheets.row(Map.of()).cells());
    cells.set(0, Cell.number(cells.get(0).number(), "25 mars"));
    Collections.reverse(titles);
    Collections.reverse(cells);
    Questionnaire moved = Questionnaire.recognise(titles, Set.of(), Map.of());
    assertThat(Fingerprint.contentHash("sheet", moved, new Row(1, cells)))
        .isEqualTo(content(Map.of()));
  }
}
