package org.entraide.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong in a file, the message names file, line, key, and what to write instead. */
class WrongConfigurationTest extends WrongLines {

  @TempDir private Path directory;

  static Stream<Arguments> keys() {
    return Stream.of(
        added("pol = \"30s\"", 6, "campaigns.x.pol", "unknown key; did you mean \"poll\"?"),
        added(
            "max-waiting-drafts = 3",
            6,
            "campaigns.x.max-waiting-drafts",
            "\"max_waiting_drafts\"?"),
        added("langauge = \"fr\"", 6, "campaigns.x.langauge", "did you mean \"language\"?"),
        added(
            "zzzzzzzz = 1", 6, "campaigns.x.zzzzzzzz", "valid here: categories, consent_assumed,"),
        added("max_km = 3", 6, "campaigns.x.max_km", "it belongs under [campaigns.x.matching]"),
        added("matching.capcity = 3", 6, "campaigns.x.matching.capcity", "\"capacity\"?"),
        added(
            "[campaigns.x.matching]\nmax_kms = 3",
            7,
            "campaigns.x.matching.max_kms",
            "\"max_km\"?"),
        added(
            "[campaigns.x.matching]\npoll = \"3s\"",
            7,
            "campaigns.x.matching.poll",
            "under [campaigns.x]"),
        added(
            "[campaigns.x.questions]\nneed = \"Besoin ?\"",
            7,
            "campaigns.x.questions.need",
            "\"needs\"?"),
        added(
            "[campaigns.x.categories]\nshoping = [\"Courses\"]",
            7,
            "campaigns.x.categories.shoping",
            "\"shopping\"?"),
        added(
            lines(
                "[[campaigns.x.delegates]]",
                "email = \"a@b.fr\"",
                "[[campaigns.x.delegates]]",
                "email = \"c@d.fr\"",
                "nea = \"Dublin\""),
            10,
            "campaigns.x.delegates[2].nea",
            "\"near\"?"),
        added(
            "matching = { max_km = 3, bands = [1] }",
            6,
            "campaigns.x.matching.bands",
            "unknown key"),
        first("[geocode]\nprovider = \"ban\"", 1, "geocode", "did you mean \"geocoder\"?"),
        first("credentials = \"c.json\"", 1, "credentials", "it belongs under [google]"),
        first("[state]\ndirectry = \"s\"", 2, "state.directry", "\"directory\"?"),
        whole(
            lines(
                "[google]",
                "credentials = \"c.json\"",
                "[campaign.x]",
                "spreadsheet = \"1\"",
                "delegate = \"a@b.fr\""),
            3,
            "campaign",
            "did you mean \"campaigns\"?"));
  }

  static Stream<Arguments> syntax() {
    return Stream.of(
        added("poll = 30s", 6, "", "not TOML"),
        added("tab = \"open", 6, "", "not TOML"),
        added("[campaigns.x]", 6, "", "not TOML: Table redefined"),
        added("delegate = \"a@b.fr\"", 6, "", "not TOML: Duplicate key"),
        added("distance bands = [1]", 6, "", "not TOML"),
        whole("a = [1,\n2", 2, "", "not TOML: Premature end of file"));
  }

  @ParameterizedTest
  @MethodSource({"keys", "types", "values", "missing", "syntax"})
  void theMessageNamesFileLineKeyAndCause(String text, int line, String key, String cause)
      throws IOException {
    Path file = Files.writeString(directory.resolve("entraide.toml"), text);

    List<Problem> problems = problems(file);

    assertThat(problems)
        .anySatisfy(
            p -> {
              assertThat(p.line()).isEqualTo(line);
              assertThat(p.key()).isEqualTo(key);
              assertThat(cause(p)).contains(cause);
              assertThat(p.toString()).startsWith(file + ":" + line + ":").contains(key);
            });
  }

  @ParameterizedTest
  @MethodSource({"types", "values", "syntax"})
  void oneMistakeIsOneProblem(String text, int line, String key, String cause) throws IOException {
    Path file = Files.writeString(directory.resolve("entraide.toml"), text);

    assertThat(problems(file)).hasSize(1);
  }

  @Test
  void everythingWrongIsToldAtOnceAndInOrder() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("entraide.toml"),
            """
            [google]
            credential = "c.json"
            [geocoder]
            precise = "no"
            [campaigns.x]
            poll = 30
            [campaigns.x.matching]
            policy = "fair"
            """);

    assertThat(problems(file)).extracting(Problem::line).containsExactly(2, 4, 5, 5, 5, 6, 8);
  }

  @Test
  void aSyntaxErrorHasItsColumn() throws IOException {
    Path file = Files.writeString(directory.resolve("entraide.toml"), "a = \"x\ny\"");

    assertThat(problems(file).get(0).toString()).startsWith(file + ":1:7: not TOML");
  }

  @Test
  void aFileInAnotherEncodingSaysWhereItIsNotUtf8() throws IOException {
    Path file = directory.resolve("entraide.toml");
    Files.write(file, "# a\n# Réponses\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(problems(file))
        .extracting(Problem::toString)
        .containsExactly(file + ":2: is not in UTF-8; save the file as UTF-8");
  }

  @Test
  void aPasswordInTheJournalsAddressIsNotRepeated() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("entraide.toml"),
            "[state]\njournal = \"jdbc:postgresql://db/x?user=a&password=hush\"\n" + RIGHT);

    assertThat(problems(file))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.line()).isEqualTo(2);
              assertThat(cause(p)).contains("journal_password_file").doesNotContain("hush");
            });
  }

  @Test
  void aDirectoryIsNoFile() {
    assertThat(problems(directory))
        .extracting(Problem::toString)
        .containsExactly(directory + ": is a directory; name the file in it");
  }

  @Test
  void aLongWrongTextIsCutShort() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("entraide.toml"), RIGHT + "language = \"" + "x".repeat(500) + "\"");

    assertThat(cause(problems(file).get(0))).hasSizeLessThan(120).endsWith("…\"");
  }

  private static List<Problem> problems(Path file) {
    ConfigurationException wrong =
        catchThrowableOfType(ConfigurationException.class, () -> ConfigurationReader.read(file));
    assertThat(wrong).isNotNull();
    return wrong.problems();
  }

  private static String cause(Problem problem) {
    return Texts.english().format(problem.cause());
  }
}
