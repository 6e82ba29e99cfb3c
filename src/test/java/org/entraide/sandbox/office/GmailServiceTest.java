package org.entraide.sandbox.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.entraide.sandbox.office.OfficeFixture.DELEGATE;
import static org.entraide.sandbox.office.OfficeFixture.OTHER;
import static org.entraide.sandbox.office.OfficeFixture.ROBOT;
import static org.entraide.sandbox.office.OfficeFixture.mime;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.ByteArrayContent;
import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.model.Draft;
import com.google.api.services.gmail.model.History;
import com.google.api.services.gmail.model.ListDraftsResponse;
import com.google.api.services.gmail.model.ListHistoryResponse;
import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.MessagePartHeader;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gmail, seen through Google's own client. */
@NullMarked
class GmailServiceTest {

  private final OfficeFixture world = new OfficeFixture();
  private final Gmail client = world.gmailClient(world.mailToken());
  private final Gmail reader = world.gmailClient(world.mailToken(Scopes.GMAIL_MODIFY));

  private Draft create(String subject, String text) throws IOException {
    Message message = new Message().encodeRaw(mime(subject, text).getBytes(UTF_8));
    return client.users().drafts().create("me", new Draft().setMessage(message)).execute();
  }

  private static String header(Message message, String name) {
    return message.getPayload().getHeaders().stream()
        .filter(header -> header.getName().equalsIgnoreCase(name))
        .map(MessagePartHeader::getValue)
        .findFirst()
        .orElse("");
  }

  private Message draft(String id) throws IOException {
    return client.users().drafts().get("me", id).setFormat("metadata").execute().getMessage();
  }

  private static int status(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    List<Integer> codes = new ArrayList<>();
    assertThatExceptionOfType(GoogleJsonResponseException.class)
        .isThrownBy(call)
        .satisfies(e -> codes.add(e.getStatusCode()));
    return codes.get(0);
  }

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
    assertThat(Json.parse(answer.text()))
        .isEqualTo(
            Json.parse(
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
    assertThat(Json.parse(answer.text()))
        .isEqualTo(
            Json.parse(
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

    String robot = world.accounts.accessToken(ROBOT, Set.of(Scopes.GMAIL_COMPOSE));
    OfficeResponse none = world.call("GET", "/gmail/v1/users/me/profile", robot, "");
    assertThat(Json.parse(none.text()))
        .isEqualTo(
            Json.parse(
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
        world.call("POST", path, world.mailToken(Scopes.MAIL), "{\"id\":\"" + made.getId() + "\"}");

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

  @Test
  void anEditKeepsTheDraftsIdAndItsThreadUntilTheSubjectChanges() throws IOException {
    Draft made = create("Bonjour", "Un");
    String path = "mailboxes/" + DELEGATE + "/drafts/" + made.getId();

    world.people("PUT", path, "{\"text\":\"Été\"}");
    Message edited = draft(made.getId());
    assertThat(edited.getId()).isNotEqualTo(made.getMessage().getId());
    assertThat(edited.getThreadId()).isEqualTo(made.getMessage().getThreadId());
    assertThat(header(edited, "Subject")).isEqualTo("Bonjour");
    assertThat(header(edited, "Message-ID")).isEqualTo("<own@example.org>");
    assertThat(header(edited, "X-Own")).isEmpty();
    assertThat(world.mailbox.draft(made.getId()).message().read().text().strip()).isEqualTo("Été");

    world.people("PUT", path, "{\"subject\":\"Élan\",\"to\":\"bo@example.org\"}");
    Message renamed = draft(made.getId());
    assertThat(header(renamed, "Subject")).isEqualTo("Élan");
    assertThat(header(renamed, "To")).isEqualTo("bo@example.org");
    assertThat(renamed.getThreadId()).isEqualTo(renamed.getId());
  }

  @ParameterizedTest
  @EnumSource(SendMode.class)
  void aSentDraftLooksAsTheSwitchSays(SendMode mode) throws IOException {
    Draft made = create("Bonjour", "Texte");
    String before = made.getMessage().getId();
    BigInteger start = client.users().getProfile("me").execute().getHistoryId();

    OfficeResponse answer =
        world.people(
            "POST",
            "mailboxes/" + DELEGATE + "/drafts/" + made.getId() + "/send",
            "{\"mode\":\"" + mode + "\"}");
    String sentId = Json.parse(answer.text()).path("id").asText();
    Message sent = client.users().messages().get("me", sentId).setFormat("metadata").execute();

    assertThat(sent.getLabelIds()).containsExactly("SENT");
    assertThat(sent.getThreadId()).isEqualTo(made.getMessage().getThreadId());
    assertThat(header(sent, "Message-ID")).endsWith("@mail.gmail.com>");
    assertThat(header(sent, "X-Own")).isEqualTo("1");
    assertThat(sentId.equals(before)).isEqualTo(mode == SendMode.SEND_SAMEID_LABELSWAP);
    if (mode == SendMode.SEND_WRAPPER_KEPT) {
      assertThat(draft(made.getId()).getLabelIds()).containsExactly("SENT");
    } else {
      assertThat(status(() -> draft(made.getId()))).isEqualTo(404);
    }
    assertThat(kinds(history(start)))
        .containsExactlyElementsOf(
            mode == SendMode.SEND_SAMEID_LABELSWAP
                ? List.of("labelsRemoved DRAFT", "labelsAdded SENT")
                : List.of("messagesDeleted", "messagesAdded"));
    assertThat(world.mailbox.sendMode()).isEqualTo(SendMode.SEND_404_NEWID);
    assertThat(world.gmail.sendAttempted()).isFalse();
  }

  private ListHistoryResponse history(BigInteger start) throws IOException {
    return client.users().history().list("me").setStartHistoryId(start).execute();
  }

  private static List<String> kinds(ListHistoryResponse response) {
    List<String> kinds = new ArrayList<>();
    for (History change : response.getHistory()) {
      if (change.getMessagesAdded() != null) {
        kinds.add("messagesAdded");
      }
      if (change.getMessagesDeleted() != null) {
        kinds.add("messagesDeleted");
      }
      if (change.getLabelsAdded() != null) {
        kinds.add("labelsAdded " + change.getLabelsAdded().get(0).getLabelIds().get(0));
      }
      if (change.getLabelsRemoved() != null) {
        kinds.add("labelsRemoved " + change.getLabelsRemoved().get(0).getLabelIds().get(0));
      }
    }
    return kinds;
  }

  @Test
  void aSendCanBeUndone() throws IOException {
    Draft made = create("Bonjour", "Texte");
    MailMessage sent = world.mailbox.send(made.getId());
    world.people("POST", "mailboxes/" + DELEGATE + "/messages/" + sent.id() + "/undo-send", "");

    Mailbox.Draft back = world.mailbox.drafts().get(0);
    assertThat(back.id()).isNotEqualTo(made.getId());
    assertThat(back.message().labels()).containsExactly("DRAFT");
    assertThat(back.message().threadId()).isEqualTo(sent.threadId());
    assertThat(world.mailbox.messages()).hasSize(1);
  }

  @Test
  void aDiscardedDraftIsGoneOrInTheTrash() throws IOException {
    Draft gone = create("Bonjour", "Un");
    Draft trashed = create("Bonjour", "Deux");
    String path = "mailboxes/" + DELEGATE + "/drafts/";
    world.people("POST", path + gone.getId() + "/discard", "");
    world.people("POST", path + trashed.getId() + "/discard", "{\"trash\":true}");

    assertThat(status(() -> draft(gone.getId()))).isEqualTo(404);
    assertThat(draft(trashed.getId()).getLabelIds()).containsExactly("DRAFT", "TRASH");
    assertThat(client.users().drafts().list("me").execute().getDrafts()).isNull();
    assertThat(client.users().drafts().list("me").setIncludeSpamTrash(true).execute().getDrafts())
        .hasSize(1);
    world.people(
        "POST",
        "mailboxes/" + DELEGATE + "/messages/" + trashed.getMessage().getId() + "/restore",
        "");
    assertThat(client.users().drafts().list("me").execute().getDrafts()).hasSize(1);
  }

  @Test
  void historyTellsWhatChangedAndForgets() throws IOException {
    BigInteger start = client.users().getProfile("me").execute().getHistoryId();
    assertThat(history(start).getHistory()).isNull();
    assertThat(history(start).getHistoryId()).isEqualTo(start);
    Draft made = create("Bonjour", "Un");
    ListHistoryResponse added = history(start);
    assertThat(added.getHistory()).hasSize(1);
    Message message = added.getHistory().get(0).getMessagesAdded().get(0).getMessage();
    assertThat(message.getId()).isEqualTo(made.getMessage().getId());
    assertThat(message.getLabelIds()).containsExactly("DRAFT");
    assertThat(history(added.getHistoryId()).getHistory()).isNull();

    world.people("POST", "mailboxes/" + DELEGATE + "/forget", "");
    assertThat(status(() -> history(start))).isEqualTo(404);
    assertThat(history(client.users().getProfile("me").execute().getHistoryId()).getHistory())
        .isNull();
  }

  @Test
  void messagesAreSearchedListedAndLabelled() throws IOException {
    Draft made = create("Bonjour [M-1]", "Texte court");
    MailMessage sent = world.mailbox.send(made.getId());
    create("Autre", "Rien");

    assertThat(found("in:sent subject:M-1 to:ana@example.org after:1")).containsExactly(sent.id());
    assertThat(found("\"texte court\"")).containsExactly(sent.id());
    assertThat(found("in:sent before:1")).isEmpty();
    assertThat(found("rfc822msgid:" + sent.read().headerOr("Message-ID").replaceAll("[<>]", "")))
        .containsExactly(sent.id());
    assertThat(status(() -> found("filename:pdf"))).isEqualTo(501);

    reader.users().messages().trash("me", sent.id()).execute();
    assertThat(found("in:sent")).isEmpty();
    reader.users().messages().untrash("me", sent.id()).execute();
    assertThat(found("in:sent")).containsExactly(sent.id());
    assertThat(reader.users().threads().get("me", sent.threadId()).execute().getMessages())
        .hasSize(1);
    assertThat(client.users().labels().list("me").execute().getLabels()).isNotEmpty();
    assertThat(
            client
                .users()
                .messages()
                .list("me")
                .setLabelIds(List.of("SENT"))
                .execute()
                .getMessages())
        .extracting(Message::getId)
        .containsExactly(sent.id());
  }

  private List<String> found(String q) throws IOException {
    List<Message> messages = reader.users().messages().list("me").setQ(q).execute().getMessages();
    return messages == null ? List.of() : messages.stream().map(Message::getId).toList();
  }

  @Test
  void theMailboxIsShownToThePage() throws IOException {
    Draft made = create("=?UTF-8?Q?=C3=89t=C3=A9?=", "Texte");
    create("Autre", "Encore");
    world.mailbox.send(made.getId());
    world.people("PUT", "mailboxes/" + DELEGATE + "/settings", "{\"send\":\"SEND_WRAPPER_KEPT\"}");
    world.people(
        "POST",
        "mailboxes/" + DELEGATE + "/received",
        "{\"raw\":\"From: bo@example.org\\r\\nSubject: Re\\r\\n\\r\\nMerci\"}");

    com.fasterxml.jackson.databind.JsonNode shown =
        Json.parse(world.people("GET", "mailboxes/" + DELEGATE, "").text());
    assertThat(shown.path("send").asText()).isEqualTo("SEND_WRAPPER_KEPT");
    assertThat(shown.path("drafts")).hasSize(1);
    assertThat(shown.path("sent").path(0).path("subject").asText()).isEqualTo("Été");
    assertThat(shown.path("inbox").path(0).path("text").asText()).isEqualTo("Merci");
    assertThat(world.people("GET", "mailboxes/nobody@example.org", "").status()).isEqualTo(404);
    assertThat(
            world
                .people("PUT", "mailboxes/" + DELEGATE + "/settings", "{\"send\":\"NO\"}")
                .status())
        .isEqualTo(400);
  }
}
