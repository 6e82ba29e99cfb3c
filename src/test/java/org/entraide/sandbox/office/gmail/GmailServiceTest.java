package org.entraide.sandbox.office.gmail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.sandbox.office.OfficeFixture.DELEGATE;
import static org.entraide.sandbox.office.OfficeFixture.OTHER;
import static org.entraide.sandbox.office.OfficeFixture.ROBOT;
import static org.entraide.sandbox.office.OfficeFixture.mime;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.model.Draft;
import com.google.api.services.gmail.model.ListDraftsResponse;
import com.google.api.services.gmail.model.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entraide.sandbox.office.GmailServiceFixture;
import org.entraide.sandbox.office.OfficeFixture;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.OfficeScopes;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gmail, seen through Google's own client. */
@NullMarked
class GmailServiceTest extends GmailServiceFixture {

  @Test
  void aDraftIsCreatedInTheRecordedShape() throws IOException {
    OfficeResponse answer =
        world.call(
            "POST",
            "/gmail/v1/users/me/drafts",
            world.mailToken(),
            OfficeFixture.draftJson("Bonjour", "Texte"));

    String draftId = world.mailbox.drafts().get(0).id();
    String messageId = world.mailbox.drafts().get(0).message().id();
    assertThat(draftId).matches("r-?\\d+");
    assertThat(messageId).matches("[0-9a-f]{16}");
    assertThat(OfficeJson.parse(answer.text()))
        .isEqualTo(
            OfficeJson.parse(
                """
                {"id":"%s","message":{"id":"%s","threadId":"%s","labelIds":["DRAFT"]}}\
                """
                    .formatted(draftId, messageId, messageId)));
  }

  @Test
  void aDraftIsReadByItsHeadersAlone() throws IOException {
    Draft made = create("=?UTF-8?Q?Mise_en_relation_=C3=A9t=C3=A9?=", "Bonjour <Ana>");
    Message message = draft(made.getId());
    assertThat(header(message, "Subject")).isEqualTo("Mise en relation été");
    assertThat(header(message, "X-Own")).isEqualTo("1");
    assertThat(message.getLabelIds()).containsExactly("DRAFT");
    assertThat(message.getInternalDate()).isEqualTo(1_774_000_800_000L);
    assertThat(message.getSnippet()).isNull();
    assertThat(message.getPayload().getBody()).isNull();

    Message minimal =
        client.users().drafts().get("me", made.getId()).setFormat("minimal").execute().getMessage();
    assertThat(minimal.getPayload()).isNull();
    assertThat(minimal.getSizeEstimate()).isPositive();
  }

  @Test
  void whoMayReadEverythingReadsTextAndBytes() throws IOException {
    Draft made = create("Bonjour", "Ana & Bo");
    Message full = reader.users().drafts().get("me", made.getId()).execute().getMessage();
    assertThat(new String(full.getPayload().getBody().decodeData(), UTF_8))
        .isEqualTo("Ana & Bo\r\n");
    assertThat(full.getSnippet()).isEqualTo("Ana &amp; Bo");
    Message raw = reader.users().messages().get("me", full.getId()).setFormat("raw").execute();
    assertThat(new String(raw.decodeRaw(), UTF_8)).isEqualTo(mime("Bonjour", "Ana & Bo"));
    Message named =
        reader
            .users()
            .messages()
            .get("me", full.getId())
            .setFormat("metadata")
            .setMetadataHeaders(List.of("subject"))
            .execute();
    assertThat(named.getPayload().getHeaders()).hasSize(1);
  }

  @Test
  void aMultipartMessageIsTakenApart() throws IOException {
    String mime =
        """
        Subject: Deux
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="b"

        --b
        Content-Type: text/plain; charset=UTF-8
        Content-Transfer-Encoding: base64

        w4l0w6k=
        --b
        Content-Type: text/html

        <p>x</p>
        --b--
        """;
    MailMessage got = world.mailbox.receive(mime.getBytes(UTF_8), null);
    Message full = reader.users().messages().get("me", got.id()).execute();
    assertThat(full.getPayload().getParts()).hasSize(2);
    assertThat(new String(full.getPayload().getParts().get(0).getBody().decodeData(), UTF_8))
        .isEqualTo("Été");
    assertThat(full.getPayload().getParts().get(1).getPartId()).isEqualTo("1");
    assertThat(full.getLabelIds()).containsExactly("UNREAD", "INBOX");
  }

  @ParameterizedTest
  @ValueSource(strings = {"media", "multipart", "resumable"})
  void everyWayOfUploadingMakesTheSameDraft(String how) throws IOException {
    byte[] bytes = mime("Bonjour", "Été").getBytes(UTF_8);
    ByteArrayContent content = new ByteArrayContent("message/rfc822", bytes);
    Draft metadata = how.equals("media") ? null : new Draft();
    Gmail.Users.Drafts.Create call = client.users().drafts().create("me", metadata, content);
    call.getMediaHttpUploader().setDirectUploadEnabled(!how.equals("resumable"));

    Draft made = call.execute();

    assertThat(world.mailbox.draft(made.getId()).message().raw()).isEqualTo(bytes);
    assertThat(world.mailbox.drafts()).hasSize(1);
  }

  @Test
  void aDraftIsReplacedUnderItsId() throws IOException {
    Draft made = create("Bonjour", "Un");
    Message other =
        new Message()
            .encodeRaw(mime("Bonjour", "Deux").getBytes(UTF_8))
            .setThreadId(made.getMessage().getThreadId());
    Draft replaced =
        client.users().drafts().update("me", made.getId(), new Draft().setMessage(other)).execute();

    assertThat(replaced.getId()).isEqualTo(made.getId());
    assertThat(replaced.getMessage().getId()).isNotEqualTo(made.getMessage().getId());
    assertThat(replaced.getMessage().getThreadId()).isEqualTo(made.getMessage().getThreadId());
    client.users().drafts().delete("me", made.getId()).execute();
    assertThat(world.mailbox.messages()).isEmpty();
    assertThat(status(() -> client.users().drafts().delete("me", made.getId()).execute()))
        .isEqualTo(404);
  }

  @Test
  void draftsAreListedInPagesByTheirIdsAlone() throws IOException {
    assertThat(client.users().drafts().list("me").execute().getDrafts()).isNull();
    for (int i = 0; i < 5; i++) {
      create("Bonjour " + i, "Texte");
    }
    List<String> seen = new ArrayList<>();
    String token = null;
    do {
      ListDraftsResponse page =
          client.users().drafts().list("me").setMaxResults(2L).setPageToken(token).execute();
      page.getDrafts().forEach(draft -> seen.add(draft.getId()));
      assertThat(page.getDrafts().get(0).getMessage().getLabelIds()).isNull();
      token = page.getNextPageToken();
    } while (token != null);
    assertThat(seen).doesNotHaveDuplicates().hasSize(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "/gmail/v1/users/me/drafts?q=in:drafts;Metadata scope does not support 'q' parameter",
        "/gmail/v1/users/me/messages?q=x;Metadata scope does not support 'q' parameter",
        "/gmail/v1/users/me/messages/1;Metadata scope doesn't allow format FULL",
        "/gmail/v1/users/me/messages/1?format=raw;Metadata scope doesn't allow format RAW",
        "/gmail/v1/users/me/drafts/r1?format=FULL;Metadata scope doesn't allow format FULL",
        "/gmail/v1/users/me/threads/1;Metadata scope doesn't allow format FULL"
      })
  void theMetadataScopeForbidsSearchesAndTexts(String path, String words) {
    OfficeResponse answer = world.call("GET", path, world.mailToken(), "");
    assertThat(OfficeJson.parse(answer.text()))
        .isEqualTo(
            OfficeJson.parse(
                """
                {"error":{"code":403,"message":"%1$s","errors":[{"message":"%1$s","domain":"global","reason":"forbidden"}],"status":"PERMISSION_DENIED"}}\
                """
                    .formatted(words)));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,messages,gmail.compose",
    "GET,messages/1,gmail.compose",
    "GET,threads/1,gmail.compose",
    "GET,history,gmail.compose",
    "GET,drafts,gmail.metadata",
    "GET,drafts/r1,gmail.metadata",
    "POST,drafts,gmail.readonly",
    "DELETE,drafts/r1,gmail.readonly",
    "POST,messages/1/trash,gmail.compose",
    "GET,labels,gmail.compose",
    "GET,profile,gmail.send"
  })
  void eachMethodWantsItsScopes(String method, String path, String scope) {
    String token = world.mailToken("https://www.googleapis.com/auth/" + scope);
    OfficeResponse answer = world.call(method, "/gmail/v1/users/me/" + path, token, "");
    assertThat(answer.text()).contains("ACCESS_TOKEN_SCOPE_INSUFFICIENT");
  }

  @Test
  void nobodyElsesMailboxOpensAndARobotHasNone() {
    OfficeResponse other =
        world.call("GET", "/gmail/v1/users/" + OTHER + "/profile", world.mailToken(), "");
    assertThat(other.status()).isEqualTo(403);
    assertThat(other.text()).contains("\"Delegation denied for " + DELEGATE + "\"");

    String robot = world.accounts.accessToken(ROBOT, Set.of(OfficeScopes.GMAIL_COMPOSE));
    OfficeResponse none = world.call("GET", "/gmail/v1/users/me/profile", robot, "");
    assertThat(OfficeJson.parse(none.text()))
        .isEqualTo(
            OfficeJson.parse(
                """
                {"error":{"code":400,"message":"Precondition check failed.","errors":[{"message":"Precondition check failed.","domain":"global","reason":"failedPrecondition"}],"status":"FAILED_PRECONDITION"}}\
                """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/gmail/v1/users/me/drafts/send",
        "/gmail/v1/users/me/messages/send",
        "/upload/gmail/v1/users/me/messages/send?uploadType=media"
      })
  void nothingIsSentAndTheAttemptIsRemembered(String path) throws IOException {
    Draft made = create("Bonjour", "Texte");
    assertThat(world.gmail.sendAttempted()).isFalse();

    OfficeResponse answer =
        world.call(
            "POST", path, world.mailToken(OfficeScopes.MAIL), "{\"id\":\"" + made.getId() + "\"}");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(world.gmail.sendAttempted()).isTrue();
    assertThat(world.mailbox.draft(made.getId()).message().labels()).containsExactly("DRAFT");
    assertThat(world.people("GET", "mailboxes", "").text()).contains("\"sendAttempted\": true");
  }

  @Test
  void badDraftsAreRefused() {
    String token = world.mailToken();
    assertThat(world.call("POST", "/gmail/v1/users/me/drafts", token, "{}").text())
        .contains("'raw' RFC822 payload message string or uploading message via /upload/* URL");
    assertThat(world.call("POST", "/gmail/v1/users/me/drafts", token, "{\"colour\":1}").text())
        .contains("Unknown name \\\"colour\\\" at 'draft': Cannot find field.");
    assertThat(
            world
                .call(
                    "POST",
                    "/gmail/v1/users/me/drafts",
                    token,
                    "{\"message\":{\"raw\":\"U3ViamVjdDogeA\",\"threadId\":\"1\"}}")
                .status())
        .isEqualTo(404);
    assertThat(
            world
                .call("POST", "/gmail/v1/users/me/drafts", token, "{\"message\":{\"raw\":\"*\"}}")
                .text())
        .contains("Base64 decoding failed");
  }
}
