package org.entraide.text;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
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
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.Rule;
import org.languagetool.rules.RuleMatch;
import org.languagetool.rules.spelling.SpellingCheckRule;
import org.slf4j.LoggerFactory;

/** LanguageTool reads every message, with something plausible in its blanks, and finds nothing. */
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
          Map.entry(
              "SENTENCE_WHITESPACE", "entraide.toml and [campaigns.NAME] have a point in them"),
          Map.entry("POINTS_2", "the same"),
          Map.entry("TIRET", "an option begins with --"),
          Map.entry("DEUX_POINTS_ESPACE", "an address has colons in it"),
          Map.entry("FRENCH_WHITESPACE", "the same; TypographyTest reads the spaces"),
          Map.entry("ESPACE_APRES_POINT", "a file's name has a point in it"),
          Map.entry("MOT_TRAIT_MOT", "a command has options"),
          Map.entry("NE_IMP_PAS", "a cause has no subject: the file and the key are before it"),
          Map.entry("OU_LEQUEL", "« où » is plainer"),
          Map.entry("GOOGLE", "[google] is a part of the configuration"),
          Map.entry("ID_CASING", "an id is what Google calls so"),
          Map.entry("OXFORD_SPELLING_Z_NOT_S", "the spelling is British"),
          Map.entry("DATE_FUTURE_VERB_PAST_US", "a day is written as the sheet does"),
          Map.entry("DANS_MAISON", "entraide.toml is a file, which has no article"),
          Map.entry("ACCORD_EXPRESSION_SANS_COMPLEMENT", "« sans lettre » has no plural"));

  /** Single findings that are none, by rule and key. */
  private static final Set<String> NO_MISTAKES =
      Set.of(
          "ACCORD_R_PERS_VERBE people.answered-again", // the subject is « autres »
          "AGREEMENT_POSTPONED_ADJ look.warn.columns", // « écrit » is a verb
          "AGREEMENT_POSTPONED_ADJ look.warn.tab",
          "A_A_ACCENT ledger.explain.withdrawn.for.no_place", // « a » is a verb
          "V_SUB_V_IND task.confirm.astray", // « exclue » is an adjective
          "EN_UNPAIRED_QUOTES doctor.network.silent.fix",
          "LC_AFTER_PERIOD doctor.service.not_installed",
          "LC_AFTER_PERIOD doctor.credentials.person", // google.account
          "FR_SIMPLE_REPLACE_SIMPLE_CA doctor.network.tls.fix", // a package's name
          "PAS_DE_VIRGULE doctor.about.questions", // a heading
          "EN_A_VS_AN cli.erase.several_campaigns", // a reference
          "MISSING_COMMA_AFTER_INTRODUCTORY_PHRASE cli.auth.ended_already",
          "NOUN_APOSTROPHE_S_VERB doctor.journal.clocks",
          "AGREEMENT_POSTPONED_ADJ setup.file.sheet", // « écrit » is a verb
          "DETERMINER_SENT_END setup.look.language", // « fr ou en » are codes
          "DETERMINER_SENT_END setup.wrong.language",
          "FR setup.file.language",
          "FR setup.look.language",
          "FR setup.wrong.language",
          "ENGLISH_WORD_REPEAT_RULE cli.status.counted", // two blanks
          "ENGLISH_WORD_REPEAT_RULE setup.heading",
          "FRENCH_WORD_REPEAT_RULE cli.status.counted",
          "FRENCH_WORD_REPEAT_RULE setup.heading",
          "HE_VERB_AGR cli.status.left", // the subject is a list
          "NON_STANDARD_WORD setup.service.client", // a directory
          "PAS_DE_VIRGULE setup.wrong.sheet.published",
          "PCT_PLURAL_NOUN_SINGULAR_VERB_AGREEMENT setup.more.consent",
          "SENT_START_CONJUNCTIVE_LINKING_ADVERB_COMMA setup.look.consent",
          "MORFOLOGIK_RULE_EN_GB cli.status.load", // a blank and %
          "MORFOLOGIK_RULE_EN_GB cli.status.load.idle",
          "WHITESPACE_RULE setup.look.apis", // a list
          "POINTS_SUSPENSIONS_SPACE setup.more.form", // an address
          "POINTS_SUSPENSIONS_SPACE setup.more.sheet",
          "POINTS_SUSPENSIONS_SPACE setup.wrong.form",
          "POINTS_SUSPENSIONS_SPACE setup.wrong.sheet",
          "A_ACCENT campaign.too_many"); // « a » is a verb

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

  @ParameterizedTest
  @CsvSource({"fr, fr", "en, en-GB"})
  void nothingIsFound(String language, String variant) throws IOException {
    JLanguageTool tool = newTool(variant);
    Map<String, Set<String>> found = new TreeMap<>();
    for (Map.Entry<String, String> text : texts(language).entrySet()) {
      for (RuleMatch match : tool.check(text.getKey())) {
        if (NO_MISTAKES.contains(match.getRule().getId() + " " + text.getValue())) {
          continue;
        }
        String what = text.getKey().substring(match.getFromPos(), match.getToPos());
        found
            .computeIfAbsent(match.getRule().getId(), rule -> new TreeSet<>())
            .add(
                "["
                    + what
                    + "] "
                    + match.getMessage()
                    + " "
                    + text.getValue()
                    + ": "
                    + text.getKey());
      }
    }
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"fr, Les place sont toutes prise.", "en-GB, The drafts has waited for week."})
  void aMistakeIsFound(String variant, String wrong) throws IOException {
    assertThat(newTool(variant).check(wrong)).isNotEmpty();
  }

  /** Names of programs, keys and options, a line each. */
  private static List<String> technical() {
    try (InputStream in =
        Objects.requireNonNull(MessageGrammarTest.class.getResourceAsStream("message-words.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JLanguageTool newTool(String variant) {
    JLanguageTool tool = new JLanguageTool(Languages.getLanguageForShortCode(variant));
    for (Rule rule : tool.getAllActiveRules()) {
      if (rule instanceof SpellingCheckRule spelling) {
        spelling.addIgnoreTokens(WORDS);
        spelling.addIgnoreTokens(technical());
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
