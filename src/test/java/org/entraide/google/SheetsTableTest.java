package org.entraide.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.campaign.RemoteFailure;
import org.entraide.campaign.RemoteFailure.Kind;
import org.entraide.campaign.Snapshot;
import org.entraide.campaign.Table;
import org.entraide.table.Area;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Overlay;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetsTableTest {

  private static final String BOOK =
      """
      {"spreadsheetId": "1AbC",
       "properties": {"title": "Entraide Londres", "locale": "fr_FR", "timeZone": "Europe/London"},
       "sheets": [
        {"properties": {"sheetId": 0, "title": "Réponses d'été", "index": 0,
                        "gridProperties": {"rowCount": 1000, "columnCount": 30}},
         "data": [{
           "rowData": [
             {"values": [{"effectiveValue": {"stringValue": "Horodateur"}, "formattedValue": "Horodateur"},
                         {"effectiveValue": {"stringValue": "Nom"}, "formattedValue": "Nom"}]},
             {"values": [{"effectiveValue": {"numberValue": 43910.5}, "formattedValue": "20/03/2020 12:00:00"},
                         {"effectiveValue": {"stringValue": "Zoé"}, "formattedValue": "Zoé"},
                         {"effectiveValue": {"boolValue": true}, "formattedValue": "VRAI"},
                         {"effectiveValue": {"boolValue": false}, "formattedValue": "FAUX"},
                         {"effectiveValue": {"errorValue": {"type": "NAME", "message": "x"}}, "formattedValue": "#NAME?"},
                         {}, {"formattedValue": ""}]},
             {},
             {"values": [null, {"effectiveValue": null, "formattedValue": null}]},
             {"values": [{}, {"effectiveValue": {"stringValue": "Ali"}, "formattedValue": "Ali"}]},
             {"values": [{}, {}]},
             {}
           ],
           "columnMetadata": [{}, {"developerMetadata": [{"metadataKey": "other", "metadataValue": "x"}]},
             {"developerMetadata": [{"metadataKey": "other", "metadataValue": "x"},
                                    {"metadataKey": "entraide", "metadataValue": "ref"}]}, {}]
         }]},
        {"properties": {"sheetId": 77, "title": "Graphique", "index": 1}},
        {"properties": {"sheetId": 5, "title": "Vide", "hidden": true, "newField": [1, {"a": 2}],
                        "gridProperties": {"rowCount": 3, "columnCount": 2}}, "data": [{}]}
       ]}
      """;

  private static final String WRITTEN = "{\"spreadsheetId\": \"1AbC\", \"replies\": [{}]}";

  private final ScriptedWire wire = new ScriptedWire();
  private final Offices.Time time = new Offices.Time();
  private @TempDir Path directory;
  private Table table;

  @BeforeEach
  void open() {
    table = Offices.services(directory, ScriptedWire.ENDPOINT, wire, time).table("1AbC");
  }

  @Test
  void everythingIsReadInOneRequest() throws Exception {
    wire.then(BOOK);

    Workbook book = table.read();

    assertThat(book.title()).isEqualTo("Entraide Londres");
    assertThat(book.locale()).isEqualTo("fr_FR");
    assertThat(book.zone()).isEqualTo(ZoneId.of("Europe/London"));
    assertThat(book.tabs()).extracting(Tab::sheetId).containsExactly(0, 5);
    Tab tab = book.tabs().get(0);
    assertThat(tab.title()).isEqualTo("Réponses d'été");
    assertThat(tab.rowCount()).isEqualTo(1000);
    assertThat(tab.columnCount()).isEqualTo(30);
    assertThat(tab.columnMarks()).containsExactly(Map.entry(2, "ref"));
    assertThat(wire.only().method()).isEqualTo("GET");
    assertThat(wire.only().uri().getPath()).isEqualTo("/v4/spreadsheets/1AbC");
    assertThat(wire.only().query())
        .contains("fields=" + SpreadsheetReader.WORKBOOK_MASK, "includeGridData=true")
        .doesNotContain("ranges");
  }

  @Test
  void anAnswerThatIsKnownIsUnderstoodOnlyWhenThatIsAskedFor() throws Exception {
    wire.then(BOOK).then(BOOK).then(BOOK.replace("Ali", "Alix"));
    Snapshot first = table.snapshot(Snapshot.NO_DIGEST);

    Snapshot second = table.snapshot(first.digest());
    Snapshot third = table.snapshot(first.digest());

    assertThat(second.digest()).isEqualTo(first.digest()).hasSize(64);
    assertThat(second.workbook()).isEqualTo(first.workbook());
    assertThat(third.digest()).isNotEqualTo(first.digest());
    assertThat(third.workbook()).isNotEqualTo(first.workbook());
  }

  @Test
  void eachKindOfCellIsToldApart() throws Exception {
    wire.then(BOOK);

    List<Row> rows = table.read().tabs().get(0).rows();

    assertThat(rows).hasSize(5);
    assertThat(rows).extracting(Row::index).containsExactly(0, 1, 2, 3, 4);
    assertThat(rows.get(1).cells())
        .containsExactly(
            Cell.number(43910.5, "20/03/2020 12:00:00"),
            Cell.text("Zoé"),
            Cell.bool(true, "VRAI"),
            Cell.bool(false, "FAUX"),
            new Cell(Cell.Kind.ERROR, "#NAME?", 0));
    assertThat(rows.get(2).cells()).isEmpty();
    assertThat(rows.get(3).cells()).isEmpty();
    assertThat(rows.get(4).cells()).containsExactly(Cell.EMPTY, Cell.text("Ali"));
  }

  @Test
  void namesAndChartsAreReadWithTheCells() throws Exception {
    wire.then(
        BOOK.replace(
                "{\"properties\": {\"sheetId\": 77",
                "{\"charts\": [{\"chartId\": 12, \"spec\": {}}], \"properties\": {\"sheetId\": 77")
            .replaceFirst(
                "\"sheets\":",
                "\"namedRanges\": [{\"namedRangeId\": \"n1\", \"name\": \"beat\", \"range\":"
                    + " {\"startRowIndex\": 1, \"endRowIndex\": 2, \"startColumnIndex\": 1,"
                    + " \"endColumnIndex\": 2}}], \"sheets\":"));

    assertThat(table.read().overlay())
        .isEqualTo(
            new Overlay(Map.of("beat", new Overlay.Named("n1", Area.cell(0, 1, 1))), Set.of(12)));
  }

  @Test
  void mergedCellsAreReadWithTheCells() throws Exception {
    wire.then(
        BOOK.replace(
            "{\"properties\": {\"sheetId\": 77",
            "{\"merges\": [{\"sheetId\": 5, \"startRowIndex\": 1, \"endRowIndex\": 3,"
                + " \"startColumnIndex\": 0, \"endColumnIndex\": 2}],"
                + " \"properties\": {\"sheetId\": 77"));

    Overlay overlay = table.read().overlay();

    assertThat(overlay.merges()).containsExactly(new Area(5, 1, 3, 0, 2));
    assertThat(overlay.covers(5, 1, 0)).as("the first cell has the value").isFalse();
    assertThat(overlay.covers(5, 1, 1)).isTrue();
    assertThat(overlay.covers(5, 2, 0)).isTrue();
    assertThat(overlay.covers(5, 3, 0)).isFalse();
    assertThat(overlay.covers(0, 2, 0)).as("in another tab").isFalse();
  }

  @Test
  void anEmptyTabHasNoRows() throws Exception {
    wire.then(BOOK);

    assertThat(table.read().tab(5).orElseThrow().rows()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GMT-07:00, GMT-07:00", "Europe/Paris, Europe/Paris", "Nowhere/None, Z", "'', Z"})
  void anUnknownTimeZoneIsNoReasonToStop(String given, String expected) throws Exception {
    wire.then(BOOK.replace("Europe/London", given));

    ZoneId zone = table.read().zone();

    assertThat(zone).isEqualTo(expected.equals("Z") ? ZoneOffset.UTC : ZoneId.of(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "<html>Error 502 (Server Error)!!1</html>",
        "{\"spreadsheetId\": \"1AbC\", \"sheets\": []}",
        "{\"spreadsheetId\": \"1AbC\", \"sheets\": [{\"data\": \"x\"}]}",
        "{\"spreadsheetId\": \"1AbC\", \"sheets\": [{\"properties\"",
        "{\"spreadsheetId\": \"1AbC\", \"sheets\": [Dupont]}",
      })
  void aGarbledAnswerIsAskedForAgainAndNeverTakenForAnEmptySheet(String garbled) {
    wire.then(garbled).then(garbled).then(garbled).then(garbled);

    assertThatThrownBy(() -> table.read())
        .isInstanceOfSatisfying(
            RemoteFailure.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
              assertThat(e.maybeApplied()).isFalse();
              assertThat(e.getCause()).isNull();
              assertThat(e.getMessage()).doesNotContain("Dupont");
            });
    assertThat(wire.sent()).hasSize(4);
    assertThat(time.pauses()).hasSize(3);
  }

  @Test
  void everyPlaceWhereAnAnswerCanBreakOffIsNoticed() throws Exception {
    String compact = new JsonMapper().readTree(BOOK).toString();
    for (int length = 1; length < compact.length(); length += 97) {
      wire.then(compact.substring(0, length)).then(BOOK);
      assertThat(table.read().tabs()).as("cut after %d", length).hasSize(2);
    }
  }

  @Test
  void columnsAreReadAgainAsTheyWereRead() throws Exception {
    wire.then(
        """
        {"spreadsheetId": "1AbC", "sheets": [
          {"properties": {"sheetId": 5}, "data": []},
          {"properties": {"sheetId": 0}, "data": [
            {"rowData": [{"values": [{"effectiveValue": {"stringValue": "Horodateur"}}]},
                         {"values": [{"effectiveValue": {"numberValue": 43910.5}, "formattedValue": "20/03"}]}]},
            {"rowData": [{}, {}, {"values": [{}, {"effectiveValue": {"stringValue": "7KQ47"}}]}], "startColumn": 4}]}]}
        """);

    Map<Integer, List<Row>> rows = table.reread(Map.of(0, Set.of(5, 0, 4), 5, Set.of(1)));

    assertThat(rows.get(5)).isEmpty();
    List<Row> first = rows.getOrDefault(0, List.of());
    assertThat(first).hasSize(3);
    assertThat(first.get(1).cell(0)).isEqualTo(Cell.number(43910.5, "20/03"));
    assertThat(first.get(2).cell(5)).isEqualTo(Cell.text("7KQ47"));
    assertThat(first.get(2).cell(4)).isEqualTo(Cell.EMPTY);
    assertThat(wire.only().method()).isEqualTo("POST");
    assertThat(wire.only().uri().getPath()).isEqualTo("/v4/spreadsheets/1AbC:getByDataFilter");
    List<JsonNode> ranges = new ArrayList<>();
    wire.only().json().path("dataFilters").forEach(f -> ranges.add(f.path("gridRange")));
    assertThat(ranges.stream().map(JsonNode::toString))
        .containsExactlyInAnyOrder(
            "{\"endColumnIndex\":1,\"sheetId\":0,\"startColumnIndex\":0}",
            "{\"endColumnIndex\":6,\"sheetId\":0,\"startColumnIndex\":4}",
            "{\"endColumnIndex\":2,\"sheetId\":5,\"startColumnIndex\":1}");
  }

  @Test
  void someRowsAreReadAgainWithTheHeaderAndOtherTabsWhole() throws Exception {
    wire.then(
        """
        {"spreadsheetId": "1AbC", "sheets": [{"properties": {"sheetId": 0, "title": "A"}, "data": [
          {"rowData": [{"values": [{"effectiveValue": {"stringValue": "Nom"}}]}]},
          {"startRow": 3, "rowData": [{"values": [{"effectiveValue": {"stringValue": "Ana"}}]}]}]},
          {"properties": {"sheetId": 5, "title": "B"}, "data": [{}]},
          {"properties": {"sheetId": 6, "title": "C"}, "data": [{}]}]}
        """);

    Map<Integer, List<Row>> rows =
        table.reread(
            Map.of(0, Set.of(0), 5, Set.of(1), 6, Set.of(2)), Map.of(0, Set.of(3, 8), 5, Set.of()));

    List<Row> first = rows.getOrDefault(0, List.of());
    assertThat(first.get(0).cell(0)).isEqualTo(Cell.text("Nom"));
    assertThat(first.get(3)).isEqualTo(new Row(3, List.of(Cell.text("Ana"))));
    assertThat(rows.get(5)).isEmpty();
    List<String> ranges = new ArrayList<>();
    wire.only().json().path("dataFilters").forEach(f -> ranges.add(f.path("gridRange").toString()));
    assertThat(ranges)
        .containsExactlyInAnyOrder(
            "{\"endColumnIndex\":1,\"endRowIndex\":1,\"sheetId\":0,\"startColumnIndex\":0,\"startRowIndex\":0}",
            "{\"endColumnIndex\":1,\"endRowIndex\":9,\"sheetId\":0,\"startColumnIndex\":0,\"startRowIndex\":3}",
            "{\"endColumnIndex\":2,\"endRowIndex\":1,\"sheetId\":5,\"startColumnIndex\":1,\"startRowIndex\":0}",
            "{\"endColumnIndex\":3,\"sheetId\":6,\"startColumnIndex\":2}");
  }

  @Test
  void aTabThatIsGoneIsAConflict() {
    wire.then("{\"spreadsheetId\": \"1AbC\", \"sheets\": []}");

    assertThatThrownBy(() -> table.reread(Map.of(9, Set.of(0))))
        .isInstanceOfSatisfying(
            RemoteFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT));
  }

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
    assertThat(Columns.letters(column)).isEqualTo(letters);
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
