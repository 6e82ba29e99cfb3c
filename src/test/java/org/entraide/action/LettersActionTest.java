package org.entraide.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.entraide.Main;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code letters preview} with a configuration whose credentials are not there. */
class LettersActionTest {

  @TempDir private Path directory;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeEach
  void configure() throws IOException {
    configure("fr");
  }

  private void configure(String... languages) throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            [google]
            credentials = "credentials.json"
            [letters]
            directory = "templates"
            reply_to = "entraide@example.org"
            """);
    for (String language : languages) {
      text.append(
          """
          [campaigns.%s]
          spreadsheet = "sheet-%s"
          language = "%s"
          delegate = "delegate.%s@example.org"
          title = "Entraide de Test"
          delegate_name = "Ada Test"
          controller = "Association de Test"
          """
              .formatted(language, language, language, language));
    }
    Files.createDirectories(directory.resolve("templates"));
    Files.writeString(directory.resolve("entraide.toml"), text);
  }

  private int run(String... words) {
    out = new StringWriter();
    err = new StringWriter();
    String[] args =
        Stream.concat(
                Arrays.stream(words),
                Stream.of("--config", directory.resolve("entraide.toml").toString()))
            .toArray(String[]::new);
    return Main.execute(new Console(new PrintWriter(out, true), new PrintWriter(err, true)), args);
  }

  private void template(String name, String text) throws IOException {
    Files.writeString(directory.resolve("templates").resolve(name), text);
  }

  @Test
  void everyLetterIsShownAsItArrives() {
    assertThat(run("letters", "preview")).isEqualTo(ExitCode.OK);

    assertThat(out.toString())
        .startsWith(
            """
            === 1. introduction to both: one need, near
            From: delegate.fr@example.org
            To: "Lætitia d'Ornano" <laetitia@example.org>, "Óscar Ó Súilleabháin" <oscar@example.org>
            Reply-To: entraide@example.org
            Subject: Entraide de Test : Lætitia et Óscar [M-7KQ47]
            Length: \
            """)
        .contains("\n\nBonjour Lætitia, bonjour Óscar,\n", "Association de Test\n")
        .contains("Re: Entraide de Test : ", "\nBien à vous,\nAda Test\n\n--\n")
        .doesNotContain("\n! ", "Hello");
    assertThat(out.toString().lines().filter(l -> l.startsWith("=== ")))
        .hasSize(LetterGoldenTest.cases().size() + LetterGoldenTest.questions().size());
    assertThat(err.toString()).isEqualTo("191 letters, language fr\n");
  }

  @Test
  void aTemplateOfOnesOwnIsShownAndWhatItLeavesOutIsSaid() throws IOException {
    template("introduction.fr.mustache", "Bonjour à {{helper}} !\n\n{{>advice}}\n");
    template("advice.fr.mustache", "Prudence.\n");

    assertThat(run("letters", "preview", "--only", "need, near")).isEqualTo(ExitCode.OK);

    assertThat(out.toString())
        .contains("! does not name who needs help\n\nBonjour à Óscar !\n\nPrudence.\n")
        .contains("! does not tell the telephone number\n")
        .doesNotContain("does not name who helps");
  }

  @Test
  void aWrongTemplateIsToldByEveryCommandThatReadsTheConfiguration() throws IOException {
    template("introduction.fr.mustache", "Bonjour,\n{{nedes}}\n");
    String cause = ":2:1: unknown name \"nedes\"; did you mean \"needs\"?";

    for (List<String> command :
        List.of(List.of("letters", "preview"), List.of("run", "--once"), List.of("doctor"))) {
      assertThat(run(command.toArray(String[]::new))).isEqualTo(ExitCode.CONFIGURATION);
      assertThat(out + err.toString()).contains("introduction.fr.mustache" + cause);
    }
  }

  @ParameterizedTest
  @CsvSource({"'', fr en", "en, en", "fr, fr"})
  void lettersAreInTheLanguagesOfTheCampaignsUnlessOneIsNamed(String language, String languages)
      throws IOException {
    configure("fr", "en");
    String[] words =
        language.isEmpty()
            ? new String[] {"letters", "preview", "--only", "follow-up"}
            : new String[] {"letters", "preview", "--only", "follow-up", "--language", language};

    assertThat(run(words)).isEqualTo(ExitCode.OK);

    assertThat(out.toString().contains("Bonjour")).isEqualTo(languages.contains("fr"));
    assertThat(out.toString().contains("Hello")).isEqualTo(languages.contains("en"));
    assertThat(out.toString().contains("delegate.en@example.org"))
        .isEqualTo(languages.contains("en"));
  }

  @Test
  void wordsOfNoTitleAreTold() {
    assertThat(run("letters", "preview", "--only", "nothing of the kind"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("no title contains \"nothing of the kind\"");
  }
}
