package org.entraide.sandbox.office.sheets.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.entraide.sandbox.office.SheetsFixture;
import org.entraide.sandbox.office.http.OfficeJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that has a range: read back, moved with the grid, copied with its tab. */
class OverlaysTest {

  /** B3:D6 of the first tab. */
  private static final String RANGE =
      "{'sheetId':7,'startRowIndex':2,'endRowIndex':6,'startColumnIndex':1,'endColumnIndex':4}";

  private static final String EVERYTHING =
      "{'addNamedRange':{'namedRange':{'name':'zone','range':"
          + RANGE
          + "}}},{'addProtectedRange':{'protectedRange':{'warningOnly':true,'range':"
          + RANGE
          + "}}},{'addConditionalFormatRule':{'index':0,'rule':{'ranges':["
          + RANGE
          + "],'booleanRule':{'condition':{'type':'TEXT_EQ','values':[{'userEnteredValue':'x'}]},"
          + "'format':{'backgroundColor':{'red':1}}}}}},"
          + "{'addFilterView':{'filter':{'title':'v','range':"
          + RANGE
          + ",'criteria':{'2':{'hiddenValues':['x']}}}}},"
          + "{'setBasicFilter':{'filter':{'range':"
          + RANGE
          + "}}},{'addBanding':{'bandedRange':{'rowProperties':{'firstBandColor':{'green':1}},"
          + "'range':"
          + RANGE
          + "}}},{'addTable':{'table':{'name':'t','range':"
          + RANGE
          + "}}},{'mergeCells':{'mergeType':'MERGE_ALL','range':"
          + RANGE
          + "}},{'addChart':{'chart':{'chartId':5,'position':{'overlayPosition':{'anchorCell':"
          + "{'sheetId':8,'rowIndex':1}}},'spec':{'basicChart':{'chartType':'BAR','series':[{'series':"
          + "{'sourceRange':{'sources':[{'sheetId':7,'startRowIndex':2,'endRowIndex':6,"
          + "'startColumnIndex':1,'endColumnIndex':2}]}}}]}}}}}";

  private final SheetsFixture office = SheetsFixture.french();

  @BeforeEach
  void addEverything() {
    assertThat(office.refusal(EVERYTHING)).isEmpty();
  }

  private String ranges() {
    JsonNode book = office.book("*");
    JsonNode tab = book.path("sheets").path(0);
    StringBuilder ranges = new StringBuilder();
    add(ranges, "name", book.path("namedRanges").path(0).path("range"));
    add(ranges, "protection", tab.path("protectedRanges").path(0).path("range"));
    add(ranges, "rule", tab.path("conditionalFormats").path(0).path("ranges").path(0));
    add(ranges, "view", tab.path("filterViews").path(0).path("range"));
    add(ranges, "filter", tab.path("basicFilter").path("range"));
    add(ranges, "bands", tab.path("bandedRanges").path(0).path("range"));
    add(ranges, "table", tab.path("tables").path(0).path("range"));
    add(ranges, "merge", tab.path("merges").path(0));
    return ranges.toString();
  }

  private static void add(StringBuilder ranges, String what, JsonNode range) {
    ranges
        .append(what)
        .append(' ')
        .append(range.path("startRowIndex").asText("-"))
        .append(':')
        .append(range.path("endRowIndex").asText("-"))
        .append(',')
        .append(range.path("startColumnIndex").asText("-"))
        .append(':')
        .append(range.path("endColumnIndex").asText("-"))
        .append('\n');
  }

  private static String all(String range) {
    return "name@protection@rule@view@filter@bands@table@merge@".replace("@", " " + range + "\n");
  }

  private JsonNode source() {
    return office
        .book("sheets/charts/spec")
        .path("sheets")
        .path(1)
        .path("charts")
        .path(0)
        .findPath("sources")
        .path(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "insertDimension|'range':{'sheetId':7,'dimension':'ROWS','startIndex':0,'endIndex':2}|4:8,1:4",
        "insertDimension|'range':{'sheetId':7,'dimension':'ROWS','startIndex':2,'endIndex':3}|3:7,1:4",
        "insertDimension|'range':{'sheetId':7,'dimension':'ROWS','startIndex':4,'endIndex':5}|2:7,1:4",
        "insertDimension|'range':{'sheetId':7,'dimension':'ROWS','startIndex':6,'endIndex':7}|2:6,1:4",
        "insertDimension|'range':{'sheetId':7,'dimension':'COLUMNS','startIndex':1,'endIndex':2}|2:6,2:5",
        "insertDimension|'range':{'sheetId':8,'dimension':'ROWS','startIndex':0,'endIndex':1}|2:6,1:4",
        "deleteDimension|'range':{'sheetId':7,'dimension':'ROWS','startIndex':0,'endIndex':1}|1:5,1:4",
        "deleteDimension|'range':{'sheetId':7,'dimension':'ROWS','startIndex':1,'endIndex':4}|1:3,1:4",
        "deleteDimension|'range':{'sheetId':7,'dimension':'COLUMNS','startIndex':3,'endIndex':5}|2:6,1:3",
        "moveDimension|'source':{'sheetId':7,'dimension':'ROWS','startIndex':2,'endIndex':6},'destinationIndex':0|0:4,1:4",
        "moveDimension|'source':{'sheetId':7,'dimension':'ROWS','startIndex':8,'endIndex':9},'destinationIndex':3|2:7,1:4",
        "moveDimension|'source':{'sheetId':7,'dimension':'ROWS','startIndex':3,'endIndex':4},'destinationIndex':9|2:5,1:4",
        "moveDimension|'source':{'sheetId':7,'dimension':'ROWS','startIndex':4,'endIndex':5},'destinationIndex':2|2:6,1:4",
        "moveDimension|'source':{'sheetId':7,'dimension':'COLUMNS','startIndex':0,'endIndex':1},'destinationIndex':5|2:6,0:3"
      })
  void everythingFollowsTheLinesThatItLiesOn(String kind, String body, String range) {
    assertThat(office.refusal("{'" + kind + "':{" + body + "}}")).isEmpty();

    assertThat(ranges()).isEqualTo(all(range));
  }

  @Test
  void theSourcesOfAChartFollowOnAnotherTab() {
    office.batch(
        "{'insertDimension':{'range':{'sheetId':7,'dimension':'ROWS','startIndex':0,'endIndex':1}}},"
            + "{'insertDimension':{'range':{'sheetId':8,'dimension':'ROWS','startIndex':0,'endIndex':3}}}");

    assertThat(source().path("startRowIndex").asInt()).isEqualTo(3);
    assertThat(source().path("endRowIndex").asInt()).isEqualTo(7);
    assertThat(
            office.book("sheets/charts/position").findPath("anchorCell").path("rowIndex").asInt())
        .isEqualTo(4);
  }

  @Test
  void whatLostItsLinesIsGoneAndAChartIsEmpty() {
    office.batch(
        "{'deleteDimension':{'range':{'sheetId':7,'dimension':'COLUMNS','startIndex':1,"
            + "'endIndex':4}}}");

    assertThat(ranges()).isEqualTo(all("-:-,-:-"));
    assertThat(source().isMissingNode()).isTrue();
    assertThat(office.book("sheets/charts/chartId").findPath("chartId").asInt()).isEqualTo(5);
  }

  @Test
  void theColumnsOfAFilterFollow() {
    office.batch(
        "{'insertDimension':{'range':{'sheetId':7,'dimension':'COLUMNS','startIndex':0,'endIndex':1}}}");

    assertThat(office.tab("filterViews").path("filterViews").path(0).path("criteria").has("3"))
        .isTrue();
  }

  @Test
  void anOpenRangeStaysOpen() {
    office.batch(
        "{'addProtectedRange':{'protectedRange':{'protectedRangeId':77,'warningOnly':true,'range':"
            + "{'sheetId':7,'startRowIndex':1,'startColumnIndex':4}}}},"
            + "{'insertDimension':{'range':{'sheetId':7,'dimension':'ROWS','startIndex':4,'endIndex':5}}},"
            + "{'insertDimension':{'range':{'sheetId':7,'dimension':'COLUMNS','startIndex':0,'endIndex':1}}}");

    assertThat(office.tab("protectedRanges").path("protectedRanges").path(1).path("range"))
        .isEqualTo(OfficeJson.parse("{\"sheetId\":7,\"startRowIndex\":1,\"startColumnIndex\":5}"));
  }

  @Test
  void aDuplicatedTabHasCopiesUnderNamesOfTheirOwn() {
    office.batch("{'duplicateSheet':{'sourceSheetId':7,'newSheetId':99,'newSheetName':'Copie'}}");

    JsonNode book = office.book("*");
    JsonNode copy = book.path("sheets").path(0);
    assertThat(copy.path("properties").path("sheetId").asInt()).isEqualTo(99);
    for (String list :
        new String[] {
          "protectedRanges", "conditionalFormats", "filterViews", "bandedRanges", "tables", "merges"
        }) {
      assertThat(copy.path(list)).as(list).hasSize(1);
      assertThat(copy.path(list).findValues("sheetId").get(0).asInt()).isEqualTo(99);
    }
    assertThat(copy.path("basicFilter").path("range").path("sheetId").asInt()).isEqualTo(99);
    assertThat(book.path("namedRanges").findValuesAsText("name"))
        .containsExactly("zone", "Copie!zone");
    assertThat(book.findValuesAsText("protectedRangeId")).doesNotHaveDuplicates().hasSize(2);
    assertThat(copy.path("tables").path(0).path("name").asText()).isEqualTo("t_2");
  }

  @Test
  void aNamedRangeIsReadByItsName() {
    office.organiser("type", "{'range':'B3','value':'ici'}");

    JsonNode read =
        OfficeJson.parse(office.call("GET", "/v4/spreadsheets/book-1/values/zone", "").text());

    assertThat(read.path("range").asText()).isEqualTo("'Réponses 1'!B3:D6");
    assertThat(read.path("values")).isEqualTo(OfficeJson.parse("[[\"ici\"]]"));
  }

  @Test
  void aFilterViewIsKeptAsItWasGivenAndItsColumnsFollow() {
    office.batch(
        "{'addFilterView':{'filter':{'filterViewId':3,'title':'w','range':{'sheetId':7,"
            + "'startColumnIndex':0,'endColumnIndex':3},'filterSpecs':[{'columnIndex':1,"
            + "'filterCriteria':{'condition':{'type':'DATE_BEFORE',"
            + "'values':[{'relativeDate':'PAST_WEEK'}]}}}],"
            + "'criteria':{'2':{'condition':{'type':'TEXT_CONTAINS',"
            + "'values':[{'userEnteredValue':'x'}]}}}}}}");
    office.organiser("insertColumns", "{'tab':'Réponses 1','at':'B'}");

    JsonNode views = office.tab("filterViews").path("filterViews");

    assertThat(views)
        .contains(
            OfficeJson.parse(
                ("{'filterViewId':3,'title':'w','range':{'sheetId':7,'startColumnIndex':0,"
                        + "'endColumnIndex':4},'filterSpecs':[{'columnIndex':2,'filterCriteria':"
                        + "{'condition':{'type':'DATE_BEFORE','values':[{'relativeDate':"
                        + "'PAST_WEEK'}]}}}],'criteria':{'3':{'condition':{'type':"
                        + "'TEXT_CONTAINS','values':[{'userEnteredValue':'x'}]}}}}")
                    .replace('\'', '"')));
    assertThat(office.tab("filterViews(filterViewId)").path("filterViews"))
        .contains(OfficeJson.object().put("filterViewId", 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'filterSpecs':[{'columnIndex':1,'filterCriteria':{'condition':{'type':'TEXT_IS'}}}]",
        "'criteria':{'1':{'condition':{'type':'TEXT_EQ'}}}",
      })
  void aFilterViewWithAConditionThatIsNoneIsRefused(String criteria) {
    assertThat(
            office.refusal("{'addFilterView':{'filter':{'range':{'sheetId':7}," + criteria + "}}}"))
        .startsWith("Invalid requests[0].addFilterView: ");
  }

  @Test
  void whatLiesOnADeletedTabIsGone() {
    office.batch("{'deleteSheet':{'sheetId':7}}");

    assertThat(office.book("namedRanges").has("namedRanges")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NamedRange|namedRange|{'namedRangeId':'a','name':'n','range':{'sheetId':7}}",
        "ProtectedRange|protectedRange|{'protectedRangeId':3,'warningOnly':true,'range':{'sheetId':7}}",
        "FilterView|filter|{'filterViewId':3,'title':'w','range':{'sheetId':7}}",
        "Banding|bandedRange|{'bandedRangeId':3,'range':{'sheetId':8},'rowProperties':{'firstBandColor':{}}}",
        "Table|table|{'tableId':'a','name':'u','range':{'sheetId':8}}",
        "Chart|chart|{'chartId':3,'position':{'overlayPosition':{'anchorCell':{'sheetId':8}}},"
            + "'spec':{'title':'c','pieChart':{}}}"
      })
  void anIdentifierThatTheClientChoseIsKeptAndTakenOnlyOnce(String kind) {
    String[] parts = kind.split("\\|", -1);
    String request = "{'add" + parts[0] + "':{'" + parts[1] + "':" + parts[2] + "}}";

    JsonNode reply = office.batch(request).path("replies").path(0).path("add" + parts[0]);
    String second = office.refusal(request);

    String id =
        OfficeJson.parse(parts[2].replace('\'', '"')).properties().iterator().next().getKey();
    assertThat(reply.path(parts[1]).path(id).asText()).isIn("a", "3");
    assertThat(second)
        .startsWith("Invalid requests[0].add" + parts[0] + ": ")
        .contains("already exists");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "deleteNamedRange|'namedRangeId':'none'|No named range with id: none",
        "deleteProtectedRange|'protectedRangeId':1|No protected range with id: 1",
        "deleteFilterView|'filterId':1|No filter view with id: 1",
        "deleteBanding|'bandedRangeId':1|No banded range with id: 1",
        "deleteTable|'tableId':'none'|No table with id: none",
        "deleteEmbeddedObject|'objectId':1|No embedded object with id: 1",
        "updateNamedRange|'fields':'name','namedRange':{'namedRangeId':'none'}|No named range with"
            + " id: none",
        "addNamedRange|'namedRange':{'name':'Zone','range':{'sheetId':7}}|Cannot add named range"
            + " with name: Zone. The named range must be unique.",
        "addNamedRange|'namedRange':{'name':'a','range':{'sheetId':70}}|No grid with id: 70",
        "addTable|'table':{'name':'u','range':{'sheetId':7}}|Tables cannot overlap.",
        "deleteConditionalFormatRule|'sheetId':7,'index':4|No conditional format on sheet: 7 at"
            + " index: 4"
      })
  void whatIsNotThereIsRefusedInGooglesWords(String kind, String body, String message) {
    assertThat(office.refusal("{'" + kind + "':{" + body + "}}"))
        .isEqualTo("Invalid requests[0]." + kind + ": " + message);
  }

  @Test
  void eachKindIsChangedByItsMaskAndDeleted() {
    office.batch(
        "{'addNamedRange':{'namedRange':{'namedRangeId':'a','name':'n','range':{'sheetId':8}}}},"
            + "{'updateNamedRange':{'namedRange':{'namedRangeId':'a','name':'m'},'fields':'name'}},"
            + "{'addFilterView':{'filter':{'filterViewId':3,'title':'w','range':{'sheetId':8}}}},"
            + "{'updateFilterView':{'filter':{'filterViewId':3,'title':'y'},'fields':'title'}},"
            + "{'duplicateFilterView':{'filterId':3}},"
            + "{'addBanding':{'bandedRange':{'bandedRangeId':4,'range':{'sheetId':8},"
            + "'rowProperties':{'firstBandColor':{'red':1}}}}},"
            + "{'deleteBanding':{'bandedRangeId':4}},"
            + "{'addTable':{'table':{'tableId':'b','name':'u','range':{'sheetId':8}}}},"
            + "{'updateTable':{'table':{'tableId':'b','name':'w'},'fields':'name'}}");

    JsonNode book = office.book("namedRanges,sheets(filterViews,bandedRanges,tables)");
    JsonNode other = book.path("sheets").path(1);
    assertThat(book.path("namedRanges").findValuesAsText("name")).containsExactly("zone", "m");
    assertThat(other.path("filterViews").findValuesAsText("title"))
        .containsExactly("y", "Copy of y");
    assertThat(other.has("bandedRanges")).isFalse();
    assertThat(other.path("tables").findValuesAsText("name")).containsExactly("w");
  }

  @Test
  void aTableIsNamedByItsHeadersAndTakesRowsAtItsEnd() {
    office.organiser("paste", "{'range':'Autre!A1','values':[['Nom','Ville'],['Ann','Kent']]}");
    office.batch(
        "{'addTable':{'table':{'tableId':'b','name':'u','range':{'sheetId':8,'startRowIndex':0,"
            + "'endRowIndex':2,'startColumnIndex':0,'endColumnIndex':2}}}},"
            + "{'appendCells':{'tableId':'b','fields':'userEnteredValue','rows':[{'values':["
            + "{'userEnteredValue':{'stringValue':'Bob'}}]}]}}");

    JsonNode table = office.book("sheets/tables").path("sheets").path(1).path("tables").path(0);
    assertThat(table.findValuesAsText("columnName")).containsExactly("Nom", "Ville");
    assertThat(table.path("range").path("endRowIndex").asInt()).isEqualTo(3);
    assertThat(office.shown("Autre")).containsExactly("Nom|Ville", "Ann|Kent", "Bob");
  }
}
