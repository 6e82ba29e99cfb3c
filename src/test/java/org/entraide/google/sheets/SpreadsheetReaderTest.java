package org.entraide.google.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entraide.table.Cell;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class SpreadsheetReaderTest {

  private static List<Cell> cells(String values) throws IOException {
    String json =
        ("{'spreadsheetId':'x','sheets':[{'properties':{'sheetId':1},'data':[{'rowData':[{'values':["
                + values
                + "]}]}]}]}")
            .replace('\'', '"');
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    return SpreadsheetReader.read(new ByteArrayInputStream(body))
        .sheet(1)
        .orElseThrow()
        .rows()
        .get(0)
        .cells();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'effectiveValue':{'stringValue':'a'},'formattedValue':'shown'}",
        "{'formattedValue':'shown','effectiveValue':{'stringValue':'a'}}",
        "{'effectiveValue':{'stringValue':'a'},'formattedValue':null}",
        "{'effectiveValue':{'stringValue':'a'}}",
        "{'note':'n','effectiveValue':{'x':{'stringValue':'b'},'stringValue':'a'},'y':[{}]}",
        "{ 'effectiveValue' : { 'stringValue' : 'a' } , 'formattedValue' : 'a' }",
        "{'effective\\u0056alue':{'stringValue':'a'}}"
      })
  void aTextIsReadInWhateverOrderItComes(String cell) throws IOException {
    assertThat(cells(cell)).containsExactly(Cell.text("a"));
  }

  @Test
  void numbersAndTruthValuesShowWhatIsFormatted() throws IOException {
    assertThat(
            cells(
                "{'effectiveValue':{'numberValue':1.5},'formattedValue':'1,5'},"
                    + "{},{'effectiveValue':{},'formattedValue':''},{'effectiveValue':null},"
                    + "{'formattedValue':'2','effectiveValue':{'numberValue':2}},"
                    + "{'effectiveValue':{'boolValue':true},'formattedValue':'VRAI'}"))
        .containsExactly(
            Cell.number(1.5, "1,5"),
            Cell.EMPTY,
            Cell.EMPTY,
            Cell.EMPTY,
            Cell.number(2, "2"),
            Cell.bool(true, "VRAI"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'effectiveValue':{'stringValue':'a'},'formattedValue':{}}",
        "{'effectiveValue':[]}",
        "{'effectiveValue':{'stringValue':['a']}}",
        "{'effectiveValue':{'stringValue':'a'},'formattedValue':'b'",
        "['effectiveValue']"
      })
  void whatIsNoCellIsRefused(String cell) {
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> cells(cell));
  }
}
