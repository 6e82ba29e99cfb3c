package org.entraide.sandbox.office.sheets.formula;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.entraide.sandbox.office.SheetsFixture;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulasTest {

  private final SheetsFixture office = SheetsFixture.of("en_GB").filled("n|3|x", "Ann|4|");

  private String typed(String formula) {
    office.spreadsheet.organise(
        book -> {
          Sheet sheet = book.sheet(7);
          sheet.set(4, 4, sheet.cell(4, 4).withValue(Formulas.of(formula)));
        });
    CellValue value = office.spreadsheet.book().sheet(7).cell(4, 4).effective();
    return value == null ? "blank" : value.plain().asText();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "=1+2*3-4/2|5",
        "=(1+2)*3|9",
        "=2^3^2|64",
        "=-2^2|4",
        "=50%|0.5",
        "=1>2|false",
        "=2>=2|true",
        "=\"a\"&\"b\"&1|ab1",
        "=\"a\"=\"A\"|true",
        "=\"say \"\"hi\"\"\"|say \"hi\"",
        "=B1+B2|7",
        "=$B$1*2|6",
        "=A1&A2|nAnn",
        "=C2|blank",
        "=C2+1|1",
        "=SUM(B1:B2;10)|17",
        "=SUM(B:B)|7",
        "=IF(B1>2,\"big\",\"small\")|big",
        "=AND(B1=3,B2<>3)|true",
        "=ISNUMBER(B1)|true",
        "=ISNUMBER(A1)|false",
        "=ISNUMBER(INDIRECT(\"nothing\"))|false",
        "=LEN(A2)|3",
        "=INDIRECT(\"B\"&2)|4",
        "=INDIRECT(\"Autre!A1\")|blank",
        "='Réponses 1'!B2|4",
        "=SUM(B2:B)|4",
        "=SUM('Réponses 1'!A2:B)|4",
        "=MATCH(\"Ann\";A1:A2;0)|2",
        "=MATCH(\"aNN\";A:A;0)|2",
        "=MATCH(\"Ann\";$A2:A;0)|1",
        "=MATCH(4;'Réponses 1'!$B:$B;0)|2",
        "=MATCH(\"4\";B:B;0)|#N/A",
        "=MATCH(3.5;B:B)|1",
        "=MATCH(9;B:B;1)|2",
        "=MATCH(1;B:B;1)|#N/A",
        "=MATCH(2;B1:B2;-1)|2",
        "=MATCH(4;B1:B2;-1)|#N/A",
        "=MATCH(\"x\";A1:C1;0)|3",
        "=MATCH(\"Ann\";A1:B2;0)|#N/A",
        "=MATCH(\"Ann\";\"Ann\";0)|#N/A",
        "=MATCH(C2;A:A;0)|#N/A",
        "=MATCH(\"Ann\";Gone!A:A;0)|#REF!",
        "=HYPERLINK(\"https://example.org\")|https://example.org",
        "=HYPERLINK(\"https://example.org\";\"page\")|page",
        "=HYPERLINK(\"#gid=7&range=A\"&MATCH(\"Ann\";A:A;0);\"Ligne Ann\")|Ligne Ann",
        "=HYPERLINK(\"#gid=7&range=A\"&MATCH(\"Bob\";A:A;0);\"Ligne Bob\")|#N/A",
        "=HYPERLINK()|#N/A",
        "=HYPERLINK(1;2;3)|#N/A",
        "=NOW()|46091.375",
        "=1/0|#DIV/0!",
        "=A1+1|#VALUE!",
        "=IMPORTXML(\"u\")|#NAME?",
        "=nobody|#NAME?",
        "=Gone!A1|#REF!",
        "=E5|#REF!",
        "=1+|#ERROR!",
        "=bonjour à tous|#ERROR!",
        "=+33 6 12|#ERROR!"
      })
  void aFormulaGivesWhatSheetsGives(String formula, String value) {
    assertThat(typed(formula)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "=SUM(1,5;2)|3.5",
        "=SUM(1.5;2)|#ERROR!",
        "=IF(1>2,3,4)|#ERROR!",
        "=IF(1>2;3;4)|4",
        "=LEN(\"a,b\")|3",
      })
  void aCommaThatIsTheDecimalSignSeparatesNothing(String formula, String value) {
    SheetsFixture french = SheetsFixture.french();
    french.organiser("type", "{'range':'A1','value':'" + formula.replace("\"", "\\'") + "'}");

    JsonNode effective = french.cell(0, 0, "effectiveValue,formattedValue");

    assertThat(effective.path("formattedValue").asText().replace(',', '.')).isEqualTo(value);
  }

  @Test
  void aFormulaIsPrintedWithTheSeparatorsOfTheLocale() {
    String formula = "=HYPERLINK(\\\"#a;b\\\";'x;y'!A1&\\\"z\\\")";
    assertThat(printed("fr_FR", formula)).isEqualTo(formula.replace("\\", ""));
    assertThat(printed("en_US", formula)).isEqualTo("=HYPERLINK(\"#a;b\",'x;y'!A1&\"z\")");
    assertThat(printed("en_US", "=SUM({1;2};3)")).isEqualTo("=SUM({1;2},3)");
  }

  private static String printed(String locale, String formula) {
    SheetsFixture sheet = SheetsFixture.of(locale);
    sheet.call(
        "PUT",
        "/v4/spreadsheets/book-1/values/A1?valueInputOption=USER_ENTERED",
        "{\"values\":[[\"" + formula + "\"]]}");
    String target = "/v4/spreadsheets/book-1/values/A1?valueRenderOption=FORMULA";
    String text = sheet.call("GET", target, "").text();
    String entered =
        sheet.cell(0, 0, "userEnteredValue").at("/userEnteredValue/formulaValue").asText();
    assertThat(OfficeJson.parse(text).at("/values/0/0").asText()).isEqualTo(entered);
    return entered;
  }

  @Test
  void aCellWithALinkSaysWhereItLeadsWhileItLeadsSomewhere() {
    office.organiser(
        "type",
        "{'range':'D1','value':'=HYPERLINK(\\'#gid=7&range=A\\'&MATCH(\\'Ann\\';A:A;0);\\'Ann\\')'}");
    office.organiser("type", "{'range':'E1','value':'https://example.org'}");
    assertThat(office.cell(0, 3, "hyperlink").path("hyperlink").asText())
        .isEqualTo("#gid=7&range=A2");
    assertThat(office.cell(0, 4, "hyperlink").has("hyperlink")).isFalse();

    office.organiser("insertRows", "{'at':2}");
    assertThat(office.cell(0, 3, "hyperlink").path("hyperlink").asText())
        .isEqualTo("#gid=7&range=A3");

    office.organiser("deleteRows", "{'from':3}");
    assertThat(office.cell(0, 3, "hyperlink").has("hyperlink")).isFalse();
    JsonNode error = office.cell(0, 3, "effectiveValue").at("/effectiveValue/errorValue");
    assertThat(error.path("message").asText())
        .isEqualTo("Did not find value 'Ann' in MATCH evaluation.");
  }

  @Test
  void aFormulaIsWorkedOutAgainWhenWhatItLooksAtChanges() {
    office.organiser("type", "{'range':'D1','value':'=B1*2'}");
    office.call(
        "PUT", "/v4/spreadsheets/book-1/values/B1?valueInputOption=RAW", "{\"values\":[[50]]}");

    assertThat(office.shown()).startsWith("n|50|x|100");
  }

  @Test
  void nobodyPastesAFormulaThatIsTooDeepToRead() {
    assertThat(typed("=" + "-".repeat(40_000) + "1")).isEqualTo("#ERROR!");
    assertThat(typed("=" + "(".repeat(20_000) + "1" + ")".repeat(20_000))).isEqualTo("#ERROR!");
    assertThat(typed("=" + "-".repeat(100) + "1")).isEqualTo("1");
  }

  @Test
  void aCircleIsAnError() {
    office.organiser("type", "{'range':'D1','value':'=D2'}");
    office.organiser("type", "{'range':'D2','value':'=D1'}");

    assertThat(office.shown().get(0)).endsWith("#REF!");
  }

  @Test
  void referencesFollowInsertedAndDeletedLines() {
    office.organiser("renameTab", "{'title':'Gens'}");
    office.organiser("type", "{'range':'Autre!A1','value':'=Gens!B2&\\\"B2\\\"'}");
    office.organiser("type", "{'range':'D1','value':'=B2+1'}");
    office.organiser("insertRows", "{'at':1}");
    office.organiser("insertColumns", "{'at':'A'}");

    assertThat(office.spreadsheet.book().sheet(7).cell(1, 4).entered())
        .isEqualTo(Formulas.of("=C3+1"));
    assertThat(office.spreadsheet.book().sheet(8).cell(0, 0).entered())
        .isEqualTo(Formulas.of("=Gens!C3&\"B2\""));

    office.organiser("deleteRows", "{'from':3}");
    assertThat(office.spreadsheet.book().sheet(7).cell(1, 4).entered())
        .isEqualTo(Formulas.of("=#REF!+1"));
  }

  @Test
  void aFormulaFilledDownLooksAtEachRow() {
    office.organiser("fillDown", "{'range':'D1:D2','value':'=B1*10'}");
    assertThat(office.shown()).containsExactly("n|3|x|30", "Ann|4||40");

    office.organiser("sort", "{'range':'A1:D2','by':[{'column':'B','descending':true}]}");
    assertThat(office.shown()).containsExactly("Ann|4||40", "n|3|x|30");
  }
}
