package org.entraide.google.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.port.FormSource;
import org.entraide.form.Form;
import org.entraide.form.Question;
import org.entraide.form.Response;
import org.entraide.google.Offices;
import org.entraide.google.ScriptedWire;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormsSourceTest {

  private final ScriptedWire wire = new ScriptedWire();
  private @TempDir Path directory;
  private FormSource form;

  @BeforeEach
  void open() {
    form =
        Offices.services(directory, ScriptedWire.ENDPOINT, wire, new Offices.Time()).form("1FAIp");
  }

  /** Google's client makes an empty text of a null. */
  @Test
  void aFormOfNullsIsNoFormWithoutQuestions() {
    for (int i = 0; i < 4; i++) {
      wire.then("{\"formId\":null,\"items\":null}");
    }

    assertThatThrownBy(() -> form.form())
        .isInstanceOfSatisfying(
            RemoteFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
  }

  @Test
  void questionsAreReadWithTheirChoicesAndGridsRowByRow() throws Exception {
    wire.then(
        """
        {"formId": "1FAIp", "info": {"title": "Entraide", "documentTitle": "x"},
         "linkedSheetId": "1AbC",
         "publishSettings": {"publishState": {"isPublished": true, "isAcceptingResponses": true}},
         "items": [
          {"itemId": "a", "title": "Nom", "questionItem": {"question": {"questionId": "01", "textQuestion": {}}}},
          {"itemId": "b", "title": "Besoins", "questionItem": {"question": {"questionId": "02",
            "choiceQuestion": {"type": "CHECKBOX", "options": [{"value": "Courses"}, {"value": "Autre", "isOther": false}, {"isOther": true}]}}}},
          {"itemId": "c", "title": "Pause", "pageBreakItem": {}},
          {"itemId": "d", "title": "Offres", "questionGroupItem": {
            "grid": {"columns": {"type": "RADIO", "options": [{"value": "Oui"}, {"value": "Non"}]}},
            "questions": [{"questionId": "03", "rowQuestion": {"title": "Courses"}},
                          {"questionId": "04", "rowQuestion": {"title": "Démarches"}}]}},
          {"itemId": "e", "questionItem": {"question": {"questionId": "05", "ratingQuestion": {"iconType": "STAR"}}}},
          {"itemId": "f", "questionItem": {}}, {"itemId": "g", "questionGroupItem": {}}
         ]}
        """);

    Form read = form.form();

    assertThat(read)
        .isEqualTo(
            new Form(
                "1FAIp",
                "Entraide",
                Optional.of("1AbC"),
                Optional.of(true),
                "",
                List.of(
                    new Question("01", "Nom", List.of(), false),
                    new Question("02", "Besoins", List.of("Courses", "Autre"), true),
                    new Question("03", "Offres [Courses]", List.of("Oui", "Non"), false),
                    new Question("04", "Offres [Démarches]", List.of("Oui", "Non"), false),
                    new Question("05", "", List.of(), false))));
    assertThat(wire.only().uri().getPath()).isEqualTo("/v1/forms/1FAIp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|",
        "{\"publishState\":{}}|false",
        "{\"publishState\":{\"isPublished\":true}}|false",
        "{\"publishState\":{\"isPublished\":true,\"isAcceptingResponses\":true}}|true",
      })
  void whetherAFormIsOpenIsSaidOnlyWhereItIsKnown(String settings, Boolean open) throws Exception {
    wire.then("{\"formId\":\"1FAIp\",\"publishSettings\":" + settings + "}");

    Form read = form.form();

    assertThat(read.acceptsAnswers()).isEqualTo(Optional.ofNullable(open));
    assertThat(read.questions()).isEmpty();
    assertThat(read.title()).isEmpty();
    assertThat(read.linkedSpreadsheet()).isEmpty();
  }

  @Test
  void allPagesOfAnswersAreReadWithOneFilter() throws Exception {
    wire.then(
            """
            {"responses": [{"responseId": "A1", "createTime": "2026-01-02T03:04:05.678Z",
              "lastSubmittedTime": "2026-01-03T00:00:00Z", "respondentEmail": "zoe@example.org",
              "answers": {
                "01": {"questionId": "01", "textAnswers": {"answers": [{"value": "+33 6"}]}},
                "02": {"questionId": "02", "textAnswers": {"answers": [{"value": "Courses, légumes"}, {"value": "Autre"}]}},
                "06": {"questionId": "06", "fileUploadAnswers": {"answers": [{"fileId": "x", "fileName": "a.pdf"}]}},
                "07": {"questionId": "07", "textAnswers": {}}, "08": {"questionId": "08"}}}],
             "nextPageToken": "p2"}
            """)
        .then(
            "{\"responses\": [{\"responseId\": \"A2\", \"createTime\":"
                + " \"2026-01-04T00:00:00Z\"}]}");

    List<Response> answers = form.answers(Instant.parse("2026-01-01T00:00:00Z"));

    assertThat(answers)
        .containsExactly(
            new Response(
                "A1",
                Instant.parse("2026-01-02T03:04:05.678Z"),
                Instant.parse("2026-01-03T00:00:00Z"),
                Optional.of("zoe@example.org"),
                Map.of(
                    "01", List.of("+33 6"),
                    "02", List.of("Courses, légumes", "Autre"),
                    "06", List.of("a.pdf"),
                    "07", List.of(),
                    "08", List.of())),
            new Response(
                "A2",
                Instant.parse("2026-01-04T00:00:00Z"),
                Instant.parse("2026-01-04T00:00:00Z"),
                Optional.empty(),
                Map.of()));
    assertThat(wire.sent())
        .hasSize(2)
        .allSatisfy(
            sent ->
                assertThat(sent.query())
                    .contains("filter=timestamp >= 2026-01-01T00:00:00Z", "pageSize=5000"));
    assertThat(wire.sent().get(1).query()).contains("pageToken=p2");
  }

  @Test
  void aFormWithoutAnswersHasNone() throws Exception {
    wire.then("{}");

    assertThat(form.answers(Instant.EPOCH)).isEmpty();
    assertThat(wire.only().query()).doesNotContain("filter");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"responses\":[{\"createTime\":\"2026-01-04T00:00:00Z\"}]}",
        "{\"responses\":[{\"responseId\":\"A2\"}]}",
        "{\"responses\":[{\"responseId\":\"A2\",\"createTime\":\"yesterday\"}]}",
      })
  void anAnswerWithoutIdOrTimeIsGarbled(String body) {
    wire.then(body);

    assertThatThrownBy(() -> form.answers(Instant.EPOCH))
        .isInstanceOfSatisfying(
            RemoteFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
  }

  @Test
  void aFormThatIsGoneIsNotFound() {
    wire.then("404");

    assertThatThrownBy(() -> form.form())
        .isInstanceOfSatisfying(
            RemoteFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND));
  }
}
