package org.entraide.sandbox.office.sheets.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.util.Data;
import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.model.BatchGetValuesByDataFilterRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateValuesRequest;
import com.google.api.services.sheets.v4.model.DataFilter;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.UpdateValuesResponse;
import com.google.api.services.sheets.v4.model.ValueRange;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.entraide.sandbox.office.SheetsFixture;
import org.entraide.sandbox.office.http.Caller;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetsValuesTest {

  private final SheetsFixture office = SheetsFixture.french();
  private final Sheets.Spreadsheets.Values values = office.client.spreadsheets().values();

  @Test
  void rowsAreAsLongAsWhatIsFilledAndBlankOnesBetweenThemAreEmpty() throws IOException {
    office.filled("a|b|c", "", "|x");

    ValueRange read = values.get(SheetsFixture.ID, "'Réponses 1'!A:Z").execute();

    assertThat(read.getRange()).isEqualTo("'Réponses 1'!A1:E10");
    assertThat(read.getValues())
        .containsExactly(List.of("a", "b", "c"), List.of(), List.of("", "x"));
  }

  @Test
  void anEmptyRangeHasNoValuesAtAll() throws IOException {
    assertThat(values.get(SheetsFixture.ID, "Autre").execute().getValues()).isNull();
  }

  @Test
  void columnsCanBeMajor() throws IOException {
    office.filled("a|b", "c");

    ValueRange read = values.get(SheetsFixture.ID, "A1:C3").setMajorDimension("COLUMNS").execute();

    assertThat(read.getValues()).containsExactly(List.of("a", "c"), List.of("b"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "A2:B, 'Réponses 1'!A2:B10",
        "1:3, 'Réponses 1'!A1:E3",
        "Autre, Autre!A1:C4",
        "'Réponses 1', 'Réponses 1'!A1:E10",
        "Autre!B2, Autre!B2",
        "B3:A1, 'Réponses 1'!A1:B3",
        "$A$1:$B2, 'Réponses 1'!A1:B2",
        "A1:ZZ999, 'Réponses 1'!A1:E10"
      })
  void rangesAreUnderstoodAsGoogleDoes(String range, String understood) {
    assertThat(A1.print(office.spreadsheet.book(), range(range))).isEqualTo(understood);
  }

  @Test
  void anApostropheInATabsTitleIsDoubled() {
    office.organiser("renameTab", "{'tab':'Autre','title':'L’œil d\\u0027or'}");

    assertThat(A1.print(office.spreadsheet.book(), range("'L’œil d''or'!A1")))
        .isEqualTo("'L’œil d''or'!A1");
  }

  private GridArea range(String text) {
    return A1.resolve(office.spreadsheet.book(), text);
  }

  @Test
  void anUnknownTabIsRefusedInTheRecordedWords() {
    OfficeResponse answer = office.call("GET", "/v4/spreadsheets/book-1/values/NOPE!A5:F15", "");

    assertThat(OfficeJson.parse(answer.text()))
        .isEqualTo(
            OfficeJson.parse(
                "{\"error\":{\"code\":400,\"message\":\"Unable to parse range: NOPE!A5:F15\","
                    + "\"status\":\"INVALID_ARGUMENT\"}}"));
  }

  @Test
  void anUnknownSpreadsheetIsNotFoundInTheRecordedWords() {
    OfficeResponse answer = office.call("GET", "/v4/spreadsheets/none/values/A1", "");

    assertThat(OfficeJson.parse(answer.text()))
        .isEqualTo(
            OfficeJson.parse(
                "{\"error\":{\"code\":404,\"message\":\"Requested entity was not found.\","
                    + "\"status\":\"NOT_FOUND\"}}"));
  }

  @Test
  void aRangeOutsideTheGridIsRefused() {
    GoogleJsonResponseException refusal = refused("Autre!A5:B6");

    assertThat(refusal.getStatusCode()).isEqualTo(400);
    assertThat(refusal.getDetails().getMessage())
        .isEqualTo("Range (Autre!A5:B6) exceeds grid limits. Max rows: 4, max columns: 3");
  }

  private GoogleJsonResponseException refused(String range) {
    return catchThrowableOfType(
        GoogleJsonResponseException.class, () -> values.get(SheetsFixture.ID, range).execute());
  }

  @Test
  void writingBeyondTheGridFailsAndWritesNothing() {
    GoogleJsonResponseException refusal =
        catchThrowableOfType(
            GoogleJsonResponseException.class,
            () -> update("Autre!A4", "RAW", List.of(List.of("x"), List.of("y"))));

    assertThat(refusal.getDetails().getMessage()).contains("exceeds grid limits");
    assertThat(office.shown("Autre")).isEmpty();
  }

  @Test
  void writingMoreThanTheRangeIsRefused() {
    GoogleJsonResponseException refusal =
        catchThrowableOfType(
            GoogleJsonResponseException.class,
            () -> update("Autre!A1:B1", "RAW", List.of(List.of("x"), List.of("y"))));

    assertThat(refusal.getDetails().getMessage())
        .isEqualTo("Requested writing within range [Autre!A1:B1], but tried writing to row [2]");
  }

  private UpdateValuesResponse update(String range, String option, List<List<Object>> rows)
      throws IOException {
    return values
        .update(SheetsFixture.ID, range, new ValueRange().setValues(rows))
        .setValueInputOption(option)
        .execute();
  }

  @Test
  void nullIsSkippedAndTheEmptyTextClears() throws IOException {
    office.filled("a|b|c");

    UpdateValuesResponse answer =
        update("A1", "RAW", List.of(List.of(Data.NULL_STRING, "", "new")));

    assertThat(office.shown()).containsExactly("a||new");
    assertThat(answer.getUpdatedCells()).isEqualTo(2);
    assertThat(answer.getUpdatedRange()).isEqualTo("'Réponses 1'!A1:C1");
  }

  @ParameterizedTest
  @CsvSource({"=IMPORTXML(1)", "+33612345678", "@cmd", "-1", "007", "1/2", "TRUE"})
  void rawTextStaysText(String text) throws IOException {
    update("A1", "RAW", List.of(List.of(text)));

    OfficeCell cell = office.spreadsheet.book().sheets().get(0).cell(0, 0);
    assertThat(cell.entered()).isEqualTo(new CellValue.Text(text));
    assertThat(cell.effective()).isEqualTo(new CellValue.Text(text));
  }

  @Test
  void rawNumbersAndTruthValuesKeepTheirType() throws IOException {
    update("A1", "RAW", List.of(List.of(1.5, true, 7)));

    List<Object> row =
        values
            .get(SheetsFixture.ID, "A1:C1")
            .setValueRenderOption("UNFORMATTED_VALUE")
            .execute()
            .getValues()
            .get(0);
    assertThat(row).containsExactly(new BigDecimal("1.5"), true, new BigDecimal("7"));
    assertThat(office.shown()).containsExactly("1,5|VRAI|7");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "007, 7",
        "\"1,5\", \"1,5\"",
        "=1+1, 2",
        "=FOO(1), #NAME?",
        "=1+, #ERROR!",
        "+33612345678, 33612345678",
        "+33 6 12, #ERROR!",
        "'=1+1, =1+1",
        "vrai, VRAI",
        "1/2, 01/02/2026",
        "31/12/2025 8:05:09, 31/12/2025 08:05:09",
        "31/2/2025, 31/2/2025",
        "73E2, 7300",
        "SW7 2AZ, SW7 2AZ"
      })
  void typedTextIsReadAsTheUserInterfaceDoes(String typed, String shown) throws IOException {
    update("A1", "USER_ENTERED", List.of(List.of(typed)));

    assertThat(office.shown()).containsExactly(shown);
  }

  @Test
  void datesAreSerialNumbersUntilTheyAreFormatted() throws IOException {
    update("A1", "USER_ENTERED", List.of(List.of("10/03/2026 12:00:00")));

    Sheets.Spreadsheets.Values.Get get =
        values.get(SheetsFixture.ID, "A1").setValueRenderOption("UNFORMATTED_VALUE");
    assertThat(get.execute().getValues().get(0)).containsExactly(new BigDecimal("46091.5"));
    assertThat(get.setDateTimeRenderOption("FORMATTED_STRING").execute().getValues().get(0))
        .containsExactly("10/03/2026 12:00:00");
  }

  @ParameterizedTest
  @CsvSource({"fr_FR, 03/10/2026", "en_GB, 03/10/2026", "en_US, 3/10/2026"})
  void theLocaleDecidesHowDatesAreReadAndShown(String locale, String shown) throws IOException {
    SheetsFixture elsewhere = SheetsFixture.of(locale);
    elsewhere.organiser("type", "{'range':'A1','value':'3/10/2026'}");

    assertThat(elsewhere.shown()).containsExactly(shown);
  }

  @Test
  void theInputOptionIsRequired() {
    OfficeResponse answer =
        office.call("PUT", "/v4/spreadsheets/book-1/values/A1", "{\"values\":[[\"x\"]]}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("'valueInputOption' is required but not specified");
  }

  @Test
  void aWriteCanShowTheNeighboursThatItSkipped() throws IOException {
    office.filled("7KQ47|x|old");

    UpdateValuesResponse answer =
        values
            .batchUpdate(
                SheetsFixture.ID,
                new BatchUpdateValuesRequest()
                    .setValueInputOption("RAW")
                    .setIncludeValuesInResponse(true)
                    .setData(
                        List.of(
                            new ValueRange()
                                .setRange("'Réponses 1'!A1:C1")
                                .setValues(
                                    List.of(List.of(Data.NULL_STRING, Data.NULL_STRING, "new"))))))
            .execute()
            .getResponses()
            .get(0);

    assertThat(answer.getUpdatedData().getValues()).containsExactly(List.of("7KQ47", "x", "new"));
    assertThat(answer.getUpdatedCells()).isEqualTo(1);
  }

  @Test
  void oneBadRangeOfABatchWritesNothing() {
    BatchUpdateValuesRequest batch =
        new BatchUpdateValuesRequest()
            .setValueInputOption("RAW")
            .setData(
                List.of(
                    new ValueRange().setRange("A1").setValues(List.of(List.of("x"))),
                    new ValueRange().setRange("Gone!A1").setValues(List.of(List.of("y")))));

    GoogleJsonResponseException refusal =
        catchThrowableOfType(
            GoogleJsonResponseException.class,
            () -> values.batchUpdate(SheetsFixture.ID, batch).execute());

    assertThat(refusal.getDetails().getMessage()).isEqualTo("Unable to parse range: Gone!A1");
    assertThat(office.shown()).isEmpty();
  }

  @Test
  void aTabIsReadByItsIdWhateverItIsCalled() throws IOException {
    office.filled("a");
    office.organiser("renameTab", "{'title':'Nouveau nom'}");

    var answer =
        values
            .batchGetByDataFilter(
                SheetsFixture.ID,
                new BatchGetValuesByDataFilterRequest()
                    .setDataFilters(
                        List.of(new DataFilter().setGridRange(new GridRange().setSheetId(7)))))
            .execute();

    ValueRange read = answer.getValueRanges().get(0).getValueRange();
    assertThat(read.getRange()).isEqualTo("'Nouveau nom'!A1:E10");
    assertThat(read.getValues()).containsExactly(List.of("a"));
  }

  @Test
  void clearingKeepsNotesAndFormats() throws IOException {
    office.batch(
        "{'updateCells':{'start':{'sheetId':7},'fields':'userEnteredValue,note',"
            + "'rows':[{'values':[{'userEnteredValue':{'stringValue':'x'},'note':'n'}]}]}}");

    values.clear(SheetsFixture.ID, "A1:B2", null).execute();

    OfficeCell cell = office.spreadsheet.book().sheets().get(0).cell(0, 0);
    assertThat(cell.isBlank()).isTrue();
    assertThat(String.valueOf(cell.extras())).contains("note");
  }

  @Test
  void appendingGoesBelowTheTableAndExtendsTheGrid() throws IOException {
    office.filled("h1|h2", "a|b");

    var answer =
        values
            .append(
                SheetsFixture.ID,
                "A1",
                new ValueRange().setValues(List.of(List.of("c", "d"), List.of("e", "f"))))
            .setValueInputOption("RAW")
            .execute();

    assertThat(answer.getTableRange()).isEqualTo("'Réponses 1'!A1:B2");
    assertThat(answer.getUpdates().getUpdatedRange()).isEqualTo("'Réponses 1'!A3:B4");
    assertThat(office.shown()).containsExactly("h1|h2", "a|b", "c|d", "e|f");
  }

  @Test
  void anUnknownFieldOfABodyIsNamed() {
    OfficeResponse answer =
        office.call(
            "PUT",
            "/v4/spreadsheets/book-1/values/A1?valueInputOption=RAW",
            "{\"value\":[[\"x\"]]}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("Unknown name \\\"value\\\" at 'data': Cannot find field.");
  }

  @Test
  void aTokenWithoutTheScopeIsRefusedInTheRecordedWords() {
    JsonNode error =
        OfficeJson.parse(
                office
                    .call(
                        "PUT",
                        "/v4/spreadsheets/book-1/values/A1?valueInputOption=RAW",
                        "{}",
                        new Caller(
                            SheetsFixture.DAEMON.account(),
                            Set.of("https://www.googleapis.com/auth/spreadsheets.readonly")))
                    .text())
            .path("error");

    assertThat(error.path("code").asInt()).isEqualTo(403);
    assertThat(error.path("message").asText())
        .isEqualTo("Request had insufficient authentication scopes.");
    assertThat(error.path("details").get(0).path("reason").asText())
        .isEqualTo("ACCESS_TOKEN_SCOPE_INSUFFICIENT");
  }

  @Test
  void aStrangerMayNotOpenTheSpreadsheetAndAReaderMayNotWrite() {
    Caller other = new Caller("other@example.org", SheetsFixture.DAEMON.scopes());
    String write = "/v4/spreadsheets/book-1/values/A1?valueInputOption=RAW";

    assertThat(office.call("GET", "/v4/spreadsheets/book-1/values/A1", "", other).text())
        .contains("The caller does not have permission");
    office.spreadsheet.share("other@example.org", false);
    assertThat(office.call("GET", "/v4/spreadsheets/book-1/values/A1", "", other).status())
        .isEqualTo(200);
    assertThat(office.call("PUT", write, "{}", other).status()).isEqualTo(403);
  }

  @Test
  void whatTheOfficeDoesNotSpeakNamesItself() {
    OfficeResponse answer = office.call("POST", "/v4/spreadsheets/book-1/sheets/7:copyTo", "{}");

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.text()).contains("POST /v4/spreadsheets/*/sheets/*:copyTo");
  }
}
