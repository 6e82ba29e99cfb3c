package org.entraide.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entraide.text.LetterTemplate;
import org.entraide.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The administrator's own templates, and how what is wrong in them is told. */
class LetterFilesTest {

  static final List<String> LANGUAGES = List.of("fr", "en");

  @TempDir private Path directory;
  private Path templates = Path.of("");

  @BeforeEach
  void makeDirectory() throws IOException {
    templates = Files.createDirectory(directory.resolve("templates"));
  }

  private LetterSettings read() throws IOException, ConfigurationException {
    Path file =
        Files.writeString(
            directory.resolve("entraide.toml"),
            """
            [google]
            credentials = "credentials.json"
            [letters]
            directory = "templates"
            [campaigns.x]
            spreadsheet = "1Sheet"
            delegate = "delegue@example.org"
            """);
    return ConfigurationReader.read(file).letters();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(templates.resolve(name), text, UTF_8);
  }

  private List<String> problems() {
    return catchThrowableOfType(ConfigurationException.class, this::read).problems().stream()
        .map(Problem::toString)
        .map(p -> p.replace(templates.toAbsolutePath() + "/", ""))
        .toList();
  }

  @Test
  void eachFileReplacesOneTemplateOfOneLanguage() throws Exception {
    write("introduction.fr.mustache", "\uFEFFBonjour {{first}},\r\n{{>advice}}\r\n");
    write("advice.en.mustache", "{{! for everybody\n}}Take care{{#phone}}, {{{phone}}}{{/phone}}.");
    write(".introduction.fr.mustache.swp", "an editor's own");
    write("introduction.fr.mustache~", "an editor's own");

    LetterSettings letters = read();

    assertThat(letters.templates("fr"))
        .containsOnlyKeys(LetterTemplate.INTRODUCTION)
        .containsValue("Bonjour {{first}},\n{{>advice}}\n");
    assertThat(letters.templates("en")).containsOnlyKeys(LetterTemplate.ADVICE);
    assertThat(letters.templates("oc")).isEmpty();
  }

  @Test
  void anEmptyDirectoryLeavesEverythingBuiltIn() throws Exception {
    assertThat(read().own()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void theBuiltInTemplatesAreRight(String language) throws Exception {
    for (LetterTemplate template : LetterTemplate.values()) {
      write(template.key() + "." + language + ".mustache", Texts.of(language).template(template));
    }

    assertThat(read().templates(language)).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{{nedes}} | 1:1: unknown name \"nedes\"; did you mean \"needs\"?",
        "{{#remot}}x{{/remot}} | 1:1: unknown name \"remot\"; did you mean \"remote\"?",
        "{{zzzzzzzzzz}} | 1:1: unknown name \"zzzzzzzzzz\"; valid here: first, second,",
        "a {{person.email}} | 1:3: unknown name \"person.email\"",
        "{{}} | 1:1: unknown name \"\"",
        "{{near}} | 1:1: {{near}} is a condition; write {{#near}}…{{/near}}",
        "{{two words}} | 1:1: {{two words}} is no tag; write a name such as {{needs}}",
        "{{=<% %>=}} | 1:1: {{=<% %>=}} is no tag; write a name such as {{needs}}",
        "{{#near}}x | 1:1: {{#near}} is never closed; write {{/near}}",
        "x{{/near}} | 1:2: {{/near}} closes nothing",
        "{{#near}}{{#phone}}{{/near}}{{/phone}} | 1:20: {{/near}} closes nothing: {{#phone}} of"
            + " line 1 is open; write {{/phone}}",
        "{{needs | 1:1: {{ has no }}",
        "{{needs and {{first}} | 1:1: {{ has no }}",
        "{{{needs}} | 1:1: {{{ has no }}}",
        "needs}} | 1:6: }} has no {{",
        "{{^both}}x | 1:1: {{^both}} is never closed; write {{/both}}",
        "à {{km}} | 1:3: not every letter has {{km}}; write {{#near}}…{{km}}…{{/near}}",
        "{{#both}}{{phone}}{{/both}} | 1:10: not every letter has {{phone}}; write {{^both}}…",
        "{{privacy}} | 1:1: not every letter has {{privacy}}; write {{#privacy}}…{{privacy}}…",
        "{{>advise}} | 1:1: {{>advise}}: the only part is {{>advice}}",
      })
  void whatIsWrongIsToldWithItsLine(String text, String cause) throws IOException {
    write("introduction.fr.mustache", text);

    assertThat(problems().get(0)).startsWith("introduction.fr.mustache:" + cause);
  }

  @Test
  void everyMistakeInEveryFileIsToldAtOnce() throws IOException {
    write("followup.fr.mustache", "Bonjour {{fist}},\n\n{{#boht}}x{{/boht}}\n{{person}}\n");
    write("advice.fr.mustache", "a\n{{>advice}}");

    assertThat(problems())
        .containsExactly(
            "advice.fr.mustache:2:1: {{>advice}}: the advice is itself a part and has none",
            "followup.fr.mustache:1:9: unknown name \"fist\"; did you mean \"first\"?",
            "followup.fr.mustache:3:1: unknown name \"boht\"; did you mean \"both\"?");
  }

  @ParameterizedTest
  @CsvSource({
    "introducton.fr.mustache, did you mean \"introduction.fr.mustache\"?",
    "introduction_fr.mustache, did you mean \"introduction.fr.mustache\"?",
    "introduction.xx.mustache, did you mean \"introduction.",
    "advice.fr.txt, valid here: advice.en.mustache",
    "README.md, valid here: advice.en.mustache"
  })
  void aFileThatIsNoLetterIsTold(String name, String advice) throws IOException {
    write(name, "Bonjour");

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith(name + ": no letter")
        .contains(advice);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n\t", "\uFEFF\n"})
  void anEmptyFileIsTold(String text) throws IOException {
    write("advice.fr.mustache", text);

    assertThat(problems())
        .containsExactly("advice.fr.mustache: is empty; delete it for the built-in text");
  }

  @Test
  void whatCannotBeReadIsTold() throws IOException {
    Files.writeString(
        templates.resolve("introduction.fr.mustache"), "Bonjour\nà vous\n", ISO_8859_1);
    Files.createDirectory(templates.resolve("advice.fr.mustache"));
    Files.createSymbolicLink(templates.resolve("advice.en.mustache"), Path.of("nowhere"));
    write("followup.fr.mustache", "x".repeat(70_000));

    assertThat(problems())
        .containsExactly(
            "advice.en.mustache: may not be read by this user",
            "advice.fr.mustache: is a directory; write a file of that name",
            "followup.fr.mustache: is larger than any letter",
            "introduction.fr.mustache:2: is not in UTF-8; save the file as UTF-8");
  }

  @Test
  void aDirectoryThatIsNotThereIsTold() throws IOException {
    Files.delete(templates);
    assertThat(problems())
        .singleElement()
        .asString()
        .contains(":4: letters.directory: ", "does not exist");

    Files.writeString(templates, "x");
    assertThat(problems()).singleElement().asString().contains("is no directory");
  }
}
