package org.entraide.sandbox.office.sheets.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.entraide.sandbox.office.SheetsFixture;
import org.junit.jupiter.api.Test;

class MergesTest {

  private final SheetsFixture office = SheetsFixture.french().filled("a|b|c", "d|e|f", "g|h|i");

  @Test
  void onlyTheFirstValueStays() {
    office.organiser("merge", "{'range':'A1:B2'}");

    assertThat(office.shown()).containsExactly("a||c", "||f", "g|h|i");
    assertThat(office.tab("merges").path("merges").path(0).path("endColumnIndex").asInt())
        .isEqualTo(2);
  }

  @Test
  void theFirstValueIsTheFirstThatIsFilled() {
    office.organiser("clear", "{'range':'A1'}");
    office.organiser("merge", "{'range':'A1:B1'}");

    assertThat(office.shown()).startsWith("b||c");
  }

  @Test
  void rowsOrColumnsAreMergedEachForItself() {
    office.organiser("merge", "{'range':'A1:B2','by':'rows'}");
    assertThat(office.shown()).containsExactly("a||c", "d||f", "g|h|i");

    office.organiser("merge", "{'range':'A2:C3','by':'columns'}");
    assertThat(office.shown()).containsExactly("a||c", "d|h|f");
    assertThat(office.tab("merges").path("merges")).hasSize(4);
  }

  @Test
  void whatIsWrittenIntoACoveredCellIsLost() {
    office.organiser("merge", "{'range':'A1:B1'}");
    office.call(
        "PUT",
        "/v4/spreadsheets/book-1/values/A1:C1?valueInputOption=RAW",
        "{\"values\":[[\"x\",\"y\",\"z\"]]}");
    office.organiser("unmerge", "{'range':'A1:B1'}");

    assertThat(office.shown()).startsWith("x||z");
    assertThat(office.tab("merges").has("merges")).isFalse();
  }

  @Test
  void whatWasWrittenIntoACellThatAnUndoneStepCoversAgainIsLost() {
    office.organiser("merge", "{'range':'A1:A3'}");
    office.organiser("deleteRows", "{'from':1}");
    office.call(
        "PUT",
        "/v4/spreadsheets/book-1/values/A1:B1?valueInputOption=RAW",
        "{\"values\":[[\"x\",\"y\"]]}");
    assertThat(office.shown()).containsExactly("x|y|f", "|h|i");

    office.organiser("undo", "{}");

    assertThat(office.shown()).containsExactly("a|b|c", "|y|f", "|h|i");
  }

  @Test
  void aPartOfAMergeIsRefused() {
    office.organiser("merge", "{'range':'A1:B2'}");

    assertThat(
            office.refusal(
                "{'unmergeCells':{'range':{'sheetId':7,'startRowIndex':0,'endRowIndex':1}}}"))
        .isEqualTo(
            "Invalid requests[0].unmergeCells: You must select all cells in a merged range to"
                + " merge or unmerge them.");
  }

  @Test
  void aMergeOverSeveralRowsIsNotSorted() {
    office.organiser("merge", "{'range':'A2:A3'}");

    assertThat(
            office.organiser("sort", "{'by':[{'column':'B'}]}").path("error").path("code").asInt())
        .isEqualTo(400);
  }

  @Test
  void frozenRowsAreNotMergedWithOthers() {
    office.organiser("freeze", "{'rows':1}");

    assertThat(
            office.organiser("merge", "{'range':'A1:A2'}").path("error").path("message").asText())
        .isEqualTo("You can't merge frozen and non-frozen rows.");
  }
}
