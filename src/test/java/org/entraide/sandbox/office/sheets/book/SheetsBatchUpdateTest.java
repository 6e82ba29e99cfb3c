package org.entraide.sandbox.office.sheets.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetResponse;
import com.google.api.services.sheets.v4.model.CellData;
import java.io.IOException;
import java.util.List;
import org.entraide.sandbox.office.SheetsBatchFixture;
import org.entraide.sandbox.office.SheetsFixture;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.SheetsTypes;
import org.entraide.sandbox.office.sheets.batch.BatchUpdate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetsBatchUpdateTest extends SheetsBatchFixture {

  @Test
  void aTabIsAddedUnderTheIdThatTheClientChose() {
    JsonNode answer =
        office.batch(
            "{'addSheet':{'properties':{'sheetId':99,'title':'Réglages','hidden':true,"
                + "'gridProperties':{'rowCount':5,'columnCount':4,'frozenRowCount':1}}}}");

    assertThat(answer.path("replies").get(0))
        .isEqualTo(
            OfficeJson.parse(
                "{'addSheet':{'properties':{'sheetId':99,'title':'Réglages','index':2,'sheetType':'GRID','gridProperties':{'rowCount':5,'columnCount':4,'frozenRowCount':1},'hidden':true}}}"
                    .replace('\'', '"')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'title':'Autre'}", "{'sheetId':7,'title':'x'}", "{'title':'AUTRE'}"})
  void aTabThatExistsIsRefused(String properties) {
    JsonNode answer = office.batch("{'addSheet':{'properties':" + properties + "}}");

    assertThat(answer.path("error").path("code").asInt()).isEqualTo(400);
    assertThat(answer.path("error").path("message").asText())
        .startsWith("Invalid requests[0].addSheet: ")
        .contains("already exists");
  }

  @Test
  void nothingIsAppliedWhenALaterRequestIsInvalid() {
    office.filled("a|b");
    long version = office.spreadsheet.version();

    JsonNode answer =
        office.batch(
            "{'updateCells':{'start':{'sheetId':7},'fields':'userEnteredValue',"
                + "'rows':[{'values':[{'userEnteredValue':{'stringValue':'x'}}]}]}},"
                + "{'deleteSheet':{'sheetId':8}},{'deleteSheet':{'sheetId':12345}}");

    assertThat(answer.path("error").path("message").asText())
        .isEqualTo("Invalid requests[2].deleteSheet: No grid with id: 12345");
    assertThat(office.shown()).containsExactly("a|b");
    assertThat(office.spreadsheet.book().sheets()).hasSize(2);
    assertThat(office.spreadsheet.version()).isEqualTo(version);
  }

  @Test
  void aKindThatTheOfficeDoesNotSpeakNamesItself() {
    JsonNode answer = office.batch("{'addSlicer':{}}");

    assertThat(answer.path("error").path("code").asInt()).isEqualTo(501);
    assertThat(answer.path("error").path("message").asText()).contains("addSlicer");
  }

  @Test
  void eachKindOfRequestIsOneOfGoogles() {
    assertThat(SheetsTypes.type("Request").names()).containsAll(BatchUpdate.kinds());
  }

  @Test
  void anUnknownFieldDeepInARequestIsNamedWithItsPlace() {
    JsonNode answer = office.batch("{'updateCells':{'rows':[{'values':[{'text':'x'}]}]}}");

    assertThat(answer.path("error").path("message").asText())
        .isEqualTo(
            "Invalid JSON payload received. Unknown name \"text\" at"
                + " 'requests[0].update_cells.rows[0].values[0]': Cannot find field.");
  }

  @Test
  void updateCellsNeedsFields() {
    JsonNode answer = office.batch("{'updateCells':{'start':{'sheetId':7},'rows':[]}}");

    assertThat(answer.path("error").path("message").asText())
        .startsWith("Invalid requests[0].updateCells: At least one field must be listed");
  }

  @Test
  void aTextValueIsNeverAFormula() throws IOException {
    BatchUpdateSpreadsheetResponse answer =
        update(List.of(row("=IMPORTXML(\"http://x\")", "+33612345678")));

    List<CellData> cells =
        answer
            .getUpdatedSpreadsheet()
            .getSheets()
            .get(0)
            .getData()
            .get(0)
            .getRowData()
            .get(0)
            .getValues();
    assertThat(cells.get(0).getUserEnteredValue().getStringValue())
        .isEqualTo("=IMPORTXML(\"http://x\")");
    assertThat(cells.get(0).getFormattedValue()).isEqualTo("=IMPORTXML(\"http://x\")");
    assertThat(cells.get(1).getEffectiveValue().getStringValue()).isEqualTo("+33612345678");
  }

  @Test
  void aFormulaThatCannotBeCalculatedShowsItsError() throws IOException {
    office.filled("=NOPE(1)");

    CellData cell =
        office
            .client
            .spreadsheets()
            .get(SheetsFixture.ID)
            .setIncludeGridData(true)
            .execute()
            .getSheets()
            .get(0)
            .getData()
            .get(0)
            .getRowData()
            .get(0)
            .getValues()
            .get(0);

    assertThat(cell.getUserEnteredValue().getFormulaValue()).isEqualTo("=NOPE(1)");
    assertThat(cell.getEffectiveValue().getErrorValue().getType()).isEqualTo("NAME");
    assertThat(cell.getFormattedValue()).isEqualTo("#NAME?");
  }
}
