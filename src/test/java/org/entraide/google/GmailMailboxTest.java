package org.entraide.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.entraide.campaign.Mailbox;
import org.entraide.campaign.Mailbox.Draft;
import org.entraide.campaign.Mailbox.Fate;
import org.entraide.campaign.Mailbox.Trace;
import org.entraide.campaign.RemoteFailure;
import org.entraide.campaign.RemoteFailure.Kind;
import org.entraide.plan.Letter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GmailMailboxTest {

  private static final String NONE = "{\"resultSizeEstimate\": 0}";

  private final ScriptedWire wire = new ScriptedWire();
  private @TempDir Path directory;
  private Mailbox mailbox;

  @BeforeEach
  void open() {
    mailbox =
        Offices.services(directory, ScriptedWire.ENDPOINT, wire, new Offices.Time())
            .mailbox(Offices.DELEGATE);
  }

  @Test
  void allPagesOfDraftsAreListedAndAnEmptyOneInBetweenIsNoEnd() throws Exception {
    wire.then("{\"drafts\":[" + draft("r1", "m1", "t1") + "],\"nextPageToken\":\"p2\"}")
        .then("{\"nextPageToken\":\"p3\"}")
        .then("{\"drafts\":[" + draft("r-2", "m2", "t2") + "]}");

    assertThat(mailbox.drafts())
        .containsExactly(new Draft("r1", "m1", "t1"), new Draft("r-2", "m2", "t2"));
    assertThat(wire.sent()).hasSize(3);
    assertThat(wire.sent().get(0).query()).contains("maxResults=500").doesNotContain("q=");
    assertThat(wire.sent().get(2).query()).contains("pageToken=p3");
  }

  @Test
  void pagesInACircleAreNoEndlessLoop() {
    wire.then("{\"nextPageToken\":\"p\"}").then("{\"nextPageToken\":\"p\"}");

    assertThatThrownBy(() -> mailbox.drafts())
        .isInstanceOfSatisfying(
            RemoteFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
  }

  @Test
  void aLetterIsLeftAsADraft() throws Exception {
    wire.then(draft("r1", "m1", "t1"));

    Draft created = mailbox.create(letter("zoe@example.org"));

    assertThat(created).isEqualTo(new Draft("r1", "m1", "t1"));
    assertThat(wire.only().method()).isEqualTo("POST");
    assertThat(wire.only().uri().getPath()).isEqualTo("/gmail/v1/users/me/drafts");
    byte[] raw = Base64.getUrlDecoder().decode(wire.only().json().at("/message/raw").asText());
    MimeMessage mail =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
    assertThat(mail.getSubject()).isEqualTo("Mise en relation [M-7KQ47]");
  }

  @Test
  void aLetterToNoAddressIsRefusedHereByItsReferenceAlone() {
    assertThatThrownBy(() -> mailbox.create(letter("zoe at example")))
        .isInstanceOfSatisfying(
            RemoteFailure.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.REJECTED);
              assertThat(e.maybeApplied()).isFalse();
            })
        .hasMessageContaining("M-7KQ47")
        .hasMessageNotContaining("zoe");
    assertThat(wire.sent()).isEmpty();
  }

  @Test
  void aLetterIsFoundAmongDraftsByItsSubjectAlone() throws Exception {
    wire.then("{\"drafts\":[" + draft("r0", "m0", "t0") + "," + draft("r1", "m1", "t1") + "]}")
        .then(message("m0", "Privé", "DRAFT"))
        .then(message("m1", "Mise en relation [M-7KQ47]", "DRAFT"));

    Map<String, Trace> found = mailbox.find(Set.of("M-7KQ47"));

    assertThat(found)
        .containsExactly(Map.entry("M-7KQ47", new Trace(Fate.DRAFT, new Draft("r1", "m1", "t1"))));
    assertThat(wire.sent().get(1).query())
        .contains("format=metadata", "metadataHeaders=Subject")
        .doesNotContain("full", "raw");
  }

  @Test
  void whatIsNotADraftIsLookedForInSentMailAndTrash() throws Exception {
    wire.then(NONE)
        .then("{\"messages\":[{\"id\":\"s1\",\"threadId\":\"t1\"}]}")
        .then(message("s1", "=?UTF-8?Q?Mise_en_relation_=C3=A9t=C3=A9_[M-7KQ47]?=", "SENT"))
        .then("{\"messages\":[{\"id\":\"x1\",\"threadId\":\"t2\"}]}")
        .then(message("x1", "Mise en relation [M-ABC12]", "TRASH"));

    Map<String, Trace> found = mailbox.find(Set.of("M-7KQ47", "M-ABC12", "M-ZZZZ9"));

    assertThat(found)
        .containsOnly(
            Map.entry("M-7KQ47", new Trace(Fate.SENT, new Draft("", "s1", "t1"))),
            Map.entry("M-ABC12", new Trace(Fate.TRASHED, new Draft("", "x1", "t2"))));
    assertThat(wire.sent().get(1).query()).contains("labelIds=SENT");
    assertThat(wire.sent().get(3).query()).contains("labelIds=TRASH", "includeSpamTrash=true");
  }

  @Test
  void aDraftThatOutlivesItsSendingIsSent() throws Exception {
    wire.then("{\"drafts\":[" + draft("r1", "m1", "t1") + "]}")
        .then(message("m1", "Mise en relation [M-7KQ47]", "SENT"));

    assertThat(mailbox.find(Set.of("M-7KQ47")).values())
        .extracting(Trace::fate)
        .containsExactly(Fate.SENT);
  }

  @Test
  void anAnswerBegunToASentLetterIsNotTheLetter() throws Exception {
    wire.then("{\"drafts\":[" + draft("r9", "m9", "t1") + "]}")
        .then(message("m9", "Re: Mise en relation [M-7KQ47]", "DRAFT"))
        .then("{\"messages\":[{\"id\":\"s1\",\"threadId\":\"t1\"}]}")
        .then(message("s1", "Mise en relation [M-7KQ47]", "SENT"));

    assertThat(mailbox.find(Set.of("M-7KQ47")).values())
        .extracting(Trace::fate)
        .containsExactly(Fate.SENT);
  }

  @Test
  void aMailIsLookedAtOnceHoweverOftenIsSearched() throws Exception {
    wire.then("{\"drafts\":[" + draft("r0", "m0", "t0") + "]}")
        .then(message("m0", "Privé", "DRAFT"))
        .then(NONE)
        .then(NONE);
    assertThat(mailbox.find(Set.of("M-7KQ47"))).isEmpty();
    wire.then("{\"drafts\":[" + draft("r0", "m0", "t0") + "]}").then(NONE).then(NONE);

    assertThat(mailbox.find(Set.of("M-7KQ47"))).isEmpty();
    assertThat(wire.sent()).hasSize(7);
  }

  @Test
  void aDraftThatIsGoneBetweenListAndLookIsNoFailure() throws Exception {
    wire.then("{\"drafts\":[" + draft("r0", "m0", "t0") + "]}").then("404").then(NONE).then(NONE);

    assertThat(mailbox.find(Set.of("M-7KQ47"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DRAFT|DRAFT",
        "SENT|SENT",
        "TRASH,DRAFT|TRASHED",
        "INBOX|ABSENT",
        "DRAFT;SENT|SENT",
        "INBOX;SENT;TRASH|SENT",
        "TRASH;DRAFT|DRAFT",
      })
  void aThreadTellsWhatBecameOfADraft(String messages, Fate fate) throws Exception {
    StringBuilder list = new StringBuilder();
    for (String labels : messages.split(";", -1)) {
      list.append(list.isEmpty() ? "" : ",").append(message("m" + list.length(), "", labels));
    }
    wire.then("{\"id\":\"t1\",\"messages\":[" + list + "]}");

    Trace trace = mailbox.trace(new Draft("r1", "m1", "t1"));

    assertThat(trace.fate()).isEqualTo(fate);
    assertThat(wire.only().uri().getPath()).isEqualTo("/gmail/v1/users/me/threads/t1");
    assertThat(wire.only().query()).contains("format=metadata");
  }

  @Test
  void aThreadThatIsGoneIsAbsent() throws Exception {
    wire.then("404");

    assertThat(mailbox.trace(new Draft("r1", "m1", "t1")))
        .isEqualTo(new Trace(Fate.ABSENT, new Draft("r1", "m1", "t1")));
  }

  private static Letter letter(String email) {
    return new Letter(
        "M-7KQ47",
        Offices.DELEGATE,
        List.of(new Letter.Recipient("Zoé", email)),
        "Mise en relation [M-7KQ47]",
        "Bonjour");
  }

  private static String draft(String id, String message, String thread) {
    return "{\"id\":\"%s\",\"message\":{\"id\":\"%s\",\"threadId\":\"%s\"}}"
        .formatted(id, message, thread);
  }

  private static String message(String id, String subject, String labels) {
    return """
    {"id":"%s","threadId":"t","labelIds":["%s"],
     "payload":{"headers":[{"name":"Subject","value":"%s"}]}}
    """
        .formatted(id, labels.replace(",", "\",\""), subject);
  }
}
