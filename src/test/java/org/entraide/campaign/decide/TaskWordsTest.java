package org.entraide.campaign.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.people.word.Category;
import org.entraide.plan.letter.LetterComposer;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;
import org.entraide.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskWordsTest {

  private static final int LONGEST = 160;

  private static final Map<String, Object> ARGUMENTS =
      Map.ofEntries(
          Map.entry("ref", "M-7KQ47"),
          Map.entry("helper", new PersonReference("9JNRN")),
          Map.entry("mailbox", "prenom.dupont@francais-de-londres.org.uk"),
          Map.entry("tab", "Réponses 1"),
          Map.entry("newer", "Réponses 2"),
          Map.entry("stable", Message.of("settings.policy.stable")),
          Map.entry("coverage", Message.of("settings.policy.coverage")),
          Map.entry("first", LocalDate.of(2020, 11, 29)),
          Map.entry("needs", LetterComposer.needs(Set.of(Category.FINANCIAL, Category.OTHER))),
          Map.entry("columns", List.of(Message.of("column.instruction"))),
          Map.entry("actions", Message.of("people.phone.spoilt")),
          Map.entry("ask", Message.of("task.ask.phone")),
          Map.entry(
              "what", List.of(Message.of("task.lacks.consent"), Message.of("task.lacks.contact"))));

  private static Stream<String> keys(String language) throws IOException {
    Properties words = new Properties();
    try (Reader file =
        new InputStreamReader(
            Texts.class.getResourceAsStream("tabs_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      words.load(file);
    }
    return words.stringPropertyNames().stream().filter(key -> key.startsWith("task.")).sorted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void eachTaskIsSaidInAFewWords(String language) throws IOException {
    Texts texts = Texts.of(language);

    for (String key : keys(language).toList()) {
      for (int count : List.of(1, 12)) {
        Message message = new Message(key, ARGUMENTS).with("count", count);
        assertThat(texts.format(message)).as(key).hasSizeLessThanOrEqualTo(LONGEST);
      }
    }
    assertThat(keys(language)).hasSizeGreaterThan(50);
  }
}
