package org.entraide.sandbox.office.gmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.sandbox.office.OfficeFixture.draftJson;

import com.google.api.services.forms.v1.model.Form;
import com.google.api.services.forms.v1.model.FormResponse;
import com.google.api.services.forms.v1.model.ListFormResponsesResponse;
import com.google.api.services.gmail.model.Draft;
import com.google.api.services.gmail.model.ListDraftsResponse;
import com.google.api.services.gmail.model.ListHistoryResponse;
import com.google.api.services.gmail.model.ListLabelsResponse;
import com.google.api.services.gmail.model.ListMessagesResponse;
import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.Profile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.sandbox.office.ModelFields;
import org.entraide.sandbox.office.OfficeFixture;
import org.entraide.sandbox.office.forms.ResponseSink;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.OfficeScopes;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Every field that the office writes exists in Google's own model class. */
@NullMarked
class ModelFieldsTest {

  /** Newer than Google's Java artefact, which is of 2022. */
  private static final Set<String> NEWER =
      Set.of(
          "/publishSettings",
          "/settings/emailCollectionType",
          "/items/questionItem/question/ratingQuestion");

  private final OfficeFixture world = new OfficeFixture();

  private void check(String method, String path, String body, Class<?> model) {
    String token =
        path.startsWith("/v1/") ? world.formsToken() : world.mailToken(OfficeScopes.MAIL);
    OfficeResponse answer = world.call(method, path, token, body);
    assertThat(answer.status()).as(path).isEqualTo(200);
    assertThat(ModelFields.unknown(OfficeJson.parse(answer.text()), model, NEWER))
        .as(path)
        .isEmpty();
  }

  @Test
  void formsWritesNothingElse() {
    world.form.linkedTo("sheet-1", ResponseSink.NOWHERE);
    String id =
        world
            .form
            .submit(
                "ana@example.org",
                Map.of("1000000c", List.of("Courses"), "10000011", List.of("drive-1")))
            .id();
    world.form.submit("bo@example.org", Map.of());

    check("GET", "/v1/forms/form-1", "", Form.class);
    check("GET", "/v1/forms/form-1/responses?pageSize=1", "", ListFormResponsesResponse.class);
    check("GET", "/v1/forms/form-1/responses/" + id, "", FormResponse.class);
  }

  @Test
  void gmailWritesNothingElse() {
    String users = "/gmail/v1/users/me/";
    String start = Long.toString(world.mailbox.history().last());
    check("POST", users + "drafts", draftJson("Bonjour", "Texte"), Draft.class);
    check("POST", users + "drafts", draftJson("Bonjour", "Texte"), Draft.class);
    OfficeMailbox.Draft draft = world.mailbox.drafts().get(0);
    String message = draft.message().id();
    for (String format : List.of("minimal", "metadata", "full", "raw")) {
      check("GET", users + "drafts/" + draft.id() + "?format=" + format, "", Draft.class);
      check("GET", users + "messages/" + message + "?format=" + format, "", Message.class);
    }
    check("PUT", users + "drafts/" + draft.id(), draftJson("Bonjour", "Autre"), Draft.class);
    MailMessage sent = world.mailbox.send(draft.id());
    check("POST", users + "messages/" + sent.id() + "/trash", "", Message.class);
    check("POST", users + "messages/" + sent.id() + "/untrash", "", Message.class);
    check("GET", users + "drafts?maxResults=1", "", ListDraftsResponse.class);
    check("GET", users + "messages?maxResults=1", "", ListMessagesResponse.class);
    check(
        "GET",
        users + "threads/" + sent.threadId(),
        "",
        com.google.api.services.gmail.model.Thread.class);
    check("GET", users + "profile", "", Profile.class);
    check("GET", users + "labels", "", ListLabelsResponse.class);
    check(
        "GET",
        users + "history?maxResults=3&startHistoryId=" + start,
        "",
        ListHistoryResponse.class);
    check("GET", users + "history?startHistoryId=" + start, "", ListHistoryResponse.class);
  }

  @Test
  void theWalkFindsWhatDoesNotBelong() {
    assertThat(
            ModelFields.unknown(
                OfficeJson.parse(
                    "{\"id\":\"r1\",\"message\":{\"id\":\"1\",\"colour\":1},\"x\":[]}"),
                Draft.class,
                Set.of()))
        .containsExactly("/message/colour", "/x");
    assertThat(ModelFields.unknown(OfficeJson.parse("{\"id\":{}}"), Draft.class, Set.of()))
        .hasSize(1);
  }
}
