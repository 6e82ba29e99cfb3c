package org.entraide.google.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.campaign.port.Table;
import org.entraide.google.Offices;
import org.entraide.google.ScriptedWire;
import org.entraide.google.SheetsTableFixture;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.LinkFormula;
import org.entraide.table.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the table writes, and reads back. */
class SheetsTableWriteTest extends SheetsTableFixture {

  private static final String WRITTEN = "{\"spreadsheetId\": \"1AbC\", \"replies\": [{}]}";

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "=IMPORTXML(\"http://x\")", "+33612345678", "@cmd", "-1", "'007", "TRUE"})
  void aTextIsNeverWrittenAsAFormula(String text) throws Exception {
    wire.then(WRITTEN);

    table.write(List.of(new Change.SetCell(0, 1, 2, text)), Map.of());

    JsonNode cells = wire.only().json().at("/requests/0/updateCells");
    assertThat(cells.path("fields").asText()).isEqualTo("userEnteredValue");
    assertThat(cells.at("/rows/0/values/0").toString())
        .isEqualTo(
            new JsonMapper()
                .createObjectNode()
                .set(
                    "userEnteredValue",
                    new JsonMapper().createObjectNode().put("stringValue", text))
                .toString());
    assertThat(wire.only().body()).doesNotContain("formulaValue");
  }

  @Test
  void aLinkIsWrittenAsAFormulaInTheRectangleOfTheTextsBesideIt() throws Exception {
    wire.then(WRITTEN);
    LinkFormula link = LinkFormula.toRow(0, "Tab", 2, "7KQ47", "Ligne 7KQ47");

    table.write(
        List.of(new Change.SetCell(7, 1, 4, "=1+1"), new Change.SetFormula(7, 1, 5, link)),
        Map.of());

    JsonNode cells = wire.only().json().at("/requests/0/updateCells");
    assertThat(wire.only().json().path("requests")).hasSize(1);
    assertThat(cells.path("fields").asText()).isEqualTo("userEnteredValue");
    assertThat(cells.at("/rows/0/values/0/userEnteredValue/stringValue").asText())
        .isEqualTo("=1+1");
    assertThat(cells.at("/rows/0/values/1/userEnteredValue/formulaValue").asText())
        .isEqualTo("=HYPERLINK(\"#gid=0&range=C\"&MATCH(\"7KQ47\";'Tab'!$C:$C;0);\"Ligne 7KQ47\")");
    assertThat(cells.at("/rows/0/values/1/userEnteredValue")).hasSize(1);
  }

  @Test
  void anEmptyTextClearsTheCellsValueAndNothingElse() throws Exception {
    wire.then(WRITTEN);

    table.write(List.of(new Change.SetCell(0, 1, 2, "")), Map.of());

    assertThat(wire.only().json().path("requests").toString())
        .isEqualTo(
            "[{\"updateCells\":{\"fields\":\"userEnteredValue\",\"rows\":[{\"values\":[{}]}],"
                + "\"start\":{\"columnIndex\":2,\"rowIndex\":1,\"sheetId\":0}}}]");
  }

  @Test
  void aThousandRowsOfSixColumnsAreOneRectangle() throws Exception {
    wire.then(WRITTEN);
    List<Change> changes = new ArrayList<>();
    for (int row = 1; row <= 1000; row++) {
      for (int column = 20; column < 26; column++) {
        changes.add(new Change.SetCell(0, row, column, row + "/" + column));
      }
    }

    table.write(changes, Map.of());

    JsonNode requests = wire.only().json().path("requests");
    assertThat(requests).hasSize(1);
    assertThat(requests.at("/0/updateCells/rows")).hasSize(1000);
    assertThat(
            requests.at("/0/updateCells/rows/999/values/5/userEnteredValue/stringValue").asText())
        .isEqualTo("1000/25");
  }

  @Test
  void noCellBetweenThoseThatAreSetIsTouched() throws Exception {
    wire.then(WRITTEN);

    table.write(
        List.of(
            new Change.SetCell(0, 1, 2, "a"),
            new Change.SetCell(0, 1, 4, "b"),
            new Change.SetCell(0, 2, 2, "c"),
            new Change.SetCell(0, 4, 2, "d"),
            new Change.SetCell(7, 2, 2, "e"),
            new Change.SetCell(0, 1, 2, "last")),
        Map.of());

    List<String> seen = new ArrayList<>();
    for (JsonNode request : wire.only().json().path("requests")) {
      JsonNode start = request.at("/updateCells/start");
      for (int row = 0; row < request.at("/updateCells/rows").size(); row++) {
        JsonNode values = request.at("/updateCells/rows/" + row + "/values");
        for (int column = 0; column < values.size(); column++) {
          seen.add(
              "%d:%d,%d=%s"
                  .formatted(
                      start.path("sheetId").asInt(),
                      start.path("rowIndex").asInt() + row,
                      start.path("columnIndex").asInt() + column,
                      values.path(column).at("/userEnteredValue/stringValue").asText()));
        }
      }
    }
    assertThat(seen)
        .containsExactlyInAnyOrder("0:1,2=last", "0:1,4=b", "0:2,2=c", "0:4,2=d", "7:2,2=e");
    assertThat(wire.only().json().path("requests")).hasSize(4);
  }

  @Test
  void columnsAreAddedWithTheirMarksAndOnlyAsMuchGridAsIsMissing() throws Exception {
    wire.then(WRITTEN);

    table.write(
        List.of(
            new Change.AddColumns(
                0,
                29,
                30,
                List.of(
                    new Change.Column("ref", "Réf", false),
                    new Change.Column("check", "Contrôle", true)))),
        Map.of());

    assertThat(wire.only().json().path("requests").toString())
        .isEqualTo(
            "[{\"appendDimension\":{\"dimension\":\"COLUMNS\",\"length\":1,\"sheetId\":0}},"
                + "{\"updateCells\":{\"fields\":\"userEnteredValue\",\"rows\":[{\"values\":["
                + "{\"userEnteredValue\":{\"stringValue\":\"Réf\"}},"
                + "{\"userEnteredValue\":{\"stringValue\":\"Contrôle\"}}]}],"
                + "\"start\":{\"columnIndex\":29,\"rowIndex\":0,\"sheetId\":0}}},"
                + mark(0, 29, "ref")
                + ","
                + mark(0, 30, "check")
                + ",{\"updateDimensionProperties\":{\"fields\":\"hiddenByUser\","
                + "\"properties\":{\"hiddenByUser\":true},\"range\":"
                + column(0, 30)
                + "}}]");
  }

  @Test
  void aColumnThatFitsNeedsNoMoreGrid() throws Exception {
    wire.then(WRITTEN);

    table.write(
        List.of(new Change.AddColumns(0, 5, 30, List.of(new Change.Column("ref", "Réf", false)))),
        Map.of());

    assertThat(wire.only().body()).doesNotContain("appendDimension");
  }

  @Test
  void aColumnIsMarkedAgain() throws Exception {
    wire.then(WRITTEN);

    table.write(List.of(new Change.MarkColumn(0, 4, "ref")), Map.of());

    assertThat(wire.only().json().path("requests").toString())
        .isEqualTo("[" + mark(0, 4, "ref") + "]");
  }

  @Test
  void aTabIsAddedAndFilledInOneRequestAndReadBackByItsNewTitle() throws Exception {
    wire.then(
        """
        {"spreadsheetId": "1AbC", "updatedSpreadsheet": {"sheets": [{"properties": {"sheetId": 42},
         "data": [{"rowData": [{"values": [{"effectiveValue": {"stringValue": "Réf"}}]},
                               {"values": [{"effectiveValue": {"stringValue": "M-7KQ47"}}]}]}]}]}}
        """);

    Map<Integer, List<Row>> back =
        table.write(
            List.of(
                new Change.AddTab(
                    42, "L'entraide", List.of(new Change.Column("ledger-ref", "Réf", false))),
                new Change.AppendRows(42, List.of(List.of("M-7KQ47", "=1+1", "")))),
            Map.of(42, Set.of(0)));

    JsonNode sent = wire.only().json();
    assertThat(sent.at("/requests/0/addSheet/properties").toString())
        .isEqualTo(
            "{\"gridProperties\":{\"columnCount\":26,\"frozenRowCount\":1,\"rowCount\":1000},"
                + "\"sheetId\":42,\"title\":\"L'entraide\"}");
    assertThat(sent.at("/requests/3").toString())
        .isEqualTo(
            "{\"appendCells\":{\"fields\":\"userEnteredValue\",\"rows\":[{\"values\":["
                + "{\"userEnteredValue\":{\"stringValue\":\"M-7KQ47\"}},"
                + "{\"userEnteredValue\":{\"stringValue\":\"=1+1\"}},{}]}],\"sheetId\":42}}");
    assertThat(sent.path("includeSpreadsheetInResponse").asBoolean()).isTrue();
    assertThat(sent.path("responseRanges").toString())
        .isEqualTo("[\"'L''entraide'!1:1\",\"'L''entraide'!A:A\"]");
    assertThat(back.getOrDefault(42, List.of()).get(1).cell(0)).isEqualTo(Cell.text("M-7KQ47"));
  }

  @Test
  void columnsOfTheRowsThatAreSetAreReadBackByTheTitleOfTheLastRead() throws Exception {
    wire.then(BOOK)
        .then(
            "{\"spreadsheetId\": \"1AbC\", \"updatedSpreadsheet\": {\"sheets\": [{\"properties\":"
                + " {\"sheetId\": 0}}]}}");
    table.read();

    table.write(
        List.of(
            new Change.SetCell(0, 11, 2, "x"),
            new Change.SetCell(0, 1, 2, "x"),
            new Change.SetCell(5, 99, 2, "x")),
        Map.of(0, Set.of(0, 1, 27)));

    assertThat(wire.sent().get(1).json().path("responseRanges").toString())
        .isEqualTo(
            "[\"'Réponses d''été'!1:1\",\"'Réponses d''été'!A2:B12\",\"'Réponses"
                + " d''été'!AB2:AB12\"]");
    assertThat(wire.sent().get(1).query()).contains("fields=spreadsheetId,updatedSpreadsheet(");
  }

  @Test
  void anotherTabUnderTheOldTitleIsNoticedAfterTheWrite() throws Exception {
    wire.then(BOOK)
        .then(
            "{\"spreadsheetId\": \"1AbC\", \"updatedSpreadsheet\": {\"sheets\": [{\"properties\":"
                + " {\"sheetId\": 99}}]}}");
    table.read();

    assertThatThrownBy(
            () -> table.write(List.of(new Change.SetCell(0, 1, 2, "x")), Map.of(0, Set.of(0))))
        .isInstanceOfSatisfying(
            RemoteFailure.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.CONFLICT);
              assertThat(e.maybeApplied()).isTrue();
            });
  }

  @Test
  void aWriteWhoseAnswerIsGarbledIsNotRepeated() {
    wire.then("{\"spreadsheetId\":");

    assertThatThrownBy(() -> table.write(List.of(new Change.SetCell(0, 1, 2, "x")), Map.of()))
        .isInstanceOfSatisfying(
            RemoteFailure.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
              assertThat(e.maybeApplied()).isTrue();
            });
    assertThat(wire.sent()).hasSize(1);
  }

  @Test
  void aTextTooLongForACellIsABugAndNotACutCell() {
    assertThatThrownBy(
            () ->
                table.write(
                    List.of(new Change.SetCell(0, 1, 2, "secret".repeat(10_000))), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
    assertThat(wire.sent()).isEmpty();
  }

  @Test
  void aWholeAddressInsteadOfAnIdIsExplained() {
    Table wrong =
        Offices.services(directory, ScriptedWire.ENDPOINT, wire, time)
            .table("https://docs.google.com/spreadsheets/d/1AbC/edit");

    assertThatThrownBy(wrong::read)
        .isInstanceOfSatisfying(
            RemoteFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND))
        .hasMessageContaining("between /d/ and /edit");
  }

  @ParameterizedTest
  @CsvSource({"0, A", "25, Z", "26, AA", "51, AZ", "52, BA", "701, ZZ", "702, AAA", "18277, ZZZ"})
  void columnsHaveLetters(int column, String letters) {
    assertThat(ColumnRun.letters(column)).isEqualTo(letters);
  }

  private static String mark(int sheetId, int column, String mark) {
    return "{\"createDeveloperMetadata\":{\"developerMetadata\":{\"location\":{\"dimensionRange\":"
        + column(sheetId, column)
        + "},\"metadataKey\":\"entraide\",\"metadataValue\":\""
        + mark
        + "\",\"visibility\":\"DOCUMENT\"}}}";
  }

  private static String column(int sheetId, int column) {
    return "{\"dimension\":\"COLUMNS\",\"endIndex\":%d,\"sheetId\":%d,\"startIndex\":%d}"
        .formatted(column + 1, sheetId, column);
  }
}
