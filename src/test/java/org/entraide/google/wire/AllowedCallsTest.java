package org.entraide.google.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.model.Draft;
import com.google.api.services.gmail.model.Message;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.entraide.google.ScriptedWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedCallsTest {

  private static final String ROOT = "http://office.test/";

  private final AllowedCalls allowed =
      AllowedCalls.of(
          new AllowedCalls.Roots(ROOT, ROOT, ROOT), URI.create("http://office.test/token"));
  private final ScriptedWire wire = new ScriptedWire();
  private final GuardedTransport transport = new GuardedTransport(allowed, wire);

  @ParameterizedTest
  @CsvSource({
    "GET, v4/spreadsheets/1AbC_-x",
    "GET, v4/spreadsheets/1AbC?fields=sheets&includeGridData=true",
    "POST, v4/spreadsheets/1AbC:getByDataFilter",
    "POST, v4/spreadsheets/1AbC:batchUpdate?fields=a",
    "GET, v1/forms/1Fa/responses?filter=timestamp%20%3E%3D%202026-01-01T00:00:00Z",
    "GET, gmail/v1/users/me/drafts?maxResults=500",
    "POST, gmail/v1/users/me/drafts",
    "DELETE, gmail/v1/users/me/drafts/r-123",
    "GET, gmail/v1/users/me/messages/18c0?format=metadata",
    "GET, gmail/v1/users/me/threads/18c0",
    "POST, token",
  })
  void whatTheDaemonNeedsPasses(String method, String path) {
    assertThatCode(() -> allowed.check(method, ROOT + path)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, gmail/v1/users/me/drafts/send",
    "POST, gmail/v1/users/me/messages/send",
    "GET, gmail/v1/users/me/drafts/send",
    "DELETE, gmail/v1/users/me/drafts/send",
    "POST, gmail/v1/users/me/drafts%2Fsend",
    "POST, gmail/v1/users/me/drafts/%73end",
    "POST, gmail/v1/users/me//drafts/send",
    "POST, gmail/v1/users/me/drafts//send",
    "POST, gmail/v1/users/me/drafts/send/",
    "POST, gmail/v1/users/me/drafts/./send",
    "POST, gmail/v1/users/me/drafts/x/../send",
    "POST, gmail/v1/users/me/drafts/send?alt=json",
    "POST, gmail/v1/users/me/drafts/",
    "POST, gmail/v1/users/me/drafts;x=/send",
    "POST, gmail/v1/users/me/drafts#/send",
    "POST, Gmail/v1/users/me/Drafts",
    "POST, upload/gmail/v1/users/me/drafts",
    "POST, upload/gmail/v1/users/me/messages/send",
    "POST, resumable/upload/gmail/v1/users/me/drafts/send",
    "POST, batch",
    "POST, batch/gmail/v1",
    "PUT, gmail/v1/users/me/drafts/r-1",
    "POST, gmail/v1/users/me/drafts/r-1",
    "POST, gmail/v1/users/me/messages",
    "POST, gmail/v1/users/me/messages/import",
    "DELETE, gmail/v1/users/me/messages/18c0",
    "POST, gmail/v1/users/someone@example.org/drafts",
    "post, gmail/v1/users/me/drafts",
    "PUT, v4/spreadsheets/1AbC/values/A1",
    "POST, v4/spreadsheets/1AbC/values/A1:append",
    "POST, v4/spreadsheets",
    "DELETE, v1/forms/1Fa",
    "POST, token/x",
  })
  void everythingElseIsStopped(String method, String path) {
    assertThatThrownBy(() -> allowed.check(method, ROOT + path))
        .isInstanceOf(ForbiddenCallException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://gmail.googleapis.com/gmail/v1/users/me/drafts",
        "http://office.test.evil.example/gmail/v1/users/me/drafts",
        "http://office.test@evil.example/gmail/v1/users/me/drafts",
        "http://evil.example/http://office.test/gmail/v1/users/me/drafts",
      })
  void noOtherMachineIsCalled(String url) {
    assertThatThrownBy(() -> allowed.check("POST", url)).isInstanceOf(ForbiddenCallException.class);
  }

  @Test
  void eachServiceIsOnlyReachedAtItsOwnRoot() {
    AllowedCalls google =
        AllowedCalls.of(
            new AllowedCalls.Roots(
                "https://sheets.test/", "https://forms.test/", "https://gmail.test/"),
            URI.create("https://tokens.test/token"));

    assertThatCode(() -> google.check("POST", "https://gmail.test/gmail/v1/users/me/drafts"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> google.check("POST", "https://sheets.test/gmail/v1/users/me/drafts"))
        .isInstanceOf(ForbiddenCallException.class);
  }

  @Test
  void googlesOwnClientCannotSendADraft() {
    assertThatThrownBy(() -> gmail().users().drafts().send("me", new Draft().setId("r1")).execute())
        .isInstanceOf(ForbiddenCallException.class);
    assertThat(wire.sent()).isEmpty();
  }

  @Test
  void googlesOwnClientCannotSendAMessage() {
    Message message = new Message().setRaw("eA");

    assertThatThrownBy(() -> gmail().users().messages().send("me", message).execute())
        .isInstanceOf(ForbiddenCallException.class);
    assertThatThrownBy(
            () ->
                gmail()
                    .users()
                    .messages()
                    .send("me", message, new ByteArrayContent("message/rfc822", new byte[3]))
                    .execute())
        .isInstanceOf(ForbiddenCallException.class);
    assertThat(wire.sent()).isEmpty();
  }

  @Test
  void googlesOwnClientCannotReplaceADraftNorBatchCalls() {
    Gmail gmail = gmail();

    assertThatThrownBy(() -> gmail.users().drafts().update("me", "r1", new Draft()).execute())
        .isInstanceOf(ForbiddenCallException.class);
    assertThatThrownBy(
            () -> {
              var batch = gmail.batch();
              gmail
                  .users()
                  .drafts()
                  .send("me", new Draft().setId("r1"))
                  .queue(
                      batch,
                      new com.google.api.client.googleapis.batch.json.JsonBatchCallback<>() {
                        @Override
                        public void onSuccess(
                            Message sent, com.google.api.client.http.HttpHeaders headers) {
                          // never
                        }

                        @Override
                        public void onFailure(
                            com.google.api.client.googleapis.json.GoogleJsonError error,
                            com.google.api.client.http.HttpHeaders headers) {
                          // never
                        }
                      });
              batch.execute();
            })
        .isInstanceOf(ForbiddenCallException.class);
    assertThat(wire.sent()).isEmpty();
  }

  @Test
  void aHeaderCannotTurnACallIntoAnother() throws IOException {
    HttpRequest request =
        transport
            .createRequestFactory()
            .buildPostRequest(
                new GenericUrl(ROOT + "gmail/v1/users/me/drafts"),
                new ByteArrayContent("application/json", new byte[2]));
    request.getHeaders().set("X-HTTP-Method-Override", List.of("PUT"));

    assertThatThrownBy(request::execute).isInstanceOf(ForbiddenCallException.class);
    assertThat(wire.sent()).isEmpty();
  }

  private Gmail gmail() {
    return new Gmail.Builder(transport, GsonFactory.getDefaultInstance(), request -> {})
        .setRootUrl(ROOT)
        .setApplicationName("test")
        .build();
  }
}
