package org.entraide.google.gmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.Mailbox.Draft;
import org.entraide.google.GmailMailboxFixture;
import org.entraide.google.ScriptedWire;
import org.entraide.plan.introduction.Conversation;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.junit.jupiter.api.Test;

/** Drafts that are deleted, and threads. */
class GmailMailboxDraftsTest extends GmailMailboxFixture {

  @Test
  void anUntouchedDraftIsDeleted() throws Exception {
    wire.then(draft("r1", "m1", "t1", "DRAFT")).then("{}");

    assertThat(mailbox.delete(new Draft("r1", "m1", "t1"))).isTrue();
    assertThat(wire.sent()).extracting(ScriptedWire.Sent::method).containsExactly("GET", "DELETE");
  }

  @Test
  void aDraftThatIsAnotherMessageNowIsLeft() throws Exception {
    wire.then(draft("r1", "m2", "t1", "DRAFT"));

    assertThat(mailbox.delete(new Draft("r1", "m1", "t1"))).isFalse();
    assertThat(wire.sent()).hasSize(1);
  }

  @Test
  void aSentLetterInADraftsWrapperIsNeverDeleted() throws Exception {
    wire.then(draft("r1", "m1", "t1", "SENT")).then(draft("r1", "m1", "t1", "DRAFT\",\"SENT"));

    assertThat(mailbox.delete(new Draft("r1", "m1", "t1"))).isFalse();
    assertThat(mailbox.delete(new Draft("r1", "m1", "t1"))).isFalse();
    assertThat(wire.sent()).extracting(ScriptedWire.Sent::method).containsOnly("GET");
  }

  @Test
  void aDraftThatIsGoneIsDeletedAlready() throws Exception {
    wire.then("404").then("{}");

    assertThat(mailbox.delete(new Draft("r1", "m1", "t1"))).isTrue();
  }

  @Test
  void aDraftThatIsListedAndNotFoundIsNotGone() {
    wire.then("404").then("{\"drafts\":[{\"id\":\"r1\",\"message\":{\"id\":\"m1\"}}]}");

    assertThatThrownBy(() -> mailbox.delete(new Draft("r1", "m1", "t1")))
        .isInstanceOfSatisfying(
            RemoteFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
  }

  @Test
  void aPageOfSomebodyInBetweenIsNoDeletion() {
    wire.then(draft("r1", "m1", "t1", "DRAFT")).then("<html>Sign in to this network</html>");

    assertThatThrownBy(() -> mailbox.delete(new Draft("r1", "m1", "t1")))
        .isInstanceOfSatisfying(RemoteFailure.class, e -> assertThat(e.maybeApplied()).isTrue());
  }

  /** Google's client makes an empty text of a null. */
  @Test
  void aDraftOfNullsIsLookedForLikeOneThatNobodyToldOf() {
    wire.then("{\"id\":null,\"message\":{\"id\":null,\"threadId\":null}}");

    assertThatThrownBy(() -> mailbox.create(letter("zoe@example.org")))
        .isInstanceOfSatisfying(RemoteFailure.class, e -> assertThat(e.maybeApplied()).isTrue());
  }

  /** Whoever believed it would take all drafts for thrown away. */
  @Test
  void aListOfDraftsWithoutIdsIsNoList() {
    wire.then("{\"drafts\":[{\"id\":null,\"message\":{\"id\":null,\"threadId\":null}}]}");

    assertThatThrownBy(mailbox::drafts)
        .isInstanceOfSatisfying(
            RemoteFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
  }

  @Test
  void anAnswerAboutSomethingElseIsNone() {
    String nulls = "{\"id\":null,\"historyId\":null,\"message\":null,\"messages\":null}";
    for (ThrowingCallable read :
        List.<ThrowingCallable>of(
            () -> mailbox.position(),
            () -> mailbox.changesSince("7"),
            () -> mailbox.conversation("t1"),
            () -> mailbox.heading(new Mailbox.MessageIds("m1", "t1")),
            () -> mailbox.delete(new Draft("r1", "m1", "t1")))) {
      wire.then(nulls).then(nulls).then(nulls).then(nulls);

      assertThatThrownBy(read)
          .isInstanceOfSatisfying(
              RemoteFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
    }
  }

  @Test
  void aThreadIsReadByLabelsAndHeaders() throws Exception {
    wire.then("{\"id\":\"t1\",\"messages\":[" + message("m1", "x", "SENT") + "]}");

    Conversation conversation = mailbox.conversation("t1");

    assertThat(conversation.mails()).hasSize(1);
    assertThat(wire.only().uri().getPath()).isEqualTo("/gmail/v1/users/me/threads/t1");
    assertThat(wire.only().query()).contains("format=metadata").doesNotContain("snippet", "body");
  }

  @Test
  void aThreadThatIsGoneIsEmpty() throws Exception {
    wire.then("404");

    assertThat(mailbox.conversation("t1")).isEqualTo(Conversation.none("t1"));
  }

  @Test
  void thereIsRoomForFewerDraftsAfterEachRequest() throws Exception {
    int roomBefore = mailbox.room();
    wire.then(draft("r1", "m1", "t1"));
    mailbox.create(letter("zoe@example.org"));

    assertThat(roomBefore).isEqualTo(440);
    assertThat(mailbox.room()).isEqualTo(439);
  }
}
