package org.entraide.sandbox.office.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.entraide.sandbox.office.SheetsFixture;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that is cut while it is written is the whole answer, cut afterwards. */
@NullMarked
class MaskedAnswersTest {

  private static final String BOOK = "/v4/spreadsheets/" + SheetsFixture.ID;

  private final SheetsFixture fixture = SheetsFixture.french();

  @BeforeEach
  void fill() {
    fixture.filled("Nom|Âge|Le", "Ana 🙂 \\\" \\\\ é|12|11/03/2026", "||", "Bo||oui");
    fixture.batch(
        "{'updateCells':{'start':{'sheetId':7,'rowIndex':4},'fields':'userEnteredValue,note',"
            + "'rows':[{'values':[{'userEnteredValue':{'numberValue':0.00001},'note':'n'},"
            + "{'userEnteredValue':{'numberValue':12345670.5}},"
            + "{'userEnteredValue':{'boolValue':true}},"
            + "{'userEnteredValue':{'formulaValue':'=1/0'}},"
            + "{'userEnteredValue':{'formulaValue':'=A1'}}]}]}},"
            + "{'addNamedRange':{'namedRange':{'name':'un','range':{'sheetId':7,"
            + "'startRowIndex':1,'endRowIndex':2}}}},"
            + "{'mergeCells':{'range':{'sheetId':7,'startRowIndex':7,'endRowIndex':9,"
            + "'startColumnIndex':0,'endColumnIndex':2},'mergeType':'MERGE_ALL'}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "spreadsheetId",
        "properties/title,sheets.properties(sheetId,title)",
        "sheets",
        "sheets(data)",
        "sheets/data/rowData",
        "sheets(data(rowData(values)))",
        "sheets(data(rowData(values/*)))",
        "sheets(data(rowData(values(effectiveValue,formattedValue))))",
        "sheets(data(rowData(values(formattedValue,effectiveValue/numberValue))))",
        "sheets(data(rowData(values(userEnteredValue,note))))",
        "sheets(data(rowData(values(effectiveValue,userEnteredFormat))))",
        "spreadsheetId,namedRanges(namedRangeId,name,range),sheets(properties(sheetId,"
            + "gridProperties(rowCount)),merges,data(startRow,startColumn,rowData(values("
            + "effectiveValue,formattedValue)),columnMetadata(developerMetadata(metadataKey))))"
      })
  void isTheWholeAnswerCutAfterwards(String mask) {
    byte[] whole = bytes(BOOK + "?includeGridData=true");
    String fields = "?fields=" + URLEncoder.encode(mask, StandardCharsets.UTF_8);

    assertThat(text(whole)).contains("🙂", "1.23456705E7", "1.0E-5", "errorValue", "namedRanges");
    assertThat(text(bytes(BOOK + fields + "&prettyPrint=false")))
        .isEqualTo(text(FieldMask.parse(mask).rewrite(whole, false)));
    assertThat(text(bytes(BOOK + fields)))
        .isEqualTo(text(FieldMask.parse(mask).rewrite(whole, true)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?includeGridData=true"})
  void isOnOneLineWhereThatIsAsked(String query) {
    String compact = query.isEmpty() ? "?prettyPrint=false" : query + "&prettyPrint=false";

    assertThat(text(bytes(BOOK + compact)))
        .isEqualTo(text(FieldMask.everything().rewrite(bytes(BOOK + query), false)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "range", "values", "values/a"})
  void isTheSameOfValues(String mask) {
    String values = BOOK + "/values/A1:E9?valueRenderOption=UNFORMATTED_VALUE";
    byte[] whole = bytes(values);

    assertThat(text(bytes(values + "&prettyPrint=false&fields=" + mask)))
        .isEqualTo(text(FieldMask.parse(mask).rewrite(whole, false)));
  }

  private byte[] bytes(String target) {
    OfficeRequest request = OfficeRequest.of("GET", target, Map.of(), new byte[0]);
    return fixture.service.handle(request, SheetsFixture.DAEMON).body();
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
