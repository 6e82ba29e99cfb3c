package org.entraide.sandbox.office.sheets.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.entraide.sandbox.office.SheetsFixture;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that colour cells, and which colour a cell shows. */
class ConditionalFormatTest {

  private final SheetsFixture office =
      SheetsFixture.french().filled("Nom|Statut", "Ann|En attente");

  private static String rule(String ranges, String type, String value, String colour) {
    return "{'ranges':["
        + ranges
        + "],'booleanRule':{'condition':{'type':'"
        + type
        + "'"
        + (value.isEmpty() ? "" : ",'values':[{'userEnteredValue':'" + value + "'}]")
        + "},'format':{'backgroundColor':{'"
        + colour
        + "':1}}}}";
  }

  private static String add(int index, String rule) {
    return "{'addConditionalFormatRule':{'index':" + index + ",'rule':" + rule + "}}";
  }

  private String background(int row, int column) {
    return CellAppearance.css(
        office.cell(row, column, "effectiveFormat/backgroundColor").findPath("backgroundColor"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "TEXT_EQ|en attente|true",
        "TEXT_EQ|attente|false",
        "TEXT_CONTAINS|attente|true",
        "TEXT_NOT_CONTAINS|attente|false",
        "TEXT_STARTS_WITH|En|true",
        "TEXT_ENDS_WITH|En|false",
        "NOT_BLANK||true",
        "BLANK||false",
        "NUMBER_GREATER|1|false",
        "CUSTOM_FORMULA|=$A2=\\\"Ann\\\"|true",
        "CUSTOM_FORMULA|=B2=\\\"Ann\\\"|false",
        "CUSTOM_FORMULA|=B2=\\\"En attente\\\"|true",
        "CUSTOM_FORMULA|=LEN(B2)>5|true"
      })
  void aCellShowsTheColourOfARuleThatHolds(String type, String value, boolean holds) {
    String userValue = value == null ? "" : value;
    office.batch(
        add(
            0,
            rule("{'sheetId':7,'startRowIndex':1,'startColumnIndex':1}", type, userValue, "red")));

    assertThat(background(1, 1)).isEqualTo(holds ? "#ff0000" : "#ffffff");
    assertThat(background(0, 1)).isEqualTo("#ffffff");
  }

  @Test
  void theFirstRuleWins() {
    office.batch(
        add(0, rule("{'sheetId':7}", "NOT_BLANK", "", "red"))
            + ","
            + add(0, rule("{'sheetId':7}", "NOT_BLANK", "", "green")));

    assertThat(background(0, 0)).isEqualTo("#00ff00");
  }

  @Test
  void aRuleIsChangedMovedAndDeletedByItsPlace() {
    office.batch(
        add(0, rule("{'sheetId':7}", "TEXT_EQ", "a", "red"))
            + ","
            + add(1, rule("{'sheetId':7}", "TEXT_EQ", "b", "red")));

    JsonNode moved =
        office.batch(
            "{'updateConditionalFormatRule':{'sheetId':7,'index':1,'newIndex':0}},"
                + "{'updateConditionalFormatRule':{'sheetId':7,'index':1,'rule':"
                + rule("{'sheetId':7}", "TEXT_EQ", "c", "blue")
                + "}}");
    JsonNode deleted =
        office.batch("{'deleteConditionalFormatRule':{'sheetId':7,'index':0}}").path("replies");

    JsonNode replies = moved.path("replies");
    assertThat(replies.path(0).findPath("newRule").findPath("userEnteredValue").asText())
        .isEqualTo("b");
    assertThat(replies.path(1).findPath("oldRule").findPath("userEnteredValue").asText())
        .isEqualTo("a");
    assertThat(deleted.path(0).findPath("userEnteredValue").asText()).isEqualTo("b");
    assertThat(office.tab("conditionalFormats").findValuesAsText("userEnteredValue"))
        .containsExactly("c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'ranges':[],'booleanRule':{}}|At least one range must be specified.",
        "{'ranges':[{'sheetId':7}]}|Exactly one of booleanRule or gradientRule must be set.",
        "{'ranges':[{'sheetId':7},{'sheetId':8}],'booleanRule':{'condition':{'type':'BLANK'}}}|All"
            + " ranges in a conditional format must be on the same sheet.",
        "{'ranges':[{'sheetId':7}],'booleanRule':{'condition':{'type':'TEXT_EQ'}}}|ConditionType"
            + " 'TEXT_EQ' requires exactly 1 ConditionValues, but 0 were supplied.",
        "{'ranges':[{'sheetId':7}],'booleanRule':{'condition':{'type':'BOOLEAN'}}}|Condition type"
            + " 'BOOLEAN' not supported in this context.",
        "{'ranges':[{'sheetId':7}],'booleanRule':{'condition':{'type':'CUSTOM_FORMULA','values':[{'userEnteredValue':'=AND('}]}}}|Invalid"
            + " ConditionValue.userEnteredValue: =AND(",
        "{'ranges':[{'sheetId':7}],'booleanRule':{'condition':{'type':'CUSTOM_FORMULA','values':[{'userEnteredValue':'=Autre!A1>1'}]}}}|Conditional"
            + " format rule cannot reference a different sheet."
      })
  void whatIsNoRuleIsRefused(String rule, String message) {
    assertThat(office.refusal(add(0, rule)))
        .isEqualTo("Invalid requests[0].addConditionalFormatRule: " + message);
  }

  @Test
  void theHeaderTurnsRedWhenTheHeartbeatIsOlderThanAnHour() {
    String formula =
        "=AND(ISNUMBER(INDIRECT(\\\"entraide_heartbeat\\\"));"
            + "NOW()-INDIRECT(\\\"entraide_heartbeat\\\")>1/24)";
    office.batch(
        "{'addNamedRange':{'namedRange':{'name':'entraide_heartbeat','range':{'sheetId':8,"
            + "'startRowIndex':0,'endRowIndex':1,'startColumnIndex':1,'endColumnIndex':2}}}},"
            + add(0, rule("{'sheetId':7,'endRowIndex':1}", "CUSTOM_FORMULA", formula, "red")));
    assertThat(background(0, 1)).as("no heartbeat yet").isEqualTo("#ffffff");

    // the office's clock says 9:00 UTC, which is also London's time in March
    office.organiser("type", "{'range':'Autre!B1','value':'10/03/2026 08:30:00'}");
    assertThat(background(0, 1)).as("half an hour old").isEqualTo("#ffffff");

    office.organiser("type", "{'range':'Autre!B1','value':'10/03/2026 07:59:00'}");
    assertThat(background(0, 1)).as("an hour and a minute old").isEqualTo("#ff0000");
    assertThat(background(1, 1)).as("below the header").isEqualTo("#ffffff");

    office.organiser("settings", "{'timeZone':'America/New_York'}");
    assertThat(background(0, 1)).as("in a zone where it is earlier").isEqualTo("#ffffff");
  }

  @Test
  void bandsColourEveryOtherRowUnderWhatWasSet() {
    office.batch(
        "{'addBanding':{'bandedRange':{'range':{'sheetId':7},'rowProperties':{'headerColor':"
            + "{'red':1},'firstBandColor':{'green':1},'secondBandColor':{'blue':1}}}}}");
    office.organiser("format", "{'range':'A2','background':'#123456','bold':true}");

    assertThat(background(0, 0)).isEqualTo("#ff0000");
    assertThat(background(1, 1)).isEqualTo("#00ff00");
    assertThat(background(1, 0)).isEqualTo("#123456");
  }

  @Test
  void thePageSeesColoursNotesAndChoices() {
    office.batch(add(0, rule("{'sheetId':7}", "TEXT_EQ", "Ann", "red")));
    office.organiser("note", "{'range':'B1','text':'Ce que fait Entraide'}");
    office.organiser("dropDown", "{'range':'B2','values':['Pause','Retirer']}");
    office.organiser("checkboxes", "{'range':'C2'}");
    office.organiser("format", "{'range':'A2','wrap':true}");
    office.organiser("resizeColumns", "{'from':'B','pixels':240}");
    office.batch(
        "{'createDeveloperMetadata':{'developerMetadata':{'metadataKey':'k','metadataValue':"
            + "'status','visibility':'DOCUMENT','location':{'dimensionRange':{'sheetId':7,"
            + "'dimension':'COLUMNS','startIndex':1,'endIndex':2}}}}}");

    OfficeRequest request =
        OfficeRequest.of("GET", "/office/sheets/book-1/rows", java.util.Map.of(), new byte[0]);
    JsonNode page = OfficeJson.parse(office.people.handle(request).orElseThrow().text());

    JsonNode rows = page.path("rows");
    assertThat(rows.path(0).path("notes").path("1").asText()).isEqualTo("Ce que fait Entraide");
    assertThat(rows.path(1).path("looks").path("0").path("background").asText())
        .isEqualTo("#ff0000");
    assertThat(page.path("choices").path(rows.path(1).path("offers").path("1").asInt()))
        .isEqualTo(OfficeJson.parse("[\"Pause\",\"Retirer\"]"));
    assertThat(page.path("choices").path(rows.path(1).path("offers").path("2").asInt()))
        .isEqualTo(OfficeJson.parse("[\"VRAI\",\"FAUX\"]"));
    assertThat(rows.path(1).path("ticks")).isEqualTo(OfficeJson.parse("{\"2\":false}"));
    assertThat(rows.path(1).path("looks").path("0").path("wrap").asBoolean()).isTrue();
    assertThat(page.path("columns").path(1))
        .isEqualTo(
            OfficeJson.parse(
                "{\"name\":\"B\",\"hidden\":false,\"width\":240,\"mark\":\"status\"}"));
    assertThat(page.path("columns").path(2).path("width").asInt()).isEqualTo(100);
  }
}
