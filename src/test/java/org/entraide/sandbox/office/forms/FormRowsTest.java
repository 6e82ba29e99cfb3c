package org.entraide.sandbox.office.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entraide.sandbox.office.SheetsFixture;
import org.entraide.sandbox.office.forms.AnswerRow.Answer;
import org.entraide.sandbox.office.forms.RowSwitches.EditMode;
import org.entraide.sandbox.office.forms.RowSwitches.NewColumn;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormRowsTest {

  private static final String TAB = "Réponses au formulaire 1";
  private static final String ON_TAB = "'tab':'" + TAB + "'";
  private static final AskedQuestion NAME = new AskedQuestion("q1", "Nom");
  private static final AskedQuestion NEEDS = new AskedQuestion("q2", "Besoins");
  private static final Instant NOON = Instant.parse("2026-07-01T11:00:00Z");

  private final SheetsFixture office = SheetsFixture.french();
  private final FormRows rows = link(List.of());

  private FormRows link(List<AnswerRow> earlier) {
    return FormRows.link(
        office.spreadsheet,
        office.world,
        RowSwitches.usual(),
        false,
        List.of(NAME, NEEDS),
        earlier);
  }

  private static AnswerRow answer(String id, int minute, String name, String... needs) {
    List<Answer> answers = new ArrayList<>();
    answers.add(new Answer("q1", "Nom", List.of(name)));
    if (needs.length > 0) {
      answers.add(new Answer("q2", "Besoins", List.of(needs)));
    }
    return new AnswerRow(id, NOON.plusSeconds(60L * minute), answers, null);
  }

  private List<String> shown() {
    return office.shown(TAB);
  }

  @Test
  void timestampsAreInTheSpreadsheetsTimeZoneAndTickedBoxesAreJoined() {
    rows.submit(answer("r1", 5, "Ann", "Courses", "Médicaments"));

    assertThat(shown())
        .containsExactly("Horodateur|Nom|Besoins", "01/07/2026 12:05:00|Ann|Courses, Médicaments");
  }

  @Test
  void aFormOfEnglishPeopleHasEnglishHeadersAndTheAddressComesSecond() {
    SheetsFixture english = SheetsFixture.of("en_GB");
    FormRows linked =
        FormRows.link(
            english.spreadsheet,
            english.world,
            RowSwitches.usual(),
            true,
            List.of(NAME),
            List.of());
    linked.submit(
        new AnswerRow(
            "r1", NOON, List.of(new Answer("q1", "Nom", List.of("Ann"))), "a@example.org"));

    assertThat(english.shown("Form Responses 1"))
        .containsExactly("Timestamp|Email Address|Nom", "01/07/2026 12:00:00|a@example.org|Ann");
  }

  @Test
  void aRowTypedByHandBelowIsPushedDown() {
    rows.submit(answer("r1", 0, "Ann"));
    office.organiser("type", "{'range':'\\u0027" + TAB + "\\u0027!B3','value':'à la main'}");

    rows.submit(answer("r2", 1, "Bob"));

    assertThat(shown())
        .containsExactly(
            "Horodateur|Nom|Besoins",
            "01/07/2026 12:00:00|Ann",
            "01/07/2026 12:01:00|Bob",
            "|à la main");
  }

  @Test
  void afterADeletedRowTheNextResponseFollowsTheLastThatRemains() {
    rows.submitAll(List.of(answer("r1", 0, "Ann"), answer("r2", 1, "Bob")));
    office.organiser("deleteRows", "{" + ON_TAB + ",'from':3}");
    office.organiser("type", "{'range':'\\u0027" + TAB + "\\u0027!B4','value':'main'}");

    rows.submit(answer("r3", 2, "Cid"));

    assertThat(shown().get(2)).isEqualTo("01/07/2026 12:02:00|Cid");
    assertThat(shown().get(4)).isEqualTo("|main");
  }

  @ParameterizedTest
  @CsvSource({"TRACKED, 'Bob,Anna,'", "BY_POSITION, 'Anna,Ann,'", "APPEND, 'Bob,Ann,Anna'"})
  void anEditAfterASortLandsWhereTheSwitchSays(EditMode mode, String names) {
    rows.switches(rows.switches().with(OfficeJson.object().put("editMode", mode.name())));
    rows.submitAll(List.of(answer("r1", 0, "Ann"), answer("r2", 1, "Bob")));
    office.organiser("sort", "{" + ON_TAB + ",'by':[{'column':'B','descending':true}]}");

    rows.edit(answer("r1", 30, "Anna"));

    List<String> expected = new ArrayList<>(List.of(names.split(",", -1)));
    expected.remove("");
    assertThat(shown().stream().skip(1).map(row -> row.split("\\|", -1)[1]))
        .containsExactlyElementsOf(expected);
    assertThat(shown().stream().filter(row -> row.contains("Anna")))
        .allMatch(row -> row.startsWith("01/07/2026 12:30:00"));
  }

  @Test
  void anEditOfADeletedRowIsAppended() {
    rows.submitAll(List.of(answer("r1", 0, "Ann"), answer("r2", 1, "Bob")));
    office.organiser("deleteRows", "{" + ON_TAB + ",'from':2}");

    rows.edit(answer("r1", 2, "Anna"));

    assertThat(shown()).last().isEqualTo("01/07/2026 12:02:00|Anna");
    assertThat(shown()).hasSize(3);
  }

  @Test
  void aCopiedRowIsNotTheResponse() {
    rows.submit(answer("r1", 0, "Ann"));
    office.organiser("copyRows", "{" + ON_TAB + ",'from':2,'to':2,'insert':true}");

    rows.edit(answer("r1", 1, "Anna"));

    assertThat(shown().get(1)).endsWith("|Ann");
    assertThat(shown().get(2)).endsWith("|Anna");
  }

  @ParameterizedTest
  @CsvSource({
    "AFTER_LAST, Horodateur|Nom|Besoins|Ville|Notes",
    "FAR_RIGHT, Horodateur|Nom|Besoins|Notes|Ville"
  })
  void aNewQuestionGetsItsColumnWhereTheSwitchSays(NewColumn where, String header) {
    office.organiser("type", "{'range':'\\u0027" + TAB + "\\u0027!D1','value':'Notes'}");
    rows.switches(rows.switches().with(OfficeJson.object().put("newColumn", where.name())));

    rows.questions(List.of(NAME, NEEDS, new AskedQuestion("q3", "Ville")));

    assertThat(shown()).containsExactly(header);
  }

  @Test
  void columnsAreFollowedByIdentityWhateverTheirHeaderSays() {
    office.organiser("type", "{'range':'\\u0027" + TAB + "\\u0027!B1','value':'Qui ?'}");
    office.organiser("moveColumns", "{" + ON_TAB + ",'from':'B','to':'A'}");

    rows.submit(answer("r1", 0, "Ann", "Courses"));

    assertThat(shown())
        .containsExactly("Qui ?|Horodateur|Besoins", "Ann|01/07/2026 12:00:00|Courses");
  }

  @Test
  void aTitleChangedInTheFormReachesItsHeaderAndADeletedQuestionIsNoLongerFilled() {
    rows.questions(List.of(new AskedQuestion("q1", "Votre nom")));

    rows.submit(answer("r1", 0, "Ann", "Courses"));

    assertThat(shown()).containsExactly("Horodateur|Votre nom|Besoins", "01/07/2026 12:00:00|Ann");
  }

  @Test
  void aDeletedColumnComesBackAtTheRight() {
    office.organiser("type", "{'range':'\\u0027" + TAB + "\\u0027!D1','value':'Notes'}");
    office.organiser("deleteColumns", "{" + ON_TAB + ",'from':'B'}");

    rows.submit(answer("r1", 0, "Ann", "Courses"));

    assertThat(shown())
        .containsExactly("Horodateur|Besoins|Notes|Nom", "01/07/2026 12:00:00|Courses||Ann");
  }

  @ParameterizedTest
  @CsvSource({"true, 007, 7", "true, =1+1, 2", "false, 007, 007", "false, =1+1, =1+1"})
  void answersAreReadAsTypedOnlyWhereTheSwitchSaysSo(boolean parsed, String typed, String shown) {
    rows.switches(rows.switches().with(OfficeJson.object().put("answersParsed", parsed)));

    rows.submit(answer("r1", 0, typed));

    assertThat(shown()).last().isEqualTo("01/07/2026 12:00:00|" + shown);
  }

  @Test
  void anAnswerLongerThanACellIsCut() {
    rows.submit(answer("r1", 0, "x".repeat(60_000)));

    assertThat(office.spreadsheet.book().sheet(rows.sheetId()).cell(1, 1).effective())
        .isEqualTo(new CellValue.Text("x".repeat(50_000)));
  }

  @Test
  void aNewRowInheritsTheRulesOfTheOrganisersColumns() {
    rows.submit(answer("r1", 0, "Ann"));
    office.batch(
        "{'setDataValidation':{'range':{'sheetId':"
            + rows.sheetId()
            + ",'startRowIndex':1,'endRowIndex':2,'startColumnIndex':3,'endColumnIndex':4},"
            + "'rule':{'strict':true,'condition':{'type':'BOOLEAN'}}}}");

    rows.submit(answer("r2", 1, "Bob"));

    Sheet sheet = office.spreadsheet.book().sheet(rows.sheetId());
    assertThat(sheet.cell(2, 3)).isEqualTo(sheet.cell(1, 3));
    assertThat(String.valueOf(sheet.cell(2, 3).extras())).contains("strict");
  }

  @Test
  void aNewLinkReplaysAllAnswersIntoAFreshTab() {
    List<AnswerRow> earlier = List.of(answer("r1", 0, "Ann"), answer("r2", 1, "Bob"));
    rows.submitAll(earlier);

    FormRows again = link(earlier);

    assertThat(office.shown("Réponses au formulaire 2")).isEqualTo(shown());
    again.submit(answer("r3", 2, "Cid"));
    assertThat(office.shown("Réponses au formulaire 2")).hasSize(4);
    assertThat(shown()).hasSize(3);
  }

  @Test
  void aFormWhoseTabWasDeletedWritesNowhere() {
    office.organiser("deleteTab", "{" + ON_TAB + "}");
    long version = office.spreadsheet.version();

    rows.submit(answer("r1", 0, "Ann"));

    assertThat(rows.isLinked()).isFalse();
    assertThat(office.spreadsheet.version()).isEqualTo(version);
  }
}
