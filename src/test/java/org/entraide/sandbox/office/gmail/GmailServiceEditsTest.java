package org.entraide.sandbox.office.gmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.sandbox.office.OfficeFixture.DELEGATE;

import com.google.api.services.gmail.model.Draft;
import com.google.api.services.gmail.model.History;
import com.google.api.services.gmail.model.ListHistoryResponse;
import com.google.api.services.gmail.model.Message;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.entraide.sandbox.office.GmailServiceFixture;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do in the mailbox, as the service shows it. */
@NullMarked
class GmailServiceEditsTest extends GmailServiceFixture {

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

  @Test
  void aNameWithAnAccentStaysReadableInAnEditedDraft() throws IOException {
    Draft made = create("Bonjour", "Un");
    String mailbox = "mailboxes/" + DELEGATE;

    world.people(
        "PUT",
        mailbox + "/drafts/" + made.getId(),
        "{\"to\":\"Zoé François <zoe@example.org>, bo@example.org\"}");

    assertThat(world.people("GET", mailbox, "").text())
        .contains("Zoé François <zoe@example.org>, bo@example.org");
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
    String sentId = OfficeJson.parse(answer.text()).path("id").asText();
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

    OfficeMailbox.Draft back = world.mailbox.drafts().get(0);
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

    assertThat(search("in:sent subject:M-1 to:ana@example.org after:1")).containsExactly(sent.id());
    assertThat(search("\"texte court\"")).containsExactly(sent.id());
    assertThat(search("in:sent before:1")).isEmpty();
    assertThat(search("rfc822msgid:" + sent.read().headerOr("Message-ID").replaceAll("[<>]", "")))
        .containsExactly(sent.id());
    assertThat(status(() -> search("filename:pdf"))).isEqualTo(501);

    reader.users().messages().trash("me", sent.id()).execute();
    assertThat(search("in:sent")).isEmpty();
    reader.users().messages().untrash("me", sent.id()).execute();
    assertThat(search("in:sent")).containsExactly(sent.id());
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

  private List<String> search(String q) throws IOException {
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
        OfficeJson.parse(world.people("GET", "mailboxes/" + DELEGATE, "").text());
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
