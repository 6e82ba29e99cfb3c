package org.entraide.sandbox.office.sheets.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.entraide.sandbox.office.SheetsFixture;
import org.entraide.sandbox.office.http.OfficeJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation by its name: it changes the spreadsheet, and undo and redo know all of it. */
class OrganiserOperationsTest {

  private final SheetsFixture office =
      SheetsFixture.french().filled("Nom|Ville|Note", "Zoé|Kent |1", "Ann|Bath|2", "Ann|Bath|2");

  /** Bodies for operations, with what has to be done first before a semicolon. */
  private static final Map<String, String> BODIES = new LinkedHashMap<>();

  static {
    BODIES.put("type", "{'range':'B2','value':'x'}");
    BODIES.put("paste", "{'range':'B2','values':[['x',null],['y','z']]}");
    BODIES.put("clear", "{'range':'A2:C2'}");
    BODIES.put("sort", "{'by':[{'column':'A'}]}");
    BODIES.put("copyRows", "{'from':2,'to':6}");
    BODIES.put("cutRows", "{'from':2,'to':6}");
    BODIES.put("insertRows", "{'at':2,'count':2}");
    BODIES.put("insertColumns", "{'at':'B'}");
    BODIES.put("deleteRows", "{'from':2}");
    BODIES.put("deleteColumns", "{'from':'B'}");
    BODIES.put("moveRows", "{'from':2,'to':4}");
    BODIES.put("moveColumns", "{'from':'C','to':'A'}");
    BODIES.put("hideRows", "{'from':2}");
    BODIES.put("hideColumns", "{'from':'B'}");
    BODIES.put("addTab", "{'title':'Neuf'}");
    BODIES.put("renameTab", "{'tab':'Autre','title':'Neuf'}");
    BODIES.put("hideTab", "{'tab':'Autre'}");
    BODIES.put("deleteTab", "{'tab':'Autre'}");
    BODIES.put("duplicateTab", "{'tab':'Réponses 1'}");
    BODIES.put("moveTab", "{'tab':'Autre','to':1}");
    BODIES.put("colourTab", "{'tab':'Autre','colour':'#ff0000'}");
    BODIES.put("settings", "{'title':'T','locale':'en_GB','timeZone':'Europe/Paris'}");
    BODIES.put("copyCells", "{'range':'A2:B2','to':'D1'}");
    BODIES.put("cutCells", "{'range':'A2:B2','to':'D1'}");
    BODIES.put("fillDown", "{'range':'D2:D4','value':'=C2+1'}");
    BODIES.put("renameHeader", "{'column':'A','title':'Name'}");
    BODIES.put("duplicateHeader", "{'column':'A','to':'F'}");
    BODIES.put("findReplace", "{'find':'Bath','replace':'Bristol'}");
    BODIES.put("insertCells", "{'range':'A2:B2'}");
    BODIES.put("deleteCells", "{'range':'A2:A3','shift':'left'}");
    BODIES.put("trim", "{'range':'B2'}");
    BODIES.put("removeDuplicates", "{'range':'A2:C4'}");
    BODIES.put("merge", "{'range':'A2:A3'}");
    BODIES.put("protect", "{'range':'A2:A3','description':'non'}");
    BODIES.put("filter", "{'column':'A','hide':['Zoé']}");
    BODIES.put("filterView", "{'title':'Anns','column':'A','hide':['Zoé']}");
    BODIES.put("nameRange", "{'name':'gens','range':'A2:A4'}");
    BODIES.put("colourWhen", "{'range':'A:A','text':'Ann','background':'#00ff00'}");
    BODIES.put("table", "{'name':'gens'}");
    BODIES.put("chart", "{'title':'Notes','labels':'A1:A4','values':'C1:C4'}");
    BODIES.put("note", "{'range':'A1','text':'qui'}");
    BODIES.put("format", "{'range':'C2','bold':true,'color':'#112233','pattern':'0.00'}");
    BODIES.put("dropDown", "{'range':'B2:B4','values':['Kent','Bath']}");
    BODIES.put("checkboxes", "{'range':'D2:D4'}");
    BODIES.put("freeze", "{'rows':1,'columns':2}");
    BODIES.put("resizeRows", "{'from':1,'pixels':50}");
    BODIES.put("resizeColumns", "{'from':'A','count':2}");
    BODIES.put("unmerge", "merge{'range':'A2:A3'};{'range':'A2:A3'}");
    BODIES.put("unprotect", "protect{'range':'A2:A3'};{'range':'A1:B9'}");
    BODIES.put("clearFilter", "filter{};{}");
    BODIES.put("deleteFilterView", "filterView{'title':'v'};{'title':'v'}");
    BODIES.put("deleteName", "nameRange{'name':'n','range':'A1'};{'name':'n'}");
    BODIES.put("clearFormat", "format{'range':'A1','bold':true};{'range':'A1'}");
    BODIES.put("clearRule", "checkboxes{'range':'A1'};{'range':'A1'}");
  }

  static Stream<Arguments> operations() {
    return OrganiserOperations.names().stream()
        .map(name -> Arguments.of(name, BODIES.getOrDefault(name, "no body for " + name)));
  }

  private JsonNode everything() {
    return OfficeJson.parse(
        office.call("GET", "/v4/spreadsheets/book-1?includeGridData=true", "").text());
  }

  @ParameterizedTest(name = "{0} is undone and done again")
  @MethodSource("operations")
  void everyOperationIsUndoneAndDoneAgain(String operation, String body) {
    int semicolon = body.indexOf("};");
    if (semicolon >= 0) {
      int brace = body.indexOf('{');
      office.organiser(body.substring(0, brace), body.substring(brace, semicolon + 1));
    }
    JsonNode before = everything();

    JsonNode answer =
        office.organiser(operation, body.substring(semicolon < 0 ? 0 : semicolon + 2));

    assertThat(answer.path("error").path("message").asText()).isEmpty();
    JsonNode after = everything();
    assertThat(after).isNotEqualTo(before);
    assertThat(office.organiser("undo", "{}").path("undone").asBoolean()).isTrue();
    assertThat(everything()).isEqualTo(before);
    assertThat(office.organiser("redo", "{}").path("redone").asBoolean()).isTrue();
    assertThat(everything()).isEqualTo(after);
    assertThat(office.organiser("redo", "{}").path("redone").asBoolean()).isFalse();
  }

  @Test
  void whatIsDoneAfterAnUndoLeavesNothingToDoAgain() {
    office.organiser("type", "{'range':'A2','value':'x'}");
    office.organiser("undo", "{}");
    office.organiser("type", "{'range':'A3','value':'y'}");

    assertThat(office.organiser("redo", "{}").path("redone").asBoolean()).isFalse();
  }

  @Test
  void undoingASortLeavesWhatCameFromElsewhereSince() {
    office.organiser("sort", "{'by':[{'column':'A'}]}");
    office.batch(
        "{'insertDimension':{'range':{'sheetId':7,'dimension':'ROWS','startIndex':4,'endIndex':5}}},"
            + "{'updateCells':{'start':{'sheetId':7,'rowIndex':4},'fields':'userEnteredValue','rows':"
            + "[{'values':[{'userEnteredValue':{'stringValue':'Eve'}}]}]}},"
            + "{'updateCells':{'start':{'sheetId':7,'rowIndex':1,'columnIndex':3},'fields':"
            + "'userEnteredValue','rows':[{'values':[{'userEnteredValue':{'stringValue':'lu'}}]}]}}");

    office.organiser("undo", "{}");

    assertThat(office.shown())
        .containsExactly("Nom|Ville|Note", "Zoé|Kent |1|lu", "Ann|Bath|2", "Ann|Bath|2", "Eve");
  }

  @Test
  void undoingColumnsThatWereMovedOrDeletedLeavesWhatCameSince() {
    office.organiser("deleteColumns", "{'from':'B'}");
    office.call(
        "PUT", "/v4/spreadsheets/book-1/values/C2?valueInputOption=RAW", "{\"values\":[[\"lu\"]]}");
    office.organiser("moveColumns", "{'from':'C','to':'A'}");
    assertThat(office.shown()).contains("lu|Zoé|1");
    office.call(
        "PUT", "/v4/spreadsheets/book-1/values/A3?valueInputOption=RAW", "{\"values\":[[\"vu\"]]}");

    office.organiser("undo", "{}");
    office.organiser("undo", "{}");

    assertThat(office.shown())
        .containsExactly("Nom|Ville|Note", "Zoé|Kent |1|lu", "Ann|Bath|2|vu", "Ann|Bath|2");
  }

  @Test
  void undoingLeavesWhatOthersSetSince() {
    office.organiser("colourTab", "{'tab':'Autre','colour':'#ff0000'}");
    office.batch(
        "{'updateSpreadsheetProperties':{'properties':{'title':'Neuf'},'fields':'title'}},"
            + "{'addNamedRange':{'namedRange':{'name':'n','range':{'sheetId':7}}}},"
            + "{'createDeveloperMetadata':{'developerMetadata':{'metadataKey':'k','visibility':"
            + "'DOCUMENT','location':{'sheetId':7}}}}");

    office.organiser("undo", "{}");

    JsonNode book = office.book("*");
    assertThat(book.path("properties").path("title").asText()).isEqualTo("Neuf");
    assertThat(book.path("namedRanges")).hasSize(1);
    assertThat(book.path("sheets").path(0).path("developerMetadata")).hasSize(1);
    assertThat(book.path("sheets").path(1).path("properties").has("tabColor")).isFalse();
  }

  @Test
  void aDeletedTabIsRestoredWithWhatLayOnIt() {
    office.organiser("merge", "{'range':'Autre!A1:B2'}");
    office.batch(
        "{'createDeveloperMetadata':{'developerMetadata':{'metadataId':9,'metadataKey':'k',"
            + "'visibility':'DOCUMENT','location':{'sheetId':8}}}}");
    office.organiser("deleteTab", "{'tab':'Autre'}");
    office.organiser("type", "{'range':'A2','value':'x'}");

    office.organiser("restoreTab", "{'title':'Autre'}");

    JsonNode tab = office.book("*").path("sheets").path(1);
    assertThat(tab.path("properties").path("sheetId").asInt()).isEqualTo(8);
    assertThat(tab.path("merges")).hasSize(1);
    assertThat(tab.path("developerMetadata")).hasSize(1);
    assertThat(office.shown()).contains("x|Kent |1");
    assertThat(
            office.organiser("restoreTab", "{'title':'Rien'}").path("error").path("code").asInt())
        .isEqualTo(400);
  }

  @Test
  void aFilterHidesRowsFromPeopleAndNotFromReaders() {
    office.organiser("filter", "{'column':'A','hide':['Zoé']}");

    JsonNode rows =
        office.tab("data(rowMetadata(hiddenByFilter))").path("data").path(0).path("rowMetadata");
    assertThat(rows.path(1).path("hiddenByFilter").asBoolean()).isTrue();
    assertThat(rows.path(2).path("hiddenByFilter").asBoolean()).isFalse();
    assertThat(office.call("GET", "/v4/spreadsheets/book-1/values/A2", "").text()).contains("Zoé");
  }

  @Test
  void aStrictDropDownRefusesWhoTypesAndNotWhoWritesOrPastes() {
    office.organiser("dropDown", "{'range':'B2:B3','values':['Kent','Bath'],'strict':true}");

    JsonNode refused = office.organiser("type", "{'range':'B2','value':'Hove'}");
    office.organiser("type", "{'range':'B2','value':'Bath'}");
    office.call(
        "PUT",
        "/v4/spreadsheets/book-1/values/B3?valueInputOption=RAW",
        "{\"values\":[[\"Hove\"]]}");

    assertThat(refused.path("error").path("message").asText())
        .isEqualTo(
            "The data you entered in cell B2 violates the data validation rules set on this cell.");
    assertThat(office.shown()).contains("Zoé|Bath|1", "Ann|Hove|2");
  }

  @Test
  void anEmptyBoxToTickCountsAsFalse() {
    office.organiser("checkboxes", "{'range':'D2:D7'}");

    assertThat(office.shown()).hasSize(7).contains("Zoé|Kent |1|FAUX").endsWith("|||FAUX");
  }

  @Test
  void insertedLinesLookAndAcceptLikeTheirNeighbours() {
    office.organiser("format", "{'range':'A2:C2','background':'#00ff00'}");
    office.organiser("dropDown", "{'range':'B2','values':['Kent']}");
    office.organiser("note", "{'range':'B2','text':'seulement ici'}");

    office.organiser("insertRows", "{'at':2}");

    JsonNode fresh = office.cell(1, 1, "userEnteredValue,userEnteredFormat,dataValidation,note");
    assertThat(fresh.has("userEnteredValue")).isFalse();
    assertThat(fresh.has("note")).isFalse();
    assertThat(fresh.has("dataValidation")).isTrue();
    assertThat(fresh.findPath("green").asInt()).isEqualTo(1);
  }

  @Test
  void tenThousandRowsArePastedSortedAndUndone() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      rows.append(i == 0 ? "" : ",")
          .append("['P")
          .append(i % 100)
          .append("','")
          .append(i)
          .append("']");
    }
    var before = office.shown();
    office.organiser("paste", "{'range':'A5','values':[" + rows + "]}");
    office.organiser("sort", "{'by':[{'column':'A'},{'column':'B'}]}");
    office.organiser("insertRows", "{'at':2,'count':3}");
    office.organiser("undo", "{}");
    office.organiser("undo", "{}");
    office.organiser("undo", "{}");

    assertThat(office.shown()).isEqualTo(before);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anyEveningOfEditsIsUndoneStepByStepAndDoneAgain(int seed) {
    Random random = new Random(seed);
    List<String> names = OrganiserOperations.names();
    JsonNode before = everything();
    int done = 0;
    for (int i = 0; i < 25; i++) {
      String operation = names.get(random.nextInt(names.size()));
      String body = BODIES.getOrDefault(operation, "");
      JsonNode answer = office.organiser(operation, body.substring(body.lastIndexOf(';') + 1));
      // an earlier step may have taken away what this one works on
      done += answer.has("error") ? 0 : 1;
    }
    JsonNode after = everything();
    assertThat(done).isGreaterThan(10);

    for (int i = 0; i < done; i++) {
      office.organiser("undo", "{}");
    }
    assertThat(everything()).isEqualTo(before);
    for (int i = 0; i < done; i++) {
      office.organiser("redo", "{}");
    }
    assertThat(everything()).isEqualTo(after);
  }
}
