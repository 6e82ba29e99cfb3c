package org.entraide.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.entraide.text.Texts;
import org.entraide.text.typed.NoBreakSpaces;
import org.junit.jupiter.api.Test;

/**
 * All that the program can say is written to {@code target/messages.md}; what the short page
 * quotes, the program says.
 */
class MessagesTest {

  private static final Path PAGE = Path.of("docs/messages.md");
  private static final Path ALL = Path.of("target/messages.md");

  private static final String HEAD =
      """
      # What each message means

      Everything that Entraide can say when something is not as it should be. … stands for what
      differs. Numbers beside a message are exit codes of a command; the daemon itself goes on
      unless it cannot start. `run --once` ends with 3 when some campaign, delegate or row could
      not be served and the rest was. The messages that people meet most, with causes:
      [docs/messages.md](../docs/messages.md).
      """;

  /** What a row of a table quotes, in its first cell. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\*[^|]+\\*) \\|");

  private static final Pattern QUOTE = Pattern.compile("\\*([^*]+)\\*");
  private static final String AND_SO_ON = " …";

  @Test
  void everyMessageOfTheProgramHasItsRow() throws Exception {
    String tables = Messages.tables();
    Files.createDirectories(ALL.toAbsolutePath().getParent());
    Files.writeString(ALL, HEAD + tables);

    assertThat(tables.lines().filter(line -> line.startsWith("| "))).hasSizeGreaterThan(700);
  }

  @Test
  void thePageQuotesWhatTheProgramSays() throws Exception {
    List<String> quoted =
        ROW.matcher(Files.readString(PAGE))
            .results()
            .map(row -> row.group(1))
            .flatMap(cell -> QUOTE.matcher(cell).results())
            .map(MatchResult::group)
            .map(quote -> quote.substring(1, quote.length() - 1))
            .toList();
    Set<String> said = said();

    assertThat(quoted).hasSizeGreaterThanOrEqualTo(32); // twelve in both languages, eight in one
    assertThat(quoted).allSatisfy(quote -> assertThat(said).anyMatch(text -> is(quote, text)));
  }

  @Test
  void anotherQuoteIsFound() throws Exception {
    assertThat(said())
        .noneMatch(text -> is("the disk is empty", text))
        .noneMatch(text -> is("the disk", text));
  }

  private static boolean is(String quote, String text) {
    return quote.endsWith(AND_SO_ON)
        ? text.startsWith(quote.substring(0, quote.length() - 1))
        : text.equals(quote);
  }

  /** With ordinary spaces, as a page has them. */
  private static Set<String> said() throws IOException {
    Set<String> said = new TreeSet<>();
    Messages.said().forEach(one -> said.add(one.text()));
    for (Texts texts : List.of(Texts.of("fr"), Texts.of("en"))) {
      for (String key : new ArrayList<>(texts.keys())) {
        said.add(NoBreakSpaces.plain(Messages.plain(texts.pattern(key))));
      }
    }
    return said;
  }

  @Test
  void noKindOfMessageIsOverlooked() throws Exception {
    assertThat(said())
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
