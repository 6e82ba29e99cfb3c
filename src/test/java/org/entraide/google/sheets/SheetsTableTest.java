package org.entraide.google.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.campaign.port.Snapshot;
import org.entraide.google.SheetsTableFixture;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.entraide.table.Area;
import org.entraide.table.Cell;
import org.entraide.table.Overlay;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetsTableTest extends SheetsTableFixture {

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
            new Overlay(
                Map.of("beat", new Overlay.NamedArea("n1", Area.cell(0, 1, 1))), Set.of(12)));
  }

  @Test
  void ofFilterViewsTheNumbersAloneAreRead() throws Exception {
    wire.then(
        BOOK.replace(
            "{\"properties\": {\"sheetId\": 77",
            "{\"filterViews\": [{\"filterViewId\": 771, \"title\": \"x\"}],"
                + " \"properties\": {\"sheetId\": 77"));

    assertThat(table.read().overlay().filterViews()).containsExactly(771);
    assertThat(wire.only().query()).contains("filterViews(filterViewId)");
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
  void anUnknownTimeZoneIsNoReasonToStop(String timeZone, String expected) throws Exception {
    wire.then(BOOK.replace("Europe/London", timeZone));

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
}
