package org.entraide.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkbookHashTest {

  private static final List<Row> ROWS =
      List.of(
          new Row(0, List.of(Cell.text("a"), Cell.text("bc"))),
          new Row(1, List.of(Cell.number(1, "1"), Cell.bool(true, "TRUE"))));

  private static Workbook workbook(String title, ZoneId zone, Overlay overlay, Tab... tabs) {
    return new Workbook("id", title, "fr_FR", zone, List.of(tabs), overlay);
  }

  private static Tab tab(String title, int rows, Map<Integer, String> marks, List<Row> cells) {
    return new Tab(7, title, false, rows, 2, cells, marks);
  }

  private static Workbook of(Row... rows) {
    return workbook("t", ZoneOffset.UTC, Overlay.NONE, tab("x", 9, Map.of(), List.of(rows)));
  }

  private static final Workbook BASE = of(ROWS.get(0), ROWS.get(1));

  private static String hash(Workbook workbook) {
    return WorkbookHash.of(workbook, Optional.empty());
  }

  static List<Workbook> others() {
    Row one = ROWS.get(0);
    Row two = ROWS.get(1);
    Overlay chart = new Overlay(Map.of(), Set.of(3));
    return List.of(
        of(one),
        of(two, one),
        of(one, new Row(2, two.cells())),
        of(one, new Row(1, List.of(Cell.number(1, "1,0"), Cell.bool(true, "TRUE")))),
        of(one, new Row(1, List.of(Cell.number(1.5, "1"), Cell.bool(true, "TRUE")))),
        of(one, new Row(1, List.of(Cell.text("1"), Cell.bool(true, "TRUE")))),
        of(one, new Row(1, List.of(Cell.number(1, "1"), Cell.bool(false, "TRUE")))),
        of(new Row(0, List.of(Cell.text("ab"), Cell.text("c"))), two),
        of(new Row(0, List.of(Cell.text("a"), Cell.EMPTY, Cell.text("bc"))), two),
        workbook("u", ZoneOffset.UTC, Overlay.NONE, tab("x", 9, Map.of(), ROWS)),
        workbook("t", ZoneId.of("Europe/Paris"), Overlay.NONE, tab("x", 9, Map.of(), ROWS)),
        workbook("t", ZoneOffset.UTC, chart, tab("x", 9, Map.of(), ROWS)),
        workbook("t", ZoneOffset.UTC, Overlay.NONE, tab("y", 9, Map.of(), ROWS)),
        workbook("t", ZoneOffset.UTC, Overlay.NONE, tab("x", 10, Map.of(), ROWS)),
        workbook("t", ZoneOffset.UTC, Overlay.NONE, tab("x", 9, Map.of(1, "m"), ROWS)),
        workbook("t", ZoneOffset.UTC, Overlay.NONE));
  }

  @ParameterizedTest
  @MethodSource("others")
  void whateverChangesChangesTheHash(Workbook other) {
    assertThat(hash(other)).isNotEqualTo(hash(BASE));
  }

  @Test
  void theSameSpreadsheetReadTwiceHasTheSameHash() {
    assertThat(hash(of(ROWS.get(0), ROWS.get(1)))).isEqualTo(hash(BASE));
  }

  @Test
  void textsOfAnyLettersAndAnyLengthAreToldApart() {
    String nearlyFull = "x".repeat(8_180);
    List<String> texts =
        List.of(
            "a",
            "\u0001a",
            "é",
            "è",
            "\u0080",
            "\u0080\u0001",
            "Ā",
            "\u0001",
            "😀",
            "\uD83D",
            "x",
            nearlyFull,
            nearlyFull + "é",
            nearlyFull + "è",
            nearlyFull + "éé",
            "y".repeat(20_000));

    assertThat(
            texts.stream().map(text -> hash(of(new Row(0, List.of(Cell.text(text)))))).distinct())
        .hasSize(texts.size());
  }

  @Test
  void oneCellMayBePassedOverAndNoOther() {
    Optional<Change.SetNumber> sign = Optional.of(new Change.SetNumber(7, 1, 0, 5));
    Row later = new Row(1, List.of(Cell.number(2, "2"), Cell.bool(true, "TRUE")));
    Row other = new Row(1, List.of(Cell.number(2, "2"), Cell.bool(false, "FALSE")));

    String before = WorkbookHash.of(BASE, sign);

    assertThat(WorkbookHash.of(of(ROWS.get(0), later), sign)).isEqualTo(before);
    assertThat(WorkbookHash.of(of(ROWS.get(0), other), sign)).isNotEqualTo(before);
  }
}
