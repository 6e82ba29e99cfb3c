package org.entraide.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The page of messages has all that the program can say. It is written anew with {@code *
 * -Dmessages.write=true}.
 */
class MessagesTest {

  private static final Path PAGE = Path.of("docs/messages.md");
  private static final String BEGIN = "<!-- made from the program's sources by MessagesTest -->\n";

  @Test
  void everyMessageOfTheProgramStandsOnThePage() throws Exception {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    String tables = Messages.tables();
    if (Boolean.getBoolean("messages.write")) {
      Files.writeString(PAGE, page.substring(0, begin) + tables);
    }

    assertThat(Files.readString(PAGE).substring(begin)).isEqualTo(tables);
  }

  @Test
  void noKindOfMessageIsOverlooked() throws Exception {
    List<String> said = Messages.said().stream().map(Said::text).toList();

    assertThat(said)
        .contains(
            "this account may not do it",
            "Share the spreadsheet with … as editor.",
            "the disk is full",
            "the permission was not given. Run the command again and allow it. An app in testing"
                + " lets only its test users in: Google Cloud console > Google Auth Platform >"
                + " Audience > Test users.")
        .anySatisfy(text -> assertThat(text).startsWith("There is no configuration: neither"))
        .anySatisfy(text -> assertThat(text).startsWith("… is no e-mail address; write it alone"))
        .noneMatch(text -> text.contains("SELECT "));
  }

  @Test
  void aPatternIsShownWithItsUsualForm() {
    assertThat(
            Messages.plain(
                "{count, plural, one {One row is} other {# rows are}} gone from {tab}, {a} of"
                    + " them."))
        .isEqualTo("… rows are gone from …, … of them.");
  }
}
