package org.entraide.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.testkit.Vetted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.Rule;
import org.languagetool.rules.RuleMatch;
import org.languagetool.rules.spelling.SpellingCheckRule;
import org.slf4j.LoggerFactory;

/**
 * LanguageTool reads every page that changed since it was last found right; all with {@code
 * -Dvetted.all=true}. Words that are in no dictionary, and sentences that it takes for wrong, are
 * named one by one in {@code page-words.txt} and {@code page-exceptions.tsv}.
 */
@Tag("long")
class PageGrammarTest {

  /** Made from the program: see {@code MessagesTest} and {@code WireFaultsTest}. */
  private static final Set<String> MADE = Set.of("messages.md", "wire-faults.md");

  private static final Path EXCEPTIONS = Path.of("src/test/resources/org/entraide/docs");

  /**
   * Cells of tables begin without a capital and end without a full stop; a comma before « ou » that
   * sets off an afterthought is right; the pages are written with -ise.
   */
  private static final List<String> NOT_HERE =
      List.of(
          "UPPERCASE_SENTENCE_START",
          "POINT",
          "POINTS_2",
          "PAS_DE_VIRGULE",
          "OXFORD_SPELLING_Z_NOT_S");

  private static final Map<String, JLanguageTool> TOOLS = new HashMap<>();

  private static final Vetted VETTED = vetted();

  private static Vetted vetted() {
    try {
      return Vetted.of("pages", List.of(NOT_HERE, lines("page-words.txt"), exceptions()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void quiet() {
    if (LoggerFactory.getLogger("org.languagetool") instanceof Logger logger) {
      logger.setLevel(Level.WARN);
    }
  }

  @AfterAll
  static void forget() throws IOException {
    VETTED.write();
    TOOLS.clear();
  }

  static Stream<Path> pages() throws IOException {
    return Page.all().stream()
        .map(Page::file)
        .filter(file -> file.startsWith("docs") || file.toString().startsWith("README"))
        .filter(file -> !MADE.contains(name(file)));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void nothingIsFound(Path file) throws IOException {
    List<String> prose = Prose.of(Page.of(file.toString()));
    List<String> found = new ArrayList<>();
    if (VETTED.isNew(name(file), String.join("\n", prose))) {
      found.addAll(found(tool(name(file).endsWith(".fr.md") ? "fr" : "en-GB"), prose));
    }
    assertThat(found).isEmpty();
    VETTED.pass(name(file), String.join("\n", prose));
  }

  private static List<String> found(JLanguageTool tool, List<String> prose) throws IOException {
    List<Allowed> exceptions = exceptions();
    List<String> found = new ArrayList<>();
    for (String said : prose) {
      for (RuleMatch match : tool.check(said)) {
        String id = match.getRule().getId();
        if (exceptions.stream().noneMatch(one -> one.allows(id, said))) {
          String words = said.substring(match.getFromPos(), match.getToPos());
          found.add(id + "\t" + words + "\t" + match.getMessage() + " In: " + said);
        }
      }
    }
    return found;
  }

  @Test
  @EnabledIf("org.entraide.testkit.Vetted#isOff")
  void aMistakeIsFound() throws IOException {
    assertThat(tool("fr").check("Vous pouvez changez ce que vous voulez.")).isNotEmpty();
    assertThat(tool("fr").check("Les lettre sont des brouillons.")).isNotEmpty();
    assertThat(tool("en-GB").check("You has to read it first.")).isNotEmpty();
    assertThat(tool("en-GB").check("It recieves the drafts.")).isNotEmpty();
  }

  @Test
  void codeLinksAndWhatIsQuotedAreNotThePagesOwnWords() {
    Page page =
        new Page(
            Path.of("a.md"),
            """
            # A heading of five words

            Run `entraide doctor` and *Suspendre / Suspend*, see [the other page](b.md).

            ```sh
            bin/entraide nonsense here
            ```

            - **One** item of a list
            | a cell of | “quoted words” are out |
            """);

    assertThat(Prose.of(page))
        .containsExactly(
            "A heading of five words",
            "Run Paris and Paris, see the other page.",
            "One item of a list",
            "a cell of",
            "Paris are out");
  }

  /** Made once: it takes seconds. */
  private static JLanguageTool tool(String variant) throws IOException {
    JLanguageTool known = TOOLS.get(variant);
    if (known != null) {
      return known;
    }
    JLanguageTool tool = new JLanguageTool(Languages.getLanguageForShortCode(variant));
    List<String> words = lines("page-words.txt");
    for (Rule rule : tool.getAllActiveRules()) {
      if (rule instanceof SpellingCheckRule spelling) {
        spelling.addIgnoreTokens(words);
      }
    }
    NOT_HERE.forEach(tool::disableRule);
    TOOLS.put(variant, tool);
    return tool;
  }

  /** A rule, and the words of the sentence in which it is wrong. */
  private record Allowed(String rule, String words) {

    boolean allows(String id, String said) {
      return id.equals(rule) && said.contains(words);
    }
  }

  private static List<Allowed> exceptions() throws IOException {
    return lines("page-exceptions.tsv").stream()
        .map(line -> line.split("\t", 2))
        .map(cells -> new Allowed(cells[0], cells[1]))
        .toList();
  }

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(EXCEPTIONS.resolve(file)).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }
}
