package org.entraide.sandbox.office.sheets.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.services.sheets.v4.model.SearchDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.entraide.sandbox.office.SheetsBatchFixture;
import org.entraide.sandbox.office.SheetsFixture;
import org.entraide.sandbox.office.http.Caller;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.sheets.SheetsTypes;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.junit.jupiter.api.Test;

/** What changes do to cells and to what is known of columns. */
class SheetsBatchEffectsTest extends SheetsBatchFixture {

  private static final String COLUMN_C =
      "{'createDeveloperMetadata':{'developerMetadata':{'metadataId':5,'metadataKey':'role',"
          + "'metadataValue':'status','visibility':'DOCUMENT','location':{'dimensionRange':"
          + "{'sheetId':7,'dimension':'COLUMNS','startIndex':2,'endIndex':3}}}}}";
  private static final String ROW_2 =
      "{'createDeveloperMetadata':{'developerMetadata':{'metadataId':6,'metadataKey':'who',"
          + "'visibility':'PROJECT','location':{'dimensionRange':"
          + "{'sheetId':7,'dimension':'ROWS','startIndex':1,'endIndex':2}}}}}";

  @Test
  void cellsBelowTheGridCannotBeWritten() {
    JsonNode answer =
        office.batch(
            "{'updateCells':{'start':{'sheetId':7,'rowIndex':10},'fields':'userEnteredValue',"
                + "'rows':[{'values':[{}]}]}}");

    assertThat(answer.path("error").path("message").asText())
        .isEqualTo(
            "Invalid requests[0].updateCells: GridCoordinate.rowIndex[10] is after last row in"
                + " grid[9]");
  }

  @Test
  void anInsertedColumnMovesTheMetadata() {
    office.batch(COLUMN_C + "," + ROW_2);

    office.organiser("insertColumns", "{'at':'A','count':2}");
    office.organiser("insertRows", "{'at':1}");

    assertThat(start(5)).isEqualTo(4);
    assertThat(start(6)).isEqualTo(2);
  }

  @Test
  void aSortMovesTheContentsAndNotTheMetadata() {
    office.filled("n|p", "Zoé|1", "Ann|2");
    office.batch(ROW_2);

    office.batch(
        "{'sortRange':{'range':{'sheetId':7,'startRowIndex':1},"
            + "'sortSpecs':[{'dimensionIndex':0,'sortOrder':'ASCENDING'}]}}");

    assertThat(office.shown()).containsExactly("n|p", "Ann|2", "Zoé|1");
    assertThat(start(6)).isEqualTo(1);
  }

  @Test
  void aMovedColumnTakesItsMetadataAlongAndADeletedOneLosesIt() {
    office.filled("a|b|c");
    office.batch(COLUMN_C);

    office.batch(
        "{'moveDimension':{'source':{'sheetId':7,'dimension':'COLUMNS','startIndex':2,"
            + "'endIndex':3},'destinationIndex':0}}");
    assertThat(office.shown()).containsExactly("c|a|b");
    assertThat(start(5)).isZero();

    office.batch(
        "{'deleteDimension':{'range':{'sheetId':7,'dimension':'COLUMNS','startIndex':0,"
            + "'endIndex':1}}}");
    assertThat(office.spreadsheet.book().metadata()).isEmpty();
    assertThat(office.shown()).containsExactly("a|b");
  }

  private int start(int metadataId) {
    OfficeResponse answer =
        office.call("GET", "/v4/spreadsheets/book-1/developerMetadata/" + metadataId, "");
    return OfficeJson.parse(answer.text())
        .path("location")
        .path("dimensionRange")
        .path("startIndex")
        .asInt(-1);
  }

  @Test
  void metadataIsFoundByKeyAndASecondOneOfTheSameIdIsRefused() throws IOException {
    office.batch(COLUMN_C + "," + ROW_2);

    var found =
        office
            .client
            .spreadsheets()
            .developerMetadata()
            .search(
                SheetsFixture.ID,
                new SearchDeveloperMetadataRequest()
                    .setDataFilters(
                        List.of(
                            new com.google.api.services.sheets.v4.model.DataFilter()
                                .setDeveloperMetadataLookup(
                                    new com.google.api.services.sheets.v4.model
                                            .DeveloperMetadataLookup()
                                        .setMetadataKey("role")))))
            .execute()
            .getMatchedDeveloperMetadata();

    assertThat(found).hasSize(1);
    assertThat(found.get(0).getDeveloperMetadata().getMetadataValue()).isEqualTo("status");
    assertThat(office.batch(COLUMN_C).path("error").path("code").asInt()).isEqualTo(400);
  }

  @Test
  void aColumnIsWrittenAndReadByItsMetadataWhereverItMoved() {
    office.batch(COLUMN_C);
    office.organiser("insertColumns", "{'at':'A'}");
    String filter = "{\"developerMetadataLookup\":{\"metadataKey\":\"role\"}}";

    JsonNode written =
        OfficeJson.parse(
            office
                .call(
                    "POST",
                    "/v4/spreadsheets/book-1/values:batchUpdateByDataFilter",
                    "{\"valueInputOption\":\"RAW\",\"data\":[{\"dataFilter\":"
                        + filter
                        + ",\"values\":[[\"Statut\"],[null],[\"x\"]]}]}")
                .text());
    JsonNode read =
        OfficeJson.parse(
            office
                .call(
                    "POST",
                    "/v4/spreadsheets/book-1:getByDataFilter?fields=sheets.data(startColumn,rowData.values.formattedValue)",
                    "{\"dataFilters\":[" + filter + "]}")
                .text());

    assertThat(written.path("totalUpdatedCells").asInt()).isEqualTo(2);
    assertThat(written.path("responses").get(0).path("updatedRange").asText())
        .isEqualTo("'Réponses 1'!D1:D3");
    JsonNode data = read.path("sheets").get(0).path("data").get(0);
    assertThat(data.path("startColumn").asInt()).isEqualTo(3);
    assertThat(data.path("rowData").findValuesAsText("formattedValue"))
        .containsExactly("Statut", "x");
  }

  @Test
  void metadataSpansNoMoreThanOneColumn() {
    JsonNode answer = office.batch(COLUMN_C.replace("'endIndex':3", "'endIndex':4"));

    assertThat(answer.path("error").path("message").asText()).contains("single row or column");
  }

  @Test
  void findReplaceCountsWhatItChanged() {
    office.filled("T1|T1|x", "T1");

    JsonNode answer =
        office.batch(
            "{'findReplace':{'find':'t1','replacement':'=2+2','matchEntireCell':true,"
                + "'range':{'sheetId':7,'startColumnIndex':0,'endColumnIndex':1}}}");

    assertThat(answer.path("replies").get(0).path("findReplace").path("occurrencesChanged").asInt())
        .isEqualTo(2);
    assertThat(office.shown()).containsExactly("4|T1|x", "4");
  }

  @Test
  void whatIsOnlyKeptComesBackAsItWas() throws IOException {
    office.batch(
        "{'addProtectedRange':{'protectedRange':{'range':{'sheetId':7,'startColumnIndex':2,"
            + "'endColumnIndex':3},'warningOnly':true}}},"
            + "{'setBasicFilter':{'filter':{'range':{'sheetId':7}}}},"
            + "{'setDataValidation':{'range':{'sheetId':7,'startRowIndex':1,'endRowIndex':2,"
            + "'startColumnIndex':0,'endColumnIndex':1},'rule':{'strict':true,'condition':"
            + "{'type':'ONE_OF_LIST','values':[{'userEnteredValue':'Pause'}]}}}},"
            + "{'updateDimensionProperties':{'range':{'sheetId':7,'dimension':'COLUMNS',"
            + "'startIndex':1,'endIndex':2},'properties':{'hiddenByUser':true},"
            + "'fields':'hiddenByUser'}},"
            + "{'repeatCell':{'range':{'sheetId':7,'startRowIndex':0,'endRowIndex':1},"
            + "'cell':{'userEnteredFormat':{'textFormat':{'bold':true}}},"
            + "'fields':'userEnteredFormat.textFormat.bold'}},"
            + COLUMN_C);

    Spreadsheet read =
        office.client.spreadsheets().get(SheetsFixture.ID).setIncludeGridData(true).execute();

    var sheet = read.getSheets().get(0);
    var data = sheet.getData().get(0);
    assertThat(sheet.getProtectedRanges().get(0).getWarningOnly()).isTrue();
    assertThat(sheet.getBasicFilter().getRange().getEndRowIndex()).isEqualTo(10);
    assertThat(data.getColumnMetadata().get(1).getHiddenByUser()).isTrue();
    assertThat(data.getColumnMetadata().get(2).getDeveloperMetadata()).hasSize(1);
    assertThat(
            data.getRowData()
                .get(0)
                .getValues()
                .get(4)
                .getUserEnteredFormat()
                .getTextFormat()
                .getBold())
        .isTrue();
    assertThat(data.getRowData().get(1).getValues().get(0).getDataValidation().getStrict())
        .isTrue();
    SheetsTypes.type("Spreadsheet").check(OfficeJson.parse(read.toString()));
  }

  @Test
  void aMaskDecidesAloneWhetherGridDataComes() {
    office.filled("a");
    String get = "/v4/spreadsheets/book-1?includeGridData=true&fields=";

    JsonNode properties =
        OfficeJson.parse(office.call("GET", get + "sheets.properties", "").text());
    JsonNode values =
        OfficeJson.parse(
            office.call("GET", get + "sheets.data.rowData.values(formattedValue)", "").text());

    assertThat(properties.path("sheets").get(0).has("data")).isFalse();
    assertThat(
            values.path("sheets").get(0).path("data").get(0).path("rowData").get(0).path("values"))
        .isEqualTo(OfficeJson.parse("[{\"formattedValue\":\"a\"}]"));
  }

  @Test
  void onlyTheTabsOfTheRangesCome() throws IOException {
    Spreadsheet read =
        office
            .client
            .spreadsheets()
            .get(SheetsFixture.ID)
            .setRanges(List.of("Autre!A1:B2"))
            .execute();

    assertThat(read.getSheets()).hasSize(1);
    assertThat(read.getSheets().get(0).getProperties().getTitle()).isEqualTo("Autre");
  }

  @Test
  void aDuplicatedTabHasItsOwnIdAndCopiesOfMetadataOnlyWhenSwitchedSo() {
    office.filled("a").batch(COLUMN_C);
    office.batch("{'duplicateSheet':{'sourceSheetId':7,'newSheetId':70,'newSheetName':'Deux'}}");
    assertThat(office.shown("Deux")).containsExactly("a");
    assertThat(office.spreadsheet.book().metadata()).hasSize(1);

    office.world.duplicateCopiesMetadata(true);
    office.batch("{'duplicateSheet':{'sourceSheetId':7,'newSheetId':71,'newSheetName':'Trois'}}");
    assertThat(office.spreadsheet.book().metadata()).hasSize(2);
  }

  @Test
  void aLargeSheetIsReadAndWrittenWhole() throws IOException {
    String[] texts = new String[25];
    Arrays.fill(texts, "Médicaments");
    List<Object> line = List.of((Object[]) texts);
    office.spreadsheet.change(book -> large(book, texts));

    var read = office.client.spreadsheets().values().get(SheetsFixture.ID, "Grand!A:Y").execute();
    assertThat(read.getValues()).hasSize(20_000).last().isEqualTo(line);

    Arrays.fill(texts, "=1+1");
    update(Collections.nCopies(5_000, row(texts)));
    Sheet sheet = office.spreadsheet.book().sheet(7);
    assertThat(sheet.rowCount()).isEqualTo(5_000);
    assertThat(sheet.cell(4_999, 24).effective()).isEqualTo(new CellValue.Text("=1+1"));
  }

  private static Sheet large(Book book, String[] texts) {
    Sheet first = book.sheet(7);
    first.insert(Dimension.ROWS, 10, 4_990);
    first.insert(Dimension.COLUMNS, 5, 20);
    Sheet sheet = book.addSheet("Grand", 20_000, 25);
    for (int i = 0; i < sheet.rowCount(); i++) {
      OfficeCell[] cells = new OfficeCell[texts.length];
      for (int j = 0; j < texts.length; j++) {
        cells[j] = OfficeCell.of(new CellValue.Text(texts[j]), null);
      }
      sheet.setRow(i, sheet.row(i).withCells(cells));
    }
    return sheet;
  }

  @Test
  void moreThanAHundredThousandRequestsAreRefused() {
    String one = "{\"clearBasicFilter\":{\"sheetId\":7}}";
    String body = "{\"requests\":[" + (one + ",").repeat(100_000) + one + "]}";

    OfficeResponse answer = office.call("POST", "/v4/spreadsheets/book-1:batchUpdate", body);

    assertThat(answer.text()).contains("Cannot exceed 100000 requests in a single batch.");
  }

  @Test
  void aReaderCannotWrite() {
    Caller reader =
        new Caller(
            SheetsFixture.DAEMON.account(),
            Set.of("https://www.googleapis.com/auth/spreadsheets.readonly"));

    assertThat(office.call("GET", "/v4/spreadsheets/book-1", "", reader).status()).isEqualTo(200);
    assertThat(office.call("POST", "/v4/spreadsheets/book-1:batchUpdate", "{}", reader).status())
        .isEqualTo(403);
  }
}
