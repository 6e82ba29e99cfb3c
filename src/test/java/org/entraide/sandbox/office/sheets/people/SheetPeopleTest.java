package org.entraide.sandbox.office.sheets.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.entraide.sandbox.office.SheetsFixture;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetPeopleTest {

  private final SheetsFixture office = SheetsFixture.french().filled("n|p", "Zoé|1", "Ann|2");

  @Test
  void theWholeTableOrSomeColumnsAreSorted() {
    office.organiser("sort", "{'by':[{'column':'A'}]}");
    assertThat(office.shown()).containsExactly("n|p", "Ann|2", "Zoé|1");

    office.organiser("sort", "{'range':'A2:A3','by':[{'column':'A','descending':true}]}");
    assertThat(office.shown()).containsExactly("n|p", "Zoé|2", "Ann|1");
  }

  @Test
  void blankCellsAreSortedLastInBothDirections() {
    office.filled("n|p", "|1", "Ann|2", "3|3");

    office.organiser("sort", "{'by':[{'column':'A','descending':true}]}");

    assertThat(office.shown()).containsExactly("n|p", "Ann|2", "3|3", "|1");
  }

  private List<String> through(int view) {
    OfficeRequest request =
        OfficeRequest.of("GET", "/office/sheets/book-1/rows?view=" + view, Map.of(), new byte[0]);
    JsonNode page = OfficeJson.parse(office.people.handle(request).orElseThrow().text());
    assertThat(page.at("/views/0/title").asText()).isEqualTo("Attendent");
    List<String> names = new ArrayList<>();
    for (JsonNode row : page.path("rows")) {
      if (!row.path("hidden").asBoolean()) {
        names.add(row.path("cells").path(0).asText());
      }
    }
    return names;
  }

  @Test
  void aFilterViewHidesRowsFromWhoLooksThroughItAlone() {
    office.organiser(
        "paste",
        "{'range':'A1','values':[['n','p'],['Zoé','02/03/2026'],['Ann','03/03/2026'],"
            + "['Bob','x'],['Eve','']]}");
    office.batch(
        "{'addFilterView':{'filter':{'filterViewId':5,'title':'Attendent','range':{'sheetId':7},"
            + "'filterSpecs':[{'columnIndex':1,'filterCriteria':{'condition':{"
            + "'type':'DATE_BEFORE','values':[{'relativeDate':'PAST_WEEK'}]}}}]}}}");
    office.batch(
        "{'addFilterView':{'filter':{'filterViewId':6,'title':'w','range':{'sheetId':7},"
            + "'criteria':{'0':{'condition':{'type':'TEXT_CONTAINS',"
            + "'values':[{'userEnteredValue':'N'}]}}}}}}");

    assertThat(through(5)).as("the tenth of March, a week ago").containsExactly("n", "Zoé");
    assertThat(through(6)).startsWith("n", "Ann").doesNotContain("Zoé", "Bob");
    assertThat(through(0)).startsWith("n", "Zoé", "Ann", "Bob", "Eve");
    assertThat(office.tab("data(rowMetadata(hiddenByFilter))").toString()).doesNotContain("true");
  }

  @Test
  void rowsAreCopiedCutAndDragged() {
    office.organiser("copyRows", "{'from':2,'to':5}");
    assertThat(office.shown()).containsExactly("n|p", "Zoé|1", "Ann|2", "", "Zoé|1");

    office.organiser("cutRows", "{'from':3,'to':4}");
    assertThat(office.shown()).containsExactly("n|p", "Zoé|1", "", "Ann|2", "Zoé|1");

    office.organiser("moveRows", "{'from':4,'to':2}");
    assertThat(office.shown()).containsExactly("n|p", "Ann|2", "Zoé|1", "", "Zoé|1");
  }

  @Test
  void aPasteBelowTheGridExtendsIt() {
    office.organiser("paste", "{'range':'A10','values':[['x'],['y',null,'z']]}");

    assertThat(office.shown()).hasSize(11).last().isEqualTo("y||z");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "type|{'range':'B2','value':'x'}",
        "clear|{'range':'A1:B3'}",
        "sort|{'by':[{'column':'A'}]}",
        "deleteRows|{'from':2}",
        "deleteRows|{'from':1,'count':3}",
        "insertRows|{'at':2,'count':2}",
        "insertColumns|{'at':'A'}",
        "deleteColumns|{'from':'A'}",
        "moveRows|{'from':2,'to':4}",
        "moveColumns|{'from':'B','to':'A'}",
        "cutRows|{'from':2,'to':6}"
      },
      delimiter = '|')
  void everyStepCanBeUndone(String operation, String body) {
    var before = office.shown();
    office.organiser(operation, body);
    assertThat(office.shown()).isNotEqualTo(before);

    JsonNode answer = office.organiser("undo", "{}");

    assertThat(answer.path("undone").asBoolean()).isTrue();
    assertThat(office.shown()).isEqualTo(before);
  }

  @Test
  void undoingLeavesWhatOthersWroteSince() {
    office.organiser("deleteRows", "{'from':2}");
    office.call(
        "PUT",
        "/v4/spreadsheets/book-1/values/C2?valueInputOption=RAW",
        "{\"values\":[[\"status\"]]}");

    office.organiser("undo", "{}");

    assertThat(office.shown()).containsExactly("n|p", "Zoé|1", "Ann|2|status");
  }

  @Test
  void aDeletedTabReturnsWithItsContent() {
    office.organiser("deleteTab", "{'tab':'Autre'}");
    office.organiser("undo", "{}");

    assertThat(office.spreadsheet.book().find("Autre")).isPresent();
  }

  @Test
  void nothingToUndoIsSaid() {
    SheetsFixture fresh = SheetsFixture.french();

    assertThat(fresh.organiser("undo", "{}").path("undone").asBoolean(true)).isFalse();
  }

  @Test
  void rowsComeInPages() {
    JsonNode page = get("/office/sheets/book-1/rows?from=2&count=1");

    assertThat(page.path("usedRows").asInt()).isEqualTo(3);
    assertThat(page.path("rows")).hasSize(1);
    assertThat(page.path("rows").get(0).path("row").asInt()).isEqualTo(2);
    assertThat(page.path("rows").get(0).path("cells"))
        .isEqualTo(OfficeJson.parse("[\"Zoé\",\"1\"]"));
  }

  @Test
  void theOverviewListsTheTabs() {
    office.organiser("hideTab", "{'tab':'Autre'}");

    JsonNode tabs = get("/office/sheets/book-1").path("tabs");

    assertThat(tabs.findValuesAsText("title")).containsExactly("Réponses 1", "Autre");
    assertThat(tabs.get(1).path("hidden").asBoolean()).isTrue();
    assertThat(get("/office/sheets").path("spreadsheets").get(0).path("id").asText())
        .isEqualTo("book-1");
  }

  @Test
  void hiddenLinesAreShownAsSuch() {
    office.organiser("hideColumns", "{'from':'B'}");
    office.organiser("hideRows", "{'from':2}");

    JsonNode page = get("/office/sheets/book-1/rows");

    assertThat(page.path("columns").get(1).path("hidden").asBoolean()).isTrue();
    assertThat(page.path("rows").get(1).path("hidden").asBoolean()).isTrue();
    assertThat(page.path("rows").get(0).path("hidden").asBoolean()).isFalse();
  }

  private JsonNode get(String target) {
    OfficeRequest request = OfficeRequest.of("GET", target, Map.of(), new byte[0]);
    return OfficeJson.parse(office.people.handle(request).orElseThrow().text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "deleteRows;{'from':0};400",
        "deleteRows;{'from':1,'count':10};400",
        "renameTab;{'title':'autre'};400",
        "type;{'range':'Gone!A1','value':'x'};400",
        "sort;{'range':'A2:A3','by':[{'column':'B'}]};400",
        "moveColumns;{'from':1,'to':'B'};400",
        "dance;{};501"
      })
  void whatCannotBeDoneIsRefusedAndChangesNothing(String operation, String body, int code) {
    long version = office.spreadsheet.version();

    JsonNode answer = office.organiser(operation, body);

    assertThat(answer.path("error").path("code").asInt()).isEqualTo(code);
    assertThat(office.spreadsheet.version()).isEqualTo(version);
  }

  @Test
  void aColumnIsTallied() {
    office.filled("n|p", "Zoé|1", "Ann|2", "Zoé|", "|3");

    assertThat(answer("tally?column=A").path("counts").toString())
        .isEqualTo("{\"Zoé\":2,\"Ann\":1}");
    assertThat(answer("tally?column=b").path("counts").toString())
        .isEqualTo("{\"1\":1,\"2\":1,\"3\":1}");
    for (String wrong : new String[] {"", "?column=", "?column=A1", "?column=ZZZ"}) {
      assertThat(answer("tally" + wrong).path("error").path("code").asInt())
          .as(wrong)
          .isEqualTo(400);
    }
  }

  @Test
  void aPersonIsFoundWhereverTheirRowWasSortedTo() {
    office.filled("n|p", "Zoé|1", "Ann|2", "Ann M.|1");

    JsonNode answer = answer("find?text=Ann");
    assertThat(answer.path("rows")).hasSize(1);
    assertThat(answer.path("rows").get(0)).isEqualTo(answer("rows?from=3").path("rows").get(0));
    assertThat(answer.path("version")).isEqualTo(answer("rows").path("version"));
    assertThat(answer("find?text=1").path("rows").findValuesAsText("row"))
        .as("numbers as they are shown")
        .containsExactly("2", "4");

    office.organiser("sort", "{'by':[{'column':'A'}]}");
    assertThat(answer("find?text=Ann").path("rows").findValuesAsText("row")).containsExactly("2");
  }

  @Test
  void whoIsNamedInACellIsFoundWithinIt() {
    office.filled("n|p", "Zoé|1", "Ann|2", "Ann M.|1");

    assertThat(answer("find?text=nn&within=true").path("rows").findValuesAsText("row"))
        .containsExactly("3", "4");
    assertThat(answer("find?text=nn").path("rows")).isEmpty();
    assertThat(answer("find?text=nn&within=true&tab=Autre").path("rows")).isEmpty();
  }

  @Test
  void noMoreThanTwentyRowsAreFound() {
    office.filled(Collections.nCopies(30, "Zoé|1").toArray(String[]::new));

    assertThat(answer("find?text=Zo%C3%A9").path("rows")).hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"find", "find?text=", "find?text=a&within=x", "find?text=a&tab=Gone"})
  void aSearchForNothingOrNowhereIsRefused(String what) {
    assertThat(answer(what).path("error").path("code").asInt()).isEqualTo(400);
  }

  private JsonNode answer(String what) {
    String path = "/office/sheets/" + SheetsFixture.ID + "/" + what;
    OfficeRequest request = OfficeRequest.of("GET", path, Map.of(), new byte[0]);
    return OfficeJson.parse(office.people.handle(request).orElseThrow().text());
  }

  @Test
  void otherPathsAreLeftToOthers() {
    OfficeRequest other = OfficeRequest.of("GET", "/office/forms", Map.of(), new byte[0]);

    assertThat(office.people.handle(other)).isEmpty();
  }
}
