package org.entraide.sandbox.office.sheets.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.entraide.sandbox.office.SheetsFixture;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.CellFormat;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that copy, cut, shift and tidy cells. */
class PasteRequestsTest {

  private final SheetsFixture office = SheetsFixture.french().filled("a|b", "c|d");

  private static final String BLOCK =
      "{'sheetId':7,'startRowIndex':0,'endRowIndex':2,'startColumnIndex':0,'endColumnIndex':2}";

  private static String cells(int row, int end, int column, int columnEnd) {
    return "{'sheetId':7,'startRowIndex':"
        + row
        + ",'endRowIndex':"
        + end
        + ",'startColumnIndex':"
        + column
        + ",'endColumnIndex':"
        + columnEnd
        + "}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "copyPaste|'source':@,'destination':{'sheetId':7,'startRowIndex':2,'endRowIndex':3,'startColumnIndex':1,'endColumnIndex':2}|a"
            + " b/c d/ a b/ c d",
        "copyPaste|'source':@,'destination':{'sheetId':7,'startRowIndex':0,'endRowIndex':2,'startColumnIndex':0,'endColumnIndex':4}|a"
            + " b a b/c d c d",
        "copyPaste|'source':@,'pasteOrientation':'TRANSPOSE','destination':@|a c/b d",
        "cutPaste|'source':@,'destination':{'sheetId':7,'rowIndex':1,'columnIndex':1}|/ a b/ c d",
        "pasteData|'coordinate':{'sheetId':7,'rowIndex':1,'columnIndex':1},'data':'x;y\\n"
            + "z','delimiter':';'|a b/c x y/ z",
        "insertRange|'range':{'sheetId':7,'startRowIndex':0,'endRowIndex':1,'startColumnIndex':0,'endColumnIndex':1},'shiftDimension':'ROWS'|"
            + " b/a d/c",
        "insertRange|'range':{'sheetId':7,'startRowIndex':0,'endRowIndex':1,'startColumnIndex':0,'endColumnIndex':1},'shiftDimension':'COLUMNS'|"
            + " a b/c d",
        "deleteRange|'range':{'sheetId':7,'startRowIndex':0,'endRowIndex':1,'startColumnIndex':0,'endColumnIndex':1},'shiftDimension':'ROWS'|c"
            + " b/ d",
        "deleteRange|'range':{'sheetId':7,'startRowIndex':0,'endRowIndex':1,'startColumnIndex':0,'endColumnIndex':1},'shiftDimension':'COLUMNS'|b/c"
            + " d"
      })
  void cellsGoWhereSheetsPutsThem(String kind, String body, String shown) {
    assertThat(office.refusal("{'" + kind + "':{" + body.replace("@", BLOCK) + "}}")).isEmpty();

    assertThat(String.join("/", office.shown()).replace('|', ' ').replaceAll(" +(/|$)", "$1"))
        .isEqualTo(shown.replaceAll(" +(/|$)", "$1"));
  }

  @Test
  void aPasteTakesOnlyWhatItsTypeSays() {
    office.organiser("format", "{'range':'A1','bold':true}");
    office.organiser("note", "{'range':'A1','text':'n'}");
    office.batch(
        "{'copyPaste':{'source':"
            + cells(0, 1, 0, 1)
            + ",'destination':"
            + cells(1, 2, 0, 1)
            + ",'pasteType':'PASTE_FORMAT'}},{'copyPaste':{'source':"
            + cells(0, 1, 0, 1)
            + ",'destination':"
            + cells(1, 2, 1, 2)
            + ",'pasteType':'PASTE_VALUES'}}");

    assertThat(office.shown()).containsExactly("a|b", "c|a");
    assertThat(office.cell(1, 0, "userEnteredFormat,note").has("userEnteredFormat")).isTrue();
    assertThat(office.cell(1, 0, "userEnteredFormat,note").has("note")).isFalse();
    assertThat(office.cell(1, 1, "userEnteredFormat").isEmpty()).isTrue();
  }

  @Test
  void whatLiesWhollyOnCutCellsGoesAlong() {
    office.organiser("nameRange", "{'name':'zone','range':'A1:B1'}");
    office.organiser("merge", "{'range':'A1:B1'}");

    office.organiser("cutCells", "{'range':'A1:B1','to':'C4'}");

    assertThat(office.book("namedRanges").findPath("range"))
        .isEqualTo(OfficeJson.parse(cells(3, 4, 2, 4).replace('\'', '"')));
    assertThat(office.tab("merges").path("merges").path(0))
        .isEqualTo(OfficeJson.parse(cells(3, 4, 2, 4).replace('\'', '"')));
    assertThat(office.shown()).containsExactly("", "c|d", "", "||a");
  }

  @Test
  void spacesAreTrimmedAndDuplicatesRemoved() {
    office.filled("a|b", "c|d", " a  x |b", "A|b");

    JsonNode replies =
        office
            .batch(
                "{'trimWhitespace':{'range':{'sheetId':7}}},{'deleteDuplicates':{'range':{'sheetId':7}}}")
            .path("replies");

    assertThat(replies.path(0).path("trimWhitespace").path("cellsChangedCount").asInt())
        .isEqualTo(1);
    // of the grid's ten rows the sixth and those below it are blank alike
    assertThat(replies.path(1).path("deleteDuplicates").path("duplicatesRemovedCount").asInt())
        .isEqualTo(6);
    assertThat(office.shown()).containsExactly("a|b", "c|d", "a x|b");
  }

  @Test
  void bordersGoRoundTheRangeAndBetweenItsCells() {
    office.batch(
        "{'updateBorders':{'range':"
            + BLOCK
            + ",'top':{'style':'SOLID'},'innerVertical':{'style':'DOTTED'}}}");

    JsonNode first = office.cell(0, 0, "userEnteredFormat").findPath("borders");
    JsonNode below = office.cell(1, 0, "userEnteredFormat").findPath("borders");
    assertThat(first.path("top").path("style").asText()).isEqualTo("SOLID");
    assertThat(first.path("right").path("style").asText()).isEqualTo("DOTTED");
    assertThat(first.has("left")).isFalse();
    assertThat(below.has("top")).isFalse();
  }

  @Test
  void theSpreadsheetsOwnPropertiesAreChangedByMask() {
    office.batch(
        "{'updateSpreadsheetProperties':{'properties':{'title':'T','locale':'en_GB','timeZone':"
            + "'Europe/Paris','autoRecalc':'HOUR'},'fields':'locale,timeZone,autoRecalc'}}");

    assertThat(office.book("properties").path("properties"))
        .isEqualTo(
            OfficeJson.parse(
                "{\"title\":\"Campagne\",\"locale\":\"en_GB\",\"autoRecalc\":\"HOUR\","
                    + "\"timeZone\":\"Europe/Paris\"}"));
    assertThat(
            office.refusal(
                "{'updateSpreadsheetProperties':{'properties':{'timeZone':'Mars'},'fields':'timeZone'}}"))
        .endsWith("Unsupported time zone: Mars");
  }

  @Test
  void columnsGetAsWideAsTheirLongestText() {
    office.filled("a|a long text in a cell");
    office.batch(
        "{'autoResizeDimensions':{'dimensions':{'sheetId':7,'dimension':'COLUMNS','startIndex':0,"
            + "'endIndex':2}}}");

    JsonNode columns = office.tab("data(columnMetadata(pixelSize))").findPath("columnMetadata");
    assertThat(columns.path(1).path("pixelSize").asInt())
        .isGreaterThan(columns.path(0).path("pixelSize").asInt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "DATE_TIME|dd/mm/yyyy hh:mm|10/03/2026 15:04",
        "DATE_TIME|d mmmm yyyy \"à\" h\"h\"mm|10 mars 2026 à 15h04",
        "DATE|ddd d mmm yy|mar. 10 mars 26",
        "DATE|dddd|mardi",
        "TIME|h:mm am/pm|3:04 PM",
        "TIME|mm:ss|04:05",
        "TIME|[h]:mm|1106199:04",
        "NUMBER|#,##0.0\" km\"|46 091,6 km",
        "PERCENT|0%|4609163%"
      })
  void aNumberIsShownByItsPatternInTheSheetsLocale(String type, String pattern, String shown) {
    office.organiser("type", "{'range':'A1','value':'10/03/2026 15:04:05'}");
    office.spreadsheet.organise(
        book -> {
          Sheet sheet = book.sheet(7);
          sheet.set(0, 0, sheet.cell(0, 0).withExtras(CellFormat.extras(type, pattern)));
        });

    assertThat(office.cell(0, 0, "formattedValue").path("formattedValue").asText())
        .isEqualToNormalizingWhitespace(shown);
  }
}
