package org.entraide.plan.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.plan.introduction.Conversation.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterObservationTest {

  private static final Map<String, String> DRAFTS = Map.of("m0", "d");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DRAFT|Draft",
        "SENT|Sent",
        "DRAFT,SENT|Sent",
        "DRAFT;SENT|Sent",
        "SENT,TRASH|Sent",
        "TRASH,DRAFT|Gone",
        "TRASH;DRAFT|Draft",
        "SCHEDULED|Scheduled",
        "STARRED|Scheduled",
        "SCHEDULED;DRAFT|Draft",
        "SCHEDULED,TRASH|Gone",
      })
  void aThreadTellsWhatBecameOfALetter(String messages, String seen) {
    List<Mail> mails = new ArrayList<>();
    for (String labels : messages.split(";", -1)) {
      mails.add(own("m" + mails.size(), labels.split(",", -1)));
    }

    assertThat(LetterObservation.of(List.of(new Conversation("t", mails)), DRAFTS))
        .extracting(s -> s.getClass().getSimpleName())
        .isEqualTo(seen);
  }

  @Test
  void aThreadThatIsNotThereIsGoneWithoutATrace() {
    assertThat(LetterObservation.of(List.of(Conversation.none("t")), DRAFTS))
        .isEqualTo(new LetterObservation.Gone(false));
    assertThat(LetterObservation.of(List.of(), DRAFTS))
        .isEqualTo(new LetterObservation.Gone(false));
  }

  @Test
  void whatIsInTheTrashWasMade() {
    assertThat(LetterObservation.of(List.of(thread("t", own("m0", "TRASH", "DRAFT"))), DRAFTS))
        .isEqualTo(new LetterObservation.Gone(true));
  }

  @Test
  void aDraftGoesByTheNamesItHas() {
    assertThat(LetterObservation.of(List.of(thread("t", own("m0", "DRAFT"))), DRAFTS))
        .isEqualTo(
            new LetterObservation.Draft("d", "m0", "t", Optional.of(Set.of("zoe@example.org"))));
  }

  @Test
  void anAnswerThatIsBegunWhereSomebodyWroteIsNotTheLetter() {
    assertThat(
            LetterObservation.of(
                List.of(thread("t", others("m1", false), own("m0", "DRAFT"))), DRAFTS))
        .isEqualTo(new LetterObservation.Gone(false));
  }

  @Test
  void aDraftInAnotherThreadThanTheSentLetterIsLeftOver() {
    LetterObservation copied =
        LetterObservation.of(
            List.of(thread("t", own("m0", "DRAFT")), thread("u", own("m1", "SENT"))), DRAFTS);

    assertThat(copied)
        .isInstanceOfSatisfying(
            LetterObservation.Sent.class,
            s -> {
              assertThat(s.draftLeft()).isPresent();
              assertThat(s.threadId()).isEqualTo("u");
            });
  }

  @Test
  void answersAndNoticesBelongToTheThread() {
    LetterObservation seen =
        LetterObservation.of(
            List.of(thread("t", own("m1", "SENT"), others("m2", false), others("m3", true))),
            DRAFTS);

    assertThat(seen)
        .isInstanceOfSatisfying(
            LetterObservation.Sent.class,
            s -> {
              assertThat(s.answered()).isTrue();
              assertThat(s.refused()).isTrue();
              assertThat(s.failed()).containsExactly("zoe@example.org");
            });
  }

  @Test
  void neitherMachinesNorSpamAnswerOrRefuse() {
    Mail away = new Mail("m2", Set.of("INBOX"), false, Set.of(), false, Set.of(), true);
    Mail spam = new Mail("m3", Set.of("SPAM"), false, Set.of(), false, Set.of(), false);
    Mail forged =
        new Mail("m4", Set.of("SPAM"), false, Set.of(), true, Set.of("zoe@example.org"), false);

    assertThat(
            LetterObservation.of(
                List.of(thread("t", own("m1", "SENT"), away, spam, forged)), DRAFTS))
        .isInstanceOfSatisfying(
            LetterObservation.Sent.class,
            s -> {
              assertThat(s.answered()).isFalse();
              assertThat(s.refused()).isFalse();
            });
  }

  private static Conversation thread(String id, Mail... mails) {
    return new Conversation(id, List.of(mails));
  }

  private static Mail own(String id, String... labels) {
    return new Mail(id, Set.of(labels), true, Set.of("zoe@example.org"), false, Set.of(), false);
  }

  private static Mail others(String id, boolean notice) {
    return new Mail(
        id,
        Set.of("INBOX"),
        false,
        Set.of(),
        notice,
        notice ? Set.of("zoe@example.org") : Set.of(),
        false);
  }
}
