package org.entraide.google.gmail;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.MessagePart;
import com.google.api.services.gmail.model.MessagePartHeader;
import com.google.api.services.gmail.model.Thread;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entraide.plan.introduction.Conversation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageHeadersTest {

  private static final String ME = "Delegate@example.org";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zoe@example.org|zoe@example.org",
        "Zoé d'Ornano <Zoe@Example.org>|zoe@example.org",
        "\"Ornano, Zoé d'\" <zoe@example.org>, ana@example.org|zoe@example.org,ana@example.org",
        "=?UTF-8?Q?=C3=93_S=C3=BAilleabh=C3=A1in?= <os@example.org>|os@example.org",
        "李 <li@example.org>|li@example.org",
        "a group: zoe@example.org, ana@example.org;|zoe@example.org,ana@example.org",
      })
  void addressesAreReadWhateverNamesStandBeside(String header, String addresses) {
    Set<String> read = MessageHeaders.addresses(header);

    assertThat(read).containsExactlyInAnyOrder(addresses.split(","));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "undisclosed-recipients:;", "<", "\"", ",,,", "(comment"})
  void anOddHeaderIsNobodysAddress(String header) {
    assertThat(MessageHeaders.addresses(header)).isEmpty();
  }

  @Test
  void headersHaveNoCaseAndTheFirstCounts() {
    Message message = message(List.of(), "sUBJECT", "one", "Subject", "two");

    assertThat(MessageHeaders.of(message, "Subject")).isEqualTo("one");
    assertThat(MessageHeaders.of(message, "To")).isEmpty();
    assertThat(MessageHeaders.of(new Message(), "To")).isEmpty();
  }

  @Test
  void allWhomAMessageGoesToAreRecipients() {
    Message message =
        message(List.of(), "To", "a@b.example", "Cc", "C@d.example", "Bcc", "e@f.example");

    assertThat(MessageHeaders.recipients(message))
        .containsExactlyInAnyOrder("a@b.example", "c@d.example", "e@f.example");
  }

  @Test
  void whatTheDelegateWroteIsOwnByLabelOrSender() {
    assertThat(mails(message(List.of("SENT"), "From", "alias@example.org")))
        .allMatch(Conversation.Mail::own);
    assertThat(mails(message(List.of(), "From", "Me <delegate@EXAMPLE.org>")))
        .allMatch(Conversation.Mail::own);
    assertThat(mails(message(List.of("INBOX"), "From", "zoe@example.org")))
        .noneMatch(Conversation.Mail::own)
        .noneMatch(Conversation.Mail::notice);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
        "MAILER-DAEMON@mx.example.org",
        "postmaster@example.org"
      })
  void aMailSystemsNoticeNamesWhatFailed(String from) {
    List<Conversation.Mail> mails =
        mails(
            message(
                List.of("INBOX"),
                "From",
                from,
                "Subject",
                "Delivery Status Notification (Failure)",
                "X-Failed-Recipients",
                "Zoe@example.org"));

    assertThat(mails).hasSize(1).allMatch(Conversation.Mail::notice);
    assertThat(mails.get(0).failed()).containsExactly("zoe@example.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Delivery Status Notification (Delay)", "Warning: could not send yet"})
  void aLateDeliveryIsNoMailAtAll(String subject) {
    assertThat(
            mails(
                message(List.of("INBOX"), "From", "mailer-daemon@example.org", "Subject", subject)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Auto-Submitted, auto-replied",
    "auto-submitted, 'Auto-Generated; owner-email=\"zoe@example.org\"'",
    "Auto-Submitted, nothing",
    "Precedence, Bulk",
    "Precedence, auto_reply",
    "X-Autoreply, yes",
    "X-Autorespond, Absence"
  })
  void aMachinesAnswerIsNoPersons(String header, String value) {
    assertThat(mails(message(List.of("INBOX"), "From", "zoe@example.org", header, value)))
        .hasSize(1)
        .allMatch(Conversation.Mail::automatic);
  }

  @ParameterizedTest
  @CsvSource({"Auto-Submitted, no", "Auto-Submitted, ' No (by hand)'", "Precedence, first-class"})
  void aPersonsAnswerIsOne(String header, String value) {
    assertThat(mails(message(List.of("INBOX"), "From", "zoe@example.org", header, value)))
        .hasSize(1)
        .noneMatch(Conversation.Mail::automatic);
  }

  @Test
  void aPersonWhoWritesOfADelayIsAPerson() {
    assertThat(
            mails(
                message(List.of("INBOX"), "From", "zoe@example.org", "Subject", "Sorry, delayed")))
        .hasSize(1);
  }

  @Test
  void aFollowUpAnswersTheSentLetterUnlessThatIsInTheTrash() {
    Message sent = message(List.of("SENT"), "Message-Id", "<a@b>", "Subject", "Bonjour");
    Message draft = message(List.of("DRAFT"), "Message-ID", "<c@d>");

    assertThat(MessageHeaders.sentLetter(thread(draft, sent)))
        .hasValueSatisfying(
            it -> {
              assertThat(it.threadId()).isEqualTo("t1");
              assertThat(it.messageId()).isEqualTo("<a@b>");
              assertThat(it.subject()).isEqualTo("Bonjour");
              assertThat(it.toString()).doesNotContain("Bonjour");
            });
    assertThat(MessageHeaders.sentLetter(thread(draft))).isEmpty();
    assertThat(
            MessageHeaders.sentLetter(
                thread(message(List.of("SENT", "TRASH"), "Message-ID", "<a@b>"))))
        .isEmpty();
    assertThat(MessageHeaders.sentLetter(thread(message(List.of("SENT"))))).isEmpty();
  }

  private static List<Conversation.Mail> mails(Message... messages) {
    return MessageHeaders.conversation(thread(messages), ME).mails();
  }

  private static Thread thread(Message... messages) {
    return new Thread().setId("t1").setMessages(List.of(messages));
  }

  private static Message message(List<String> labels, String... headers) {
    List<MessagePartHeader> parts = new ArrayList<>();
    for (int i = 0; i < headers.length; i += 2) {
      parts.add(new MessagePartHeader().setName(headers[i]).setValue(headers[i + 1]));
    }
    return new Message()
        .setId("m1")
        .setThreadId("t1")
        .setLabelIds(labels)
        .setPayload(new MessagePart().setHeaders(parts));
  }
}
