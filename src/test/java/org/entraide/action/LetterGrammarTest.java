package org.entraide.action;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entraide.plan.letter.LetterCases;
import org.entraide.plan.letter.LetterComposer;
import org.entraide.testkit.Vetted;
import org.entraide.text.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.Rule;
import org.languagetool.rules.RuleMatch;
import org.languagetool.rules.spelling.SpellingCheckRule;
import org.slf4j.LoggerFactory;

/**
 * LanguageTool reads the letters of a language when one of them has changed, and finds nothing; in
 * the long profile it reads all.
 */
@Tag("long")
class LetterGrammarTest {

  /** Of people and places who are in no dictionary. */
  private static final List<String> NAMES =
      List.of(
          "Lætitia",
          "Ornano",
          "d'Ornano",
          "Óscar",
          "明",
          "Nordstadt",
          "Entraide",
          "déléguée",
          "Ada",
          "Alba",
          "Cowes",
          "Jean-Baptiste",
          "Anne-Marie",
          "Bell",
          "Kelvinside",
          "Paisley",
          "Glasgow",
          "Kensington",
          "Camden",
          "SW7",
          "SW5");

  /** What is right here. */
  private static final List<String> NOT_HERE =
      List.of(
          "LIGATURES", // a name has its own letters: « Lætitia » is one, as it happens
          "OU_LEQUEL", // « dites où vous allez » asks for a place, and has no antecedent
          "PLEONASME_VERBE_ENSEMBLE"); // « parlerez ensemble »: of two who talk to others, too

  private static final Vetted VETTED = Vetted.of("letters", List.of(NAMES, NOT_HERE));

  private static final Map<String, JLanguageTool> TOOLS = new HashMap<>();

  @BeforeAll
  static void quiet() {
    if (LoggerFactory.getLogger("org.languagetool") instanceof Logger logger) {
      logger.setLevel(Level.WARN);
    }
  }

  @ParameterizedTest
  @CsvSource({"fr, fr", "en, en-GB"})
  void nothingIsFound(String language, String variant) throws IOException {
    Collection<String> paragraphs = paragraphs(language);
    String all = String.join("\n\n", paragraphs);
    List<String> found = new ArrayList<>();
    if (VETTED.isNew(language, all)) {
      for (String paragraph : paragraphs) {
        for (RuleMatch match : tool(variant).check(paragraph)) {
          found.add(match.getRule().getId() + ": " + match.getMessage() + " In: " + paragraph);
        }
      }
    }
    assertThat(found).isEmpty();
    VETTED.pass(language, all);
  }

  @ParameterizedTest
  @EnabledIf("org.entraide.testkit.Vetted#isOff")
  @CsvSource({
    "fr, Merci d’avoir répondus à notre questionnaire.",
    "fr, Il cherche de l’aide pour faires des courses.",
    "en-GB, You has kindly offered to help.",
  })
  void aMistakeIsFound(String variant, String wrong) throws IOException {
    assertThat(tool(variant).check(wrong)).isNotEmpty();
  }

  /** Made once: it takes seconds. */
  private static JLanguageTool tool(String variant) {
    return TOOLS.computeIfAbsent(variant, LetterGrammarTest::newTool);
  }

  @AfterAll
  static void forget() throws IOException {
    VETTED.write();
    TOOLS.clear();
  }

  private static JLanguageTool newTool(String variant) {
    JLanguageTool tool = new JLanguageTool(Languages.getLanguageForShortCode(variant));
    for (Rule rule : tool.getAllActiveRules()) {
      if (rule instanceof SpellingCheckRule spelling) {
        spelling.addIgnoreTokens(NAMES);
      }
    }
    NOT_HERE.forEach(tool::disableRule);
    return tool;
  }

  /** Each once, whoever it names: a hundred letters share most of what they say. */
  private static Collection<String> paragraphs(String language) {
    LetterPreview preview = new LetterPreview(LetterComposer.of(Texts.of(language)));
    Map<String, String> paragraphs = new LinkedHashMap<>();
    for (LetterCases.Case one : LetterGoldenTest.cases()) {
      String body = preview.letter(one).orElseThrow().body();
      for (String paragraph : body.replace("\n--\n", "\n\n").strip().split("\n{2,}", -1)) {
        String nobody = paragraph;
        for (String name : NAMES) {
          nobody = nobody.replace(name, "N");
        }
        paragraphs.putIfAbsent(nobody, paragraph);
      }
    }
    return paragraphs.values();
  }
}
