package org.entraide.sandbox.office.sheets.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.entraide.sandbox.office.SheetsFixture;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.junit.jupiter.api.Test;

/** References to ranges and tabs while these change. */
class FormulaReferencesTest {

  private final SheetsFixture office = SheetsFixture.of("en_GB").filled("n|3|x", "Ann|4|");

  @Test
  void rangesAndWholeColumnsFollowInsertedAndDeletedColumns() {
    written(0, "=MATCH(4;'Réponses 1'!$B:$B;0)");
    written(1, "=SUM('Réponses 1'!B1:B2)&A1");
    written(2, "=SUM('Réponses 1'!$B2:B)");
    office.organiser("insertColumns", "{'at':'B'}");
    office.organiser("insertRows", "{'at':2}");

    assertThat(entered(0)).isEqualTo("=MATCH(4;'Réponses 1'!$C:$C;0)");
    assertThat(entered(1)).isEqualTo("=SUM('Réponses 1'!C1:C3)&A1");
    assertThat(entered(2)).isEqualTo("=SUM('Réponses 1'!$C3:C)");

    office.organiser("deleteColumns", "{'from':'C'}");
    assertThat(entered(0)).isEqualTo("=MATCH(4;#REF!;0)");
    assertThat(office.shown("Autre").get(0)).isEqualTo("#REF!");
  }

  private void written(int row, String formula) {
    office.spreadsheet.organise(
        book -> {
          Sheet sheet = book.sheet(8);
          sheet.set(row, 0, sheet.cell(row, 0).withValue(Formulas.of(formula)));
        });
  }

  private String entered(int row) {
    CellValue value = office.spreadsheet.book().sheet(8).cell(row, 0).entered();
    return value instanceof CellValue.Formula formula ? formula.text() : "";
  }

  @Test
  void aCopiedRangeMovesUnlessADollarHoldsIt() {
    office.organiser("type", "{'range':'D1','value':'=SUM($B:B)&SUM(A1:B$2)'}");
    office.organiser("copyCells", "{'range':'D1','to':'E2'}");

    assertThat(office.spreadsheet.book().sheet(7).cell(1, 4).entered())
        .isEqualTo(Formulas.of("=SUM($B:C)&SUM(B2:C$2)"));
  }

  @Test
  void aFormulaNamesATabByItsNewTitle() {
    written(0, "=MATCH(4;'Réponses 1'!$B:$B;0)&\"'Réponses 1'!A1\"");

    office.spreadsheet.organise(book -> book.rename(book.sheet(7), "L'été"));

    assertThat(entered(0)).isEqualTo("=MATCH(4;'L''été'!$B:$B;0)&\"'Réponses 1'!A1\"");
    office.batch(
        "{'updateSheetProperties':{'properties':{'sheetId':7,'title':'Gens'},'fields':'title'}}");
    assertThat(entered(0)).startsWith("=MATCH(4;Gens!$B:$B;0)");
    office.organiser("renameTab", "{'tab':'Gens','title':'Les gens'}");
    assertThat(entered(0)).startsWith("=MATCH(4;'Les gens'!$B:$B;0)");
    assertThat(office.shown("Autre").get(0)).isEqualTo("2'Réponses 1'!A1");
  }

  @Test
  void aFormulaLosesATabThatIsDeletedAlsoWhenItIsMadeAgain() {
    written(0, "=MATCH(4;'Réponses 1'!$B:$B;0)&\"'Réponses 1'!A1\"");

    office.batch("{'deleteSheet':{'sheetId':7}}");
    office.batch("{'addSheet':{'properties':{'sheetId':7,'title':'Réponses 1'}}}");

    assertThat(entered(0)).isEqualTo("=MATCH(4;#REF!;0)&\"'Réponses 1'!A1\"");
    assertThat(office.shown("Autre").get(0)).isEqualTo("#REF!");
  }
}
