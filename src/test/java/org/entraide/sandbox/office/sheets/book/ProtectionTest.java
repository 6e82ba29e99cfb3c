package org.entraide.sandbox.office.sheets.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.entraide.sandbox.office.SheetsFixture;
import org.entraide.sandbox.office.http.OfficeJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protected ranges that refuse the daemon, and those that only warn. */
class ProtectionTest {

  private static final String WORDS =
      "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to"
          + " remove protection if you need to edit.";

  private final SheetsFixture office = SheetsFixture.french().filled("a|b", "c|d");

  private String put(String range) {
    String answer =
        office
            .call(
                "PUT",
                "/v4/spreadsheets/book-1/values/" + range + "?valueInputOption=RAW",
                "{\"values\":[[\"x\"]]}")
            .text();
    return OfficeJson.parse(answer).path("error").path("message").asText();
  }

  @Test
  void aRangeThatRefusesUsRefusesItsCellsOnly() {
    office.organiser("protect", "{'range':'B1:B2'}");

    assertThat(put("B2")).isEqualTo(WORDS);
    assertThat(put("A2")).isEmpty();
    assertThat(office.shown()).containsExactly("a|b", "x|d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'updateCells':{'start':{'sheetId':7,'rowIndex':1,'columnIndex':1},'fields':"
            + "'userEnteredValue','rows':[{'values':[{'userEnteredValue':{'stringValue':'x'}}]}]}}",
        "{'repeatCell':{'range':{'sheetId':7},'cell':{'note':'n'},'fields':'note'}}",
        "{'deleteDimension':{'range':{'sheetId':7,'dimension':'ROWS','startIndex':1,'endIndex':2}}}",
        "{'insertDimension':{'range':{'sheetId':7,'dimension':'ROWS','startIndex':1,'endIndex':2}}}",
        "{'moveDimension':{'source':{'sheetId':7,'dimension':'COLUMNS','startIndex':1,'endIndex':2},"
            + "'destinationIndex':0}}",
        "{'sortRange':{'range':{'sheetId':7},'sortSpecs':[{'dimensionIndex':0,'sortOrder':"
            + "'DESCENDING'}]}}",
        "{'findReplace':{'find':'d','replacement':'x','sheetId':7}}",
        "{'updateProtectedRange':{'protectedRange':{'protectedRangeId':%d},'fields':'description'}}",
        "{'deleteProtectedRange':{'protectedRangeId':%d}}"
      })
  void everyRequestThatWouldChangeItIsRefused(String request) {
    office.organiser("protect", "{'range':'B1:B2'}");
    int id = office.tab("protectedRanges").findPath("protectedRangeId").asInt();
    long version = office.spreadsheet.version();

    String refusal = office.refusal(request.replace("%d", Integer.toString(id)));

    assertThat(refusal).startsWith("Invalid requests[0].").endsWith(": " + WORDS);
    assertThat(office.spreadsheet.version()).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'range':'B1:B2','warning':true}",
        "{'range':'B1:B2','editors':['Daemon@example.org']}"
      })
  void aWarningOrAnEditorsListWithUsStopsNothing(String protection) {
    office.organiser("protect", protection);

    assertThat(put("B2")).isEmpty();
    assertThat(office.tab("protectedRanges").findPath("requestingUserCanEdit").asBoolean())
        .isTrue();
  }

  @Test
  void organisersAndTheFormAreNeverRefused() {
    office.organiser("protect", "{'tab':'Réponses 1'}");

    office.organiser("type", "{'range':'A1','value':'x'}");
    office.organiser("unprotect", "{'tab':'Réponses 1'}");

    assertThat(office.shown()).containsExactly("x|b", "c|d");
    assertThat(put("A1")).isEmpty();
  }

  @Test
  void anUnprotectedPartStaysOpen() {
    office.organiser("protect", "{'tab':'Réponses 1'}");
    office.spreadsheet.change(
        book -> {
          OfficeOverlay range = book.overlays().of(OfficeOverlay.Kind.PROTECTED_RANGE).get(0);
          var json = range.json().deepCopy();
          json.putArray("unprotectedRanges")
              .addObject()
              .put("sheetId", 7)
              .put("startColumnIndex", 2);
          book.overlays().replace(range, json, 7);
          return book;
        });

    assertThat(put("A1")).isEqualTo(WORDS);
    assertThat(put("C1")).isEmpty();
  }

  @Test
  void whoProtectsARangeMayStillEditIt() {
    office.batch(
        "{'addProtectedRange':{'protectedRange':{'range':{'sheetId':7},'description':'d'}}}");

    assertThat(put("A1")).isEmpty();
    assertThat(office.tab("protectedRanges").findPath("users").path(0).asText())
        .isEqualTo("daemon@example.org");
  }
}
