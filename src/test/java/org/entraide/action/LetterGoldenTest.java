package org.entraide.action;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entraide.plan.LettersFixture;
import org.entraide.plan.letter.LetterCases;
import org.entraide.plan.letter.LetterComposer;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every letter, as it arrives, is the one in the files, which people have read. After a change that
 * is meant, {@code mvn -Dtest=LetterGoldenTest -Dletters.write=true test} writes them anew.
 */
@Tag("long")
class LetterGoldenTest {

  static final List<String> LANGUAGES = List.of("fr", "en");

  private static final Path FILES = Path.of("src/test/resources/org/entraide/letters");

  /** French sets these signs off by a space at which no line ends. */
  private static final Pattern FRENCH_SIGN = Pattern.compile("(?<!\u202F)[;!?»]|[\\p{L}\\d] :");

  /** Words whose form tells whether a man or a woman is meant. */
  private static final Pattern GENDER =
      Pattern.compile(
          "\\(e\\)|·|\\b(ravie?|inscrite?|contente?|heureu(x|se)|seule?|voisine?|monsieur|madame"
              + "|he|she|his|her|him|mr|mrs)\\b|\\bmise? en relation|\\bl’une? (à|de) l’autre",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  static List<LetterCases.Case> cases() {
    return LetterCases.all(LettersFixture.SENDER, "112");
  }

  static List<LetterCases.QuestionCase> questions() {
    return LetterCases.questions(LettersFixture.SENDER);
  }

  /** The letters of a language, by the file that they are in. */
  private static Map<String, String> files(String language) {
    LetterPreview preview = new LetterPreview(LetterComposer.of(Texts.of(language)));
    Map<String, String> files = new TreeMap<>();
    int number = 1;
    for (LetterCases.Case one : cases()) {
      String group = one.title().replaceFirst(":.*", "").replaceAll("[^a-z]+", "-");
      files.merge(group + "." + language + ".txt", preview.of(number, one) + "\n", String::concat);
      number++;
    }
    for (LetterCases.QuestionCase one : questions()) {
      files.merge("question." + language + ".txt", preview.of(number, one) + "\n", String::concat);
      number++;
    }
    return files;
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyLetterIsTheOneThatWasRead(String language) throws IOException {
    Map<String, String> files = files(language);
    if (Boolean.getBoolean("letters.write")) {
      write(language, files);
    }
    assertThat(onDisk(language)).isEqualTo(files.keySet().stream().toList());
    for (Map.Entry<String, String> file : files.entrySet()) {
      assertThat(Files.readString(FILES.resolve(file.getKey()), UTF_8))
          .as(file.getKey())
          .isEqualTo(file.getValue());
    }
  }

  private static void write(String language, Map<String, String> files) throws IOException {
    Files.createDirectories(FILES);
    for (String old : onDisk(language)) {
      Files.delete(FILES.resolve(old));
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(FILES.resolve(file.getKey()), file.getValue(), UTF_8);
    }
  }

  private static List<String> onDisk(String language) throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files
          .map(f -> String.valueOf(f.getFileName()))
          .filter(f -> f.endsWith("." + language + ".txt"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyLetterIsShortAndWhole(String language) {
    LetterPreview preview = new LetterPreview(LetterComposer.of(Texts.of(language)));
    for (LetterCases.Case one : cases()) {
      String body = preview.letter(one).orElseThrow().body();

      assertThat(LetterPreview.length(body)).as(one.title()).isBetween(300, 1200);
      assertThat(body)
          .as(one.title())
          .endsWith("\n")
          .doesNotContain("  ", "\n\n\n", "{", "}", "null", " ,", " .", "()", "( ", "\r", "…");
      assertThat(body.lines()).allSatisfy(line -> assertThat(line).isEqualTo(line.strip()));
      assertThat(preview.of(1, one)).as(one.title()).doesNotContain("\n! ");
    }
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyQuestionIsShortAndWhole(String language) {
    LetterComposer letters = LetterComposer.of(Texts.of(language));
    for (LetterCases.QuestionCase one : questions()) {
      String body = letters.ask(one.question()).orElseThrow().body();

      assertThat(LetterPreview.length(body)).as(one.title()).isBetween(300, 1000);
      assertThat(body)
          .as(one.title())
          .contains(one.question().form())
          .doesNotContain("  ", "\n\n\n", "{", "}", "null", " ,", " .", "()", "( ", "\r", "…")
          .doesNotContainPattern(GENDER);
      if (language.equals("fr")) {
        assertThat(body.replace(one.question().form(), ""))
            .as(one.title())
            .doesNotContainPattern(FRENCH_SIGN);
      }
    }
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void noLetterSupposesAnybodysGender(String language) {
    LetterPreview preview = new LetterPreview(LetterComposer.of(Texts.of(language)));
    assertThat(cases())
        .allSatisfy(
            one ->
                assertThat(preview.letter(one).orElseThrow().body())
                    .as(one.title())
                    .doesNotContainPattern(GENDER));
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void frenchSignsStandApartAndEnglishOnesDoNot(String language) {
    LetterPreview preview = new LetterPreview(LetterComposer.of(Texts.of(language)));
    for (LetterCases.Case one : cases()) {
      String body = preview.letter(one).orElseThrow().body();
      if (language.equals("fr")) {
        assertThat(body).as(one.title()).doesNotContainPattern(FRENCH_SIGN);
        assertThat(body).as(one.title()).doesNotContainPattern("\\b[dl] ?’ ?[bcdfgjklmnpqrstvwxz]");
      } else {
        assertThat(body)
            .as(one.title())
            .doesNotContainPattern("\\s[;:!?]")
            .doesNotContain("\u202F");
      }
    }
  }
}
