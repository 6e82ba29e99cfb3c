package org.entraide.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.entraide.PicturedWords;
import org.jspecify.annotations.NullMarked;

/**
 * A picture of the whole page in {@code docs}, and beside those of the organisers a file of the
 * words that it shows: those of the page, of the form, and the headers of the sheet; no names, and
 * nothing of a letter, which may be open or not. Take the pictures anew after a word changes:
 * {@code mvn -Dentraide.pictures=true -Dtest='PageLooksBrowserTest,ScenesBrowserTest' test}.
 */
@NullMarked
record ReadmePicture(String name) {

  static final boolean TAKING = Boolean.getBoolean("entraide.pictures");

  private static final String WORDS =
      """
      const shown = [...document.querySelectorAll(
        '[data-text], #tabs button, #grid [data-head] span, #scene-title, #scene-count,'
          + ' #form-title, #answers label, #answers legend')];
      return shown.filter(e => e.checkVisibility() && !e.closest('.unseen, #reader'))
        .map(e => e.textContent.trim());\
      """;

  private Path words() {
    return PicturedWords.DIRECTORY.resolve("words." + name + ".txt");
  }

  /** Makes sure that the picture was taken of a page with these words. */
  void isOfToday(Browser browser) throws IOException {
    if (!TAKING) {
      assertThat(shown(browser))
          .as("take %s anew, see %s", name, ReadmePicture.class.getSimpleName())
          .isEqualTo(Files.readString(words(), UTF_8));
    }
  }

  void take(Browser browser) throws IOException {
    browser.await("nothing is lit as new", () -> new Sight(browser).count("#grid .fresh") == 0);
    Files.write(Path.of("docs", name + ".png"), browser.picture());
    Files.writeString(words(), shown(browser), UTF_8);
  }

  private static String shown(Browser browser) {
    Set<String> words = new LinkedHashSet<>();
    for (JsonNode word : browser.evaluate(WORDS)) {
      if (!word.asText().isEmpty()) {
        words.add(word.asText());
      }
    }
    return String.join("\n", words) + "\n";
  }
}
