package org.entraide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entraide.google.wire.Scopes;
import org.entraide.plan.letter.Letter;
import org.entraide.plan.letter.LetterCases;
import org.entraide.plan.letter.LetterComposer;
import org.entraide.plan.letter.Sender;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The delegates' pages say what the daemon says today. */
@NullMarked
class DelegatesPagesTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void everyStateAndOutcomeThatADelegateMeetsIsNamed(String language) throws Exception {
    Texts texts = Texts.of(language);

    assertThat(page(language))
        .contains(
            List.of(
                    "state.drafted",
                    "state.sent",
                    "state.bounced",
                    "state.discarded",
                    "state.accepted",
                    "state.declined",
                    "state.no_answer",
                    "state.done",
                    "ledger.title",
                    "ledger.outcome")
                .stream()
                .map(key -> "*" + texts.get(key) + "*")
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void sentencesInQuotesAreThoseOfTheSheet(String language) throws Exception {
    Texts texts = Texts.of(language);

    for (String key : List.of("ledger.explain.scheduled", "ledger.explain.answered")) {
      assertThat(page(language)).contains(texts.get(key).replaceAll("\\.$", ""));
    }
  }

  /** The same words, wherever a line of the page ends. */
  @ParameterizedTest
  @CsvSource({
    "fr, Entraide des Français de Londres, conseillère des Français de l’étranger",
    "en, Mutual aid in London, consular delegate"
  })
  void theLetterIsTheOneThatDelegatesGet(String language, String title, String role)
      throws Exception {
    Sender sender = new Sender(title, "delegate@example.org", "Claire Martin", role, "", "");
    LetterCases.Case shown = LetterCases.all(sender, "999").get(0);
    Letter letter = LetterComposer.of(Texts.of(language)).introduce(shown.facts()).orElseThrow();
    String body = letter.body().substring(0, letter.body().indexOf("\n--\n"));

    assertThat(words(page(language))).contains(words(letter.subject()), words(body));
  }

  private static String words(String text) {
    return text.replaceAll("[\\s\u202F]+", " ").strip();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void thePictureIsThereAndQuickToLoad(String language) throws Exception {
    String name = "mailbox." + language + ".png";

    assertThat(page(language)).contains("(pictures/" + name + ")");
    assertThat(Files.readAllBytes(PicturedWords.DIRECTORY.resolve(name)))
        .startsWith(PNG)
        .hasSizeLessThan(PicturedWords.MOST_BYTES);
  }

  @Test
  void everyScopeThatIsAskedForIsExplained() throws Exception {
    String page = Files.readString(Path.of("docs", "permissions.md"));

    for (List<String> scopes :
        List.of(Scopes.DOCUMENTS, Scopes.MAILBOX, Scopes.CREATE_FORMS, Scopes.IDENTITY)) {
      for (String scope : scopes) {
        assertThat(page).contains("`" + scope.substring(scope.lastIndexOf('/') + 1) + "`");
      }
    }
  }

  private static String page(String language) throws Exception {
    return Files.readString(Path.of("docs", "delegates." + language + ".md"));
  }
}
