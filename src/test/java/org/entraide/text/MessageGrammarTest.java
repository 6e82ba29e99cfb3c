package org.entraide.text;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.google.common.base.Suppliers;
import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.testkit.Vetted;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
 * LanguageTool reads every message, with something plausible in its blanks, and finds nothing: in a
 * build those beside which one has changed, in the long profile all.
 */
@Tag("long")
class MessageGrammarTest {

  /** Lists of words, names of countries, and letters, which have a test of their own. */
  private static final Pattern NO_SENTENCES =
      Pattern.compile(
          "letter\\..*|.*\\.also|.*\\.separator|settings\\.typed\\..*|pause\\.until|day\\.spelled|place\\.(country|in)\\..*");

  /** Words of the program, of Google and of people who are in no dictionary. */
  private static final List<String> WORDS =
      List.of(
          "7KQ47",
          "auth",
          "campaigns",
          "controller",
          "directory",
          "doctor",
          "fr",
          "import",
          "init",
          "journalctl",
          "live",
          "login",
          "londres",
          "mi",
          "n",
          "ONS",
          "ONSPD",
          "over",
          "postcode",
          "postcodes",
          "privacy",
          "privacy_url",
          "restart",
          "run",
          "status",
          "sudo",
          "systemctl",
          "tab",
          "take",
          "toml",
          "url",
          "Directory",
          "Postcode",
          "entraide");

  /** Rules that these texts break on purpose, and why. */
  private static final Map<String, String> RULES =
      Map.ofEntries(
          Map.entry("UPPERCASE_SENTENCE_START", "an action is a clause behind « À faire : »"),
          Map.entry("POINT", "an action has no full stop"),
          Map.entry("VOIR_REGARDER", "« Voyez » sends to a command"),
          Map.entry("NOMBRES_EN_LETTRES", "a count is in digits"),
          Map.entry("NOMBRES_EN_LETTRES_2", "the same"),
          Map.entry("NOMBRES_EN_LETTRES_IMPROVED", "the same"),
          Map.entry("NOMBRES_EN_LETTRES_2_IMPROVED", "the same"),
          Map.entry("OXFORD_SPELLING_Z_NOT_S", "the spelling is British"));

  /** Rules that take a file, an option, a key or an address for a mistake. */
  private static final Set<String> OF_TECHNICAL_WORDS =
      Set.of(
          "SENTENCE_WHITESPACE",
          "POINTS_2",
          "TIRET",
          "DEUX_POINTS_ESPACE",
          "FRENCH_WHITESPACE",
          "ESPACE_APRES_POINT",
          "MOT_TRAIT_MOT",
          "GOOGLE",
          "ID_CASING",
          "DANS_MAISON");

  /** A point, a bar, a bracket or an underscore within a word; an option. */
  private static final Pattern TECHNICAL =
      Pattern.compile("\\S*[\\p{Alnum}\\[][./_@:\\[\\]]+[\\p{Alnum}\\]]\\S*|--?\\p{Alpha}\\S*");

  /** Single findings that are none: a rule, a key, and perhaps why. */
  private static final Set<String> NO_MISTAKES =
      lines("message-no-mistakes.txt")
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.replaceFirst("  .*", ""))
          .collect(Collectors.toCollection(TreeSet::new));

  /** What is put into blanks, by their names. */
  private static final Map<String, Object> BLANKS = blanks();

  /** A row, a distance or a limit. */
  private static final int SOME = 12;

  @BeforeAll
  static void quiet() {
    if (LoggerFactory.getLogger("org.languagetool") instanceof Logger logger) {
      logger.setLevel(Level.WARN);
    }
  }

  @Test
  void nothingIsFoundButWhatIsListedAsNone() throws IOException {
    Set<String> unused = new TreeSet<>(NO_MISTAKES);
    Map<String, Set<String>> mistakes = new TreeMap<>();
    Vetted vetted =
        Vetted.of(
            "messages",
            List.of(
                new TreeSet<>(RULES.keySet()),
                new TreeSet<>(OF_TECHNICAL_WORDS),
                TECHNICAL,
                NO_MISTAKES,
                WORDS,
                lines("message-words.txt").toList()));
    found(mistakes, unused, vetted, "fr", "fr");
    found(mistakes, unused, vetted, "en", "en-GB");

    assertThat(mistakes).isEmpty();
    if (Vetted.isOff()) {
      assertThat(unused).as("exceptions that nothing needs").isEmpty();
    }
    vetted.write();
  }

  private static void found(
      Map<String, Set<String>> mistakes,
      Set<String> unused,
      Vetted vetted,
      String language,
      String variant)
      throws IOException {
    Supplier<JLanguageTool> tool = Suppliers.memoize(() -> newTool(variant)); // it takes seconds
    Map<String, String> texts = texts(language);
    Map<String, String> areas =
        texts.entrySet().stream()
            .collect(
                Collectors.toMap(
                    text -> area(language, text.getValue()),
                    Map.Entry::getKey,
                    (one, other) -> one + "\n" + other,
                    TreeMap::new));
    areas.forEach(vetted::pass);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      String area = area(language, text.getValue());
      if (!vetted.isNew(area, Objects.requireNonNull(areas.get(area)))) {
        continue;
      }
      for (RuleMatch match : tool.get().check(text.getKey())) {
        String rule = match.getRule().getId();
        String finding = rule + " " + text.getValue();
        unused.remove(finding);
        if (!NO_MISTAKES.contains(finding) && !isOfTechnicalWord(match, text.getKey())) {
          String what = text.getKey().substring(match.getFromPos(), match.getToPos());
          mistakes
              .computeIfAbsent(rule, any -> new TreeSet<>())
              .add(
                  "[%s] %s %s: %s"
                      .formatted(what, match.getMessage(), text.getValue(), text.getKey()));
        }
      }
    }
  }

  private static String area(String language, String key) {
    return language + " " + key.substring(0, key.indexOf('.'));
  }

  private static boolean isOfTechnicalWord(RuleMatch match, String text) {
    return OF_TECHNICAL_WORDS.contains(match.getRule().getId())
        && TECHNICAL
            .matcher(text)
            .results()
            .anyMatch(word -> word.start() <= match.getToPos() && match.getFromPos() <= word.end());
  }

  @ParameterizedTest
  @EnabledIf("org.entraide.testkit.Vetted#isOff")
  @CsvSource({"fr, Les place sont toutes prise.", "en-GB, The drafts has waited for week."})
  void aMistakeIsFound(String variant, String wrong) throws IOException {
    assertThat(newTool(variant).check(wrong)).isNotEmpty();
  }

  private static Stream<String> lines(String resource) {
    try (InputStream in =
        Objects.requireNonNull(MessageGrammarTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JLanguageTool newTool(String variant) {
    JLanguageTool tool = new JLanguageTool(Languages.getLanguageForShortCode(variant));
    for (Rule rule : tool.getAllActiveRules()) {
      if (rule instanceof SpellingCheckRule spelling) {
        spelling.addIgnoreTokens(WORDS);
        // names of programs, keys and options
        spelling.addIgnoreTokens(lines("message-words.txt").toList());
      }
    }
    RULES.keySet().forEach(tool::disableRule);
    return tool;
  }

  /** Each text once, as it is for one and for several, with its key. */
  private static Map<String, String> texts(String language) {
    Texts texts = Texts.of(language);
    Map<String, String> filled = new LinkedHashMap<>();
    for (String key : new TreeSet<>(texts.keys())) {
      if (!NO_SENTENCES.matcher(key).matches()) {
        for (int count : List.of(1, 3)) {
          filled.putIfAbsent(filled(texts, key, count), key);
        }
      }
    }
    return filled;
  }

  private static String filled(Texts texts, String key, int count) {
    Message message = Message.of(key);
    for (Blank blank : blanksOf(texts.pattern(key))) {
      Object value =
          switch (blank.type()) {
            case PLURAL -> count;
            case SIMPLE -> SOME;
            default -> BLANKS.getOrDefault(blank.name(), "Camille");
          };
      message = message.with(blank.name(), value);
    }
    return texts.format(message);
  }

  private record Blank(String name, MessagePattern.ArgType type) {}

  private static Set<Blank> blanksOf(String text) {
    MessagePattern pattern = new MessagePattern(text);
    Set<Blank> blanks = new LinkedHashSet<>();
    for (int i = 0; i + 1 < pattern.countParts(); i++) {
      MessagePattern.Part part = pattern.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_START) {
        String name = pattern.getSubstring(pattern.getPart(i + 1));
        if (blanks.stream().noneMatch(blank -> blank.name().equals(name))) {
          blanks.add(new Blank(name, part.getArgType()));
        }
      }
    }
    return blanks;
  }

  private static Map<String, Object> blanks() {
    Map<String, Object> blanks = new LinkedHashMap<>();
    blanks.put("needs", Message.of("category.shopping"));
    blanks.put("column", Message.of("column.instruction"));
    blanks.put("columns", Message.of("column.instruction"));
    blanks.put("status", Message.of("status.paused"));
    blanks.put("second", Message.of("status.paused"));
    blanks.put("state", Message.of("state.sent"));
    blanks.put("first", "26/03/2020");
    blanks.put("on", "26/03/2020");
    blanks.put("at", "26/03/2020");
    blanks.put("day", "26/03/2020");
    blanks.put("until", "10:30");
    blanks.put("ref", "M-7KQ47");
    blanks.put("refs", "M-7KQ47");
    blanks.put("mailbox", "delegue@example.org");
    blanks.put("account", "delegue@example.org");
    blanks.put("address", "https://example.org/");
    blanks.put("privacy", "https://example.org/");
    blanks.put("file", "https://example.org/");
    blanks.put("helper", "Fanny");
    blanks.put("a", "Lyon");
    blanks.put("b", "Paris");
    blanks.put("c", "Lille");
    blanks.put("beside", "40");
    blanks.put("offered", "8");
    blanks.put("limit", "8");
    blanks.put("preferring", "2");
    blanks.put("better", "2");
    blanks.put("equal", "2");
    blanks.put("metres", "200");
    blanks.put("value", Message.of("settings.no"));
    blanks.put("policy", Message.of("settings.policy.coverage"));
    blanks.put("stable", Message.of("settings.policy.stable"));
    blanks.put("coverage", Message.of("settings.policy.coverage"));
    blanks.put("codes", Message.of("postcode.codes.gb"));
    blanks.put("field", Message.of("people.field.address"));
    blanks.put("fields", Message.of("people.field.address"));
    blanks.put("what", Message.of("people.essential.place"));
    blanks.put("evidence", Message.of("people.evidence.known"));
    blanks.put("precision", Message.of("why.precision.city"));
    blanks.put("why", Message.of("explain.pin.same_person"));
    blanks.put("actions", Message.of("people.name.missing"));
    blanks.put("ask", Message.of("task.ask.place"));
    blanks.put("seconds", "30");
    blanks.put("fair", "60");
    blanks.put("whose", " (ONS)");
    blanks.put("known", "yes");
    blanks.put("linked", "yes");
    blanks.put("place", "Lille");
    blanks.put("above", "Lyon");
    blanks.put("said", "Lyon.");
    blanks.put("key", "account");
    blanks.put("here", "Lyon");
    blanks.put("month", "mars");
    blanks.put("year", "2020");
    return blanks;
  }
}
