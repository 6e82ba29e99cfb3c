package org.entraide.journal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;

/** Messages come back out of the journal as they went in, in any language. */
class MessageJsonTest {

  private static final Message FOREIGN =
      Message.of("campaign.foreign").with("installation", "a {b} 'c' \"d\"");
  private static final Message NESTED =
      Message.of("google.failed")
          .with("doing", Message.of("google.doing.sheet.read"))
          .with("why", Message.of("google.why.denied"))
          .with("fix", Message.of("google.fix.share_sheet").with("account", "x@example.org"));
  private static final Message COUNT = Message.of("campaign.stopped.missing").with("count", 4);

  @Test
  void textsNumbersAndOtherMessagesComeBack() {
    List<Message> messages = List.of(NESTED, COUNT, FOREIGN, Message.plain("words as they are"));

    assertThat(MessageJson.read(MessageJson.write(messages))).isEqualTo(messages);
    assertThat(Texts.of("fr").format(MessageJson.read(MessageJson.write(messages)).get(0)))
        .isEqualTo(
            "La lecture de la feuille a échoué\u202f: ce compte n’en a pas le droit. Partagez la"
                + " feuille avec x@example.org comme éditeur.");
  }

  @Test
  void listsComeBack() {
    Message needs =
        Message.of("letter.needs")
            .with("needs", List.of(Message.of("category.pets"), "1.5", Message.plain("x")));

    assertThat(MessageJson.read(MessageJson.write(List.of(needs)))).containsExactly(needs);
  }

  @Test
  void nothingIsAnEmptyText() {
    assertThat(MessageJson.write(List.of())).isEmpty();
    assertThat(MessageJson.read("")).isEmpty();
  }

  @Test
  void whatEarlierVersionsWroteIsReadAsItIs() {
    for (String text : List.of("Reading the form failed. ", "[", "[]", "[1, 2]", "{\"key\": 1}")) {
      assertThat(MessageJson.read(text)).containsExactly(Message.plain(text));
    }
  }

  @Test
  void whatThisVersionDoesNotSayIsReadInEnglish() {
    String unknownKey =
        """
        [{"key": "campaign.of_tomorrow", "args": {"by": 1}, "text": "The moon is full."}]\
        """;
    String unknownWithin =
        MessageJson.write(List.of(NESTED)).replace("google.why.denied", "google.why.of_tomorrow");
    String otherArgument =
        """
        [{"key": "campaign.foreign", "args": {"other": "x"}, "text": "Another one."}]\
        """;
    String otherType = MessageJson.write(List.of(COUNT)).replace(":4", ":\"many\"");

    assertThat(MessageJson.read(unknownKey)).containsExactly(Message.plain("The moon is full."));
    assertThat(MessageJson.read(unknownWithin))
        .containsExactly(Message.plain(Texts.english().format(NESTED)));
    assertThat(MessageJson.read(otherArgument)).containsExactly(Message.plain("Another one."));
    assertThat(MessageJson.read(otherType))
        .containsExactly(Message.plain(Texts.english().format(COUNT)));
  }
}
