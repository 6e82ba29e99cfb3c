package org.entraide.sandbox.office.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.forms.v1.Forms;
import com.google.api.services.forms.v1.model.Answer;
import com.google.api.services.forms.v1.model.Item;
import com.google.api.services.forms.v1.model.ListFormResponsesResponse;
import com.google.api.services.forms.v1.model.TextAnswer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entraide.sandbox.office.OfficeFixture;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.OfficeScopes;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms, seen through Google's own client. */
@NullMarked
class FormsServiceTest {

  private final OfficeFixture world = new OfficeFixture();
  private final Forms client = world.formsClient(world.formsToken());

  private FormResponse submit(String name) {
    return world.form.submit("ana@example.org", Map.of("1000000a", List.of(name)));
  }

  private ListFormResponsesResponse list(String filter) throws IOException {
    return client.forms().responses().list("form-1").setFilter(filter).execute();
  }

  @Test
  void aFormTellsItsQuestions() throws IOException {
    world.form.linkedTo("sheet-1", ResponseSink.NOWHERE);
    com.google.api.services.forms.v1.model.Form form = client.forms().get("form-1").execute();

    assertThat(form.getInfo().getTitle()).isEqualTo("Entraide");
    assertThat(form.getLinkedSheetId()).isEqualTo("sheet-1");
    assertThat(form.getResponderUri()).endsWith("/viewform");
    assertThat(form.getRevisionId()).hasSize(8);
    assertThat(String.valueOf(form.get("publishSettings"))).contains("isPublished=true");
    assertThat(form.getItems()).hasSize(11);
    Item needs = form.getItems().get(2);
    assertThat(needs.getQuestionItem().getQuestion().getChoiceQuestion().getType())
        .isEqualTo("CHECKBOX");
    Item days = form.getItems().get(9);
    assertThat(days.getQuestionGroupItem().getQuestions().get(1).getRowQuestion().getTitle())
        .isEqualTo("Mardi");
    assertThat(days.getQuestionGroupItem().getGrid().getColumns().getType()).isEqualTo("CHECKBOX");
  }

  @Test
  void theLinkedSheetHasAColumnAQuestionAndOneARowOfAGrid() {
    assertThat(world.form.columns())
        .contains(
            new FormColumn("1000000a", "Nom"),
            new FormColumn("10000013", "Jours [Lundi]"),
            new FormColumn("10000014", "Jours [Mardi]"))
        .hasSize(11);
  }

  @Test
  void anAnswerIsListedWithWhatWasAnsweredOnly() throws IOException {
    world.form.submit(
        "ana@example.org",
        Map.of("1000000c", List.of("Courses", "Autre chose, vite"), "1000000b", List.of()));

    com.google.api.services.forms.v1.model.FormResponse response = list("").getResponses().get(0);

    assertThat(response.getRespondentEmail()).isEqualTo("ana@example.org");
    assertThat(response.getCreateTime()).isEqualTo("2026-03-20T10:00:00.000Z");
    assertThat(response.getAnswers()).containsOnlyKeys("1000000c");
    Answer answer = Objects.requireNonNull(response.getAnswers().get("1000000c"));
    assertThat(answer.getTextAnswers().getAnswers())
        .extracting(TextAnswer::getValue)
        .containsExactly("Courses", "Autre chose, vite");
    assertThat(
            client
                .forms()
                .responses()
                .get("form-1", response.getResponseId())
                .execute()
                .getAnswers())
        .isEqualTo(response.getAnswers());
  }

  @Test
  void anUploadedFileIsNamedByItsIdInDrive() throws IOException {
    world.form.submit("", Map.of("10000011", List.of("drive-1")));
    Answer answer =
        Objects.requireNonNull(list("").getResponses().get(0).getAnswers().get("10000011"));
    assertThat(answer.getTextAnswers()).isNull();
    assertThat(answer.getFileUploadAnswers().getAnswers().get(0).getFileId()).isEqualTo("drive-1");
  }

  @Test
  void nothingAnsweredIsNoListAtAll() throws IOException {
    assertThat(list("").getResponses()).isNull();
  }

  @Test
  void theFilterGoesByTheLastSubmission() throws IOException {
    FormResponse first = submit("Ana");
    world.advance(Duration.ofMinutes(1));
    FormResponse second = submit("Bo");
    assertThat(list("timestamp > 2026-03-20T10:00:00Z").getResponses())
        .extracting(com.google.api.services.forms.v1.model.FormResponse::getResponseId)
        .containsExactly(second.id());
    assertThat(list("timestamp >= 2026-03-20T10:00:00Z").getResponses()).hasSize(2);

    world.advance(Duration.ofMinutes(1));
    world.form.edit(first.id(), Map.of("1000000a", List.of("Anna")));
    assertThat(list("timestamp > 2026-03-20T10:01:00Z").getResponses())
        .extracting(com.google.api.services.forms.v1.model.FormResponse::getCreateTime)
        .containsExactly("2026-03-20T10:00:00.000Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"timestamp < 2026-03-20T10:00:00Z", "timestamp > yesterdayZ", "name = 1"})
  void otherFiltersAreRefused(String filter) {
    assertThatExceptionOfType(GoogleJsonResponseException.class)
        .isThrownBy(() -> list(filter))
        .satisfies(e -> assertThat(e.getStatusCode()).isEqualTo(400));
  }

  @Test
  void pagesFollowOneAnotherUnderTheSameFilterOnly() throws IOException {
    for (int i = 0; i < 5; i++) {
      submit("P" + i);
    }
    List<String> seen = new ArrayList<>();
    String token = null;
    do {
      ListFormResponsesResponse page =
          client.forms().responses().list("form-1").setPageSize(2).setPageToken(token).execute();
      page.getResponses().forEach(response -> seen.add(response.getResponseId()));
      token = page.getNextPageToken();
    } while (token != null);
    assertThat(seen).doesNotHaveDuplicates().hasSize(5);

    String next =
        client.forms().responses().list("form-1").setPageSize(2).execute().getNextPageToken();
    assertThatExceptionOfType(GoogleJsonResponseException.class)
        .isThrownBy(
            () ->
                client
                    .forms()
                    .responses()
                    .list("form-1")
                    .setFilter("timestamp > 2020-01-01T00:00:00Z")
                    .setPageToken(next)
                    .execute());
  }

  @Test
  void anUnpublishedFormTakesNoAnswersUntilItIsPublished() {
    world.form.publish(false, false);
    assertThatIllegalStateException().isThrownBy(() -> submit("Ana"));

    String token =
        world.accounts.accessToken(OfficeFixture.ROBOT, java.util.Set.of(OfficeScopes.FORMS_BODY));
    OfficeResponse answer =
        world.call(
            "POST",
            "/v1/forms/form-1:setPublishSettings",
            token,
            "{\"publishSettings\":{\"publishState\":{\"isPublished\":true,\"isAcceptingResponses\":true}}}");
    assertThat(OfficeJson.parse(answer.text()))
        .isEqualTo(
            OfficeJson.parse(
                """
                {"formId":"form-1","publishSettings":{"publishState":{"isPublished":true,"isAcceptingResponses":true}}}\
                """));
    assertThat(submit("Ana").id()).isNotEmpty();
    assertThat(
            world
                .call("POST", "/v1/forms/form-1:setPublishSettings", world.formsToken(), "{}")
                .status())
        .isEqualTo(403);
    assertThat(
            world
                .call("POST", "/v1/forms/form-1:setPublishSettings", token, "{\"colour\":1}")
                .text())
        .contains("Unknown name \\\"colour\\\": Cannot find field.");
  }

  @Test
  void theSinkHearsOfEverything() {
    List<String> events = new ArrayList<>();
    world.form.linkedTo(
        "sheet-1",
        new ResponseSink() {
          @Override
          public void submitted(OfficeForm form, FormResponse response) {
            events.add("submitted " + response.answers());
          }

          @Override
          public void edited(OfficeForm form, FormResponse response) {
            events.add("edited " + response.answers());
          }

          @Override
          public void deleted(OfficeForm form, FormResponse response) {
            events.add("deleted " + response.answers());
          }
        });
    FormResponse response = submit("Ana");
    world.form.edit(response.id(), Map.of("1000000a", List.of("Anna")));
    world.form.deleteResponse(response.id());

    assertThat(events)
        .containsExactly(
            "submitted {1000000a=[Ana]}", "edited {1000000a=[Anna]}", "deleted {1000000a=[Anna]}");
    assertThatIllegalArgumentException().isThrownBy(() -> world.form.deleteResponse(response.id()));
  }

  @Test
  void respondentsArePlayed() {
    OfficeResponse sent =
        world.people(
            "POST",
            "forms/form-1/responses",
            """
            {"email":"ana@example.org","answers":{"Nom":"Ana","Besoins":["Courses","Pharmacie"],"1000000b":""}}\
            """);
    String id = OfficeJson.parse(sent.text()).path("responseId").asText();
    assertThat(world.form.responses())
        .extracting(FormResponse::answers)
        .containsExactly(
            Map.of("1000000a", List.of("Ana"), "1000000c", List.of("Courses", "Pharmacie")));

    world.people("PUT", "forms/form-1/responses/" + id, "{\"answers\":{\"Nom\":\"Anna\"}}");
    assertThat(world.form.responses().get(0).answers())
        .isEqualTo(Map.of("1000000a", List.of("Anna")));
    assertThat(world.people("GET", "forms/form-1/responses", "").text()).contains("Anna");
    assertThat(world.people("GET", "forms", "").text()).contains("\"responses\": 1", "Besoins");

    assertThat(world.people("DELETE", "forms/form-1/responses/" + id, "").status()).isEqualTo(204);
    assertThat(world.form.responses()).isEmpty();
    assertThat(world.people("DELETE", "forms/form-1/responses/" + id, "").status()).isEqualTo(400);
    assertThat(world.people("POST", "forms/form-1/responses", "{\"answers\":{\"X\":1}}").text())
        .contains("The form has no question X.");
    world.people("POST", "forms/form-1/publish", "{\"accepting\":false}");
    assertThat(world.people("POST", "forms/form-1/responses", "{}").status()).isEqualTo(409);
  }
}
