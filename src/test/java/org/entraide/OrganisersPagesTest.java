package org.entraide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The organisers' pages and their pictures say what the daemon says today. */
@NullMarked
class OrganisersPagesTest {

  private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\(pictures/([^)]+)\\)");
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void everyColumnStatusInstructionAndSettingIsExplained(String language) throws Exception {
    Texts texts = Texts.of(language);
    String page = page(language);

    assertThat(texts.keys().stream().filter(OrganisersPagesTest::isExplained))
        .hasSizeGreaterThan(40)
        .filteredOn(key -> !names(page, texts.get(key)))
        .as("what the page leaves out")
        .isEmpty();
  }

  /** Whether a word stands in a table or in italics, as all do that people see in the sheet. */
  private static boolean names(String page, String word) {
    return Pattern.compile("(?<=\\| |, |\\*)" + Pattern.quote(word) + "(?= \\||,|\\*)")
        .matcher(page)
        .find();
  }

  private static boolean isExplained(String key) {
    return key.matches("(column|status|settings\\.label)\\.\\w+")
        || key.matches("instruction\\.\\w+")
        || key.matches("todo\\.(kind\\.\\w+|view\\.\\w+|what|who|detail|since|delegate|link|title)")
        || key.matches("state\\.(accepted|declined|no_answer|done)")
        || List.of("ledger.title", "ledger.outcome", "settings.title", "settings.value")
            .contains(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void everyPictureIsThereAndQuickToLoad(String language) throws Exception {
    Matcher pictures = PICTURE.matcher(page(language));

    List<String> shown = pictures.results().map(result -> result.group(1)).toList();
    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(PicturedWords.NAMES.stream(), Stream.of("mailbox", "view"))
                .map(name -> name + "." + language + ".png")
                .toList());
    for (String name : shown) {
      assertThat(Files.readAllBytes(PicturedWords.DIRECTORY.resolve(name)))
          .as(name)
          .startsWith(PNG)
          .hasSizeLessThan(PicturedWords.MOST_BYTES);
    }
  }

  /** If it fails, make the pictures again: see {@code OrganisersPicturesTest}. */
  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void thePicturesShowTheWordsOfToday(String language) throws Exception {
    Texts texts = Texts.of(language);
    Map<String, String> pictured = new TreeMap<>();
    for (String line : Files.readAllLines(PicturedWords.file(language))) {
      String[] parts = line.split(" = ", 2);
      pictured.put(parts[0], parts[1]);
    }

    assertThat(pictured.keySet()).containsAll(PicturedWords.wanted(texts));
    assertThat(texts.keys()).containsAll(pictured.keySet());
    assertThat(pictured)
        .allSatisfy((key, words) -> assertThat(words).as(key).isEqualTo(texts.get(key)));
  }

  private static String page(String language) throws Exception {
    return Files.readString(Path.of("docs", "organisers." + language + ".md"));
  }
}
