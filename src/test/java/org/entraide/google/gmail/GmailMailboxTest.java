package org.entraide.google.gmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.Mailbox.Draft;
import org.entraide.campaign.port.Mailbox.Heading;
import org.entraide.campaign.port.Mailbox.MessageIds;
import org.entraide.google.GmailMailboxFixture;
import org.entraide.google.Offices;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.letter.Letter;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.junit.jupiter.api.Test;

class GmailMailboxTest extends GmailMailboxFixture {

  private static final String NONE = "{\"resultSizeEstimate\": 0}";

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
    assertThat(mail(wire.only().json().at("/message/raw").asText()).getSubject())
        .isEqualTo("Mise en relation [M-7KQ47]");
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
  void aFollowUpStandsInTheThreadOfTheLetter() throws Exception {
    wire.then(draft("r1", "m2", "t1"));
    Letter letter =
        new Letter(
            "M-7KQ47",
            Offices.DELEGATE,
            List.of(new Letter.Recipient("Zoé", "zoe@example.org")),
            "Re: Mise en relation [M-7KQ47]",
            "Bonjour",
            Optional.empty(),
            Optional.of(
                new Letter.Thread(
                    "t1", "<a@mail.example>", "Mise en relation [M-7KQ47]", Set.of())));

    mailbox.create(letter);

    assertThat(wire.only().json().at("/message/threadId").asText()).isEqualTo("t1");
    MimeMessage mail = mail(wire.only().json().at("/message/raw").asText());
    assertThat(mail.getHeader("In-Reply-To")).containsExactly("<a@mail.example>");
    assertThat(mail.getHeader("References")).containsExactly("<a@mail.example>");
  }

  private Map<String, List<MessageIds>> find(Instant since, String... references)
      throws RemoteFailure {
    Map<String, Introduction> wanted = new LinkedHashMap<>();
    for (String ref : references) {
      wanted.put(
          ref, Introduction.begun(ref, "AAAAA", "BBBBB", Set.of(), null, Offices.DELEGATE, since));
    }
    return mailbox.find(wanted, since, since);
  }

  @Test
  void lettersAreFoundByTheirSubjectsInSentMailDraftsTrashAndWhatHasNoLabel() throws Exception {
    wire.then("{\"messages\":[" + names("s1", "t1") + "]}")
        .then(message("s1", "=?UTF-8?Q?Mise_en_relation_=C3=A9t=C3=A9_[M-7KQ47]?=", "SENT"))
        .then("{\"drafts\":[" + draft("r0", "m0", "t0") + "," + draft("r1", "m1", "t3") + "]}")
        .then(message("m0", "Privé", "DRAFT"))
        .then(message("m1", "Mise en relation [M-DRAFT]", "DRAFT"))
        .then("{\"messages\":[" + names("x1", "t2") + "]}")
        .then(message("x1", "Mise en relation [M-ABC12]", "TRASH"))
        .then("{\"messages\":[" + names("h1", "t9") + "," + names("s1", "t1") + "]}")
        .then(message("h1", "Mise en relation [M-HOUR9]", "UNREAD"));

    Map<String, List<MessageIds>> namesByRef =
        find(Instant.EPOCH, "M-7KQ47", "M-ABC12", "M-DRAFT", "M-ZZZZ9", "M-HOUR9");

    assertThat(namesByRef)
        .containsOnly(
            Map.entry("M-7KQ47", List.of(new MessageIds("s1", "t1"))),
            Map.entry("M-ABC12", List.of(new MessageIds("x1", "t2"))),
            Map.entry("M-DRAFT", List.of(new MessageIds("m1", "t3"))),
            Map.entry("M-HOUR9", List.of(new MessageIds("h1", "t9"))));
    assertThat(wire.sent().get(0).query()).contains("labelIds=SENT").doesNotContain("q=");
    assertThat(wire.sent().get(1).query())
        .contains("format=metadata", "metadataHeaders=Subject")
        .doesNotContain("full", "raw");
    assertThat(wire.sent().get(5).query()).contains("labelIds=TRASH", "includeSpamTrash=true");
  }

  @Test
  void anAnswerThatIsOnlyBegunIsNotTheLetterButOneThatWasSentProvesIt() throws Exception {
    wire.then(NONE)
        .then("{\"drafts\":[" + draft("r9", "m9", "t1") + "]}")
        .then(message("m9", "Re: Mise en relation [M-7KQ47]", "DRAFT"))
        .then(NONE)
        .then(NONE);
    assertThat(find(Instant.EPOCH, "M-7KQ47")).isEmpty();

    wire.then("{\"messages\":[" + names("s2", "t1") + "]}")
        .then(message("s2", "Re: Mise en relation [M-7KQ47]", "SENT"))
        .then(NONE)
        .then(NONE);
    assertThat(find(Instant.EPOCH, "M-7KQ47")).containsOnlyKeys("M-7KQ47");
  }

  @Test
  void olderMailThanTheLetterIsNotLookedAt() throws Exception {
    wire.then("{\"messages\":[" + names("s2", "t2") + "," + names("s1", "t1") + "]}")
        .then(message("s2", "Avant", "SENT").replace("1767225600000", "1000"))
        .then(NONE)
        .then(NONE)
        .then(NONE);

    assertThat(find(Instant.parse("2026-01-01T00:00:00Z"), "M-7KQ47")).isEmpty();
    assertThat(wire.sent()).hasSize(5);
  }

  @Test
  void aMailIsLookedAtOnceHoweverOftenIsSearched() throws Exception {
    String drafts = "{\"drafts\":[" + draft("r0", "m0", "t0") + "]}";
    wire.then(NONE).then(drafts).then(message("m0", "Privé", "DRAFT")).then(NONE).then(NONE);
    assertThat(find(Instant.EPOCH, "M-7KQ47")).isEmpty();
    wire.then(NONE).then(drafts).then(NONE).then(NONE);

    assertThat(find(Instant.EPOCH, "M-7KQ47")).isEmpty();
    assertThat(wire.sent()).hasSize(9);
  }

  @Test
  void aDraftThatIsGoneBetweenListAndLookIsNoFailure() throws Exception {
    wire.then(NONE)
        .then("{\"drafts\":[" + draft("r0", "m0", "t0") + "]}")
        .then("404")
        .then(NONE)
        .then(NONE);

    assertThat(find(Instant.EPOCH, "M-7KQ47")).isEmpty();
  }

  @Test
  void theHeadingOfAMessageIsItsReferencesAndRecipients() throws Exception {
    wire.then(message("m1", "Vos courses [M-7KQ47] [M-ABC12]", "SENT"))
        .then(message("m2", "Re: Vos courses [M-7KQ47]", "SENT"))
        .then("404");

    assertThat(mailbox.heading(new MessageIds("m1", "t")))
        .isEqualTo(new Heading(Set.of("M-7KQ47", "M-ABC12"), Set.of("zoe@example.org"), false));
    assertThat(mailbox.heading(new MessageIds("m2", "t")).references()).isEmpty();
    assertThat(mailbox.heading(new MessageIds("m3", "t"))).isEqualTo(Heading.NONE);
  }

  @Test
  void theHistoryTellsWhereItStandsAndWhatHappened() throws Exception {
    wire.then(
        """
        {"historyId":"120","history":[
          {"id":"110","messages":[{"id":"m1","threadId":"t1"}],
           "messagesAdded":[{"message":{"id":"m1","threadId":"t1","labelIds":["SENT"]}}]}]}
        """);

    Mailbox.Changes changes = mailbox.changesSince("100").orElseThrow();

    assertThat(changes.position()).isEqualTo("120");
    assertThat(changes.sent()).containsExactly(new MessageIds("m1", "t1"));
    assertThat(wire.only().uri().getPath()).isEqualTo("/gmail/v1/users/me/history");
    assertThat(wire.only().query()).contains("startHistoryId=100");
  }

  @Test
  void aHistoryThatDoesNotReachBackIsNoFailure() throws Exception {
    wire.then("404");

    assertThat(mailbox.changesSince("100")).isEmpty();
    assertThat(mailbox.changesSince("no number")).isEmpty();
    assertThat(wire.sent()).hasSize(1);
  }

  @Test
  void aPositionIsTheProfilesAlone() throws Exception {
    wire.then("{\"historyId\":\"120\"}");

    assertThat(mailbox.position()).isEqualTo("120");
    assertThat(wire.only().query()).contains("fields=historyId");
  }

  @Test
  void aProfileWithoutItsPositionIsAFailure() {
    wire.then("{}").then("{}").then("{}").then("{}");

    assertThatThrownBy(() -> mailbox.position()).isInstanceOf(RemoteFailure.class);
  }

  private static MimeMessage mail(String raw) throws MessagingException {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(Base64.getUrlDecoder().decode(raw)));
  }

  private static String names(String id, String thread) {
    return "{\"id\":\"%s\",\"threadId\":\"%s\"}".formatted(id, thread);
  }
}
