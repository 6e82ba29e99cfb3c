package org.entraide.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entraide.cli.shell.ExitCode;
import org.junit.jupiter.api.Test;

/** What the documents name is there. */
class PagesTest {

  private static final Path TESTS = Path.of("src/test/java");
  private static final String PREVENT = "RestartPreventExitStatus=";
  private static final Pattern TEST_METHOD = Pattern.compile("`([A-Z]\\w+)\\.([a-z]\\w+)`");

  @Test
  void everyLinkLeadsSomewhere() throws Exception {
    List<String> broken = new ArrayList<>();
    for (Page page : Page.all()) {
      page.links().stream()
          .filter(link -> !link.matches("[a-z]+:.*"))
          .filter(link -> !leads(page, link))
          .forEach(link -> broken.add(page.file() + ": " + link));
    }

    assertThat(broken).isEmpty();
    assertThat(leads(Page.of("README.md"), "docs/nothing.md")).isFalse();
    assertThat(leads(Page.of("README.md"), "docs/sign-in.md#nothing")).isFalse();
  }

  private static boolean leads(Page from, String link) {
    String[] parts = link.split("#", 2);
    Path file = parts[0].isEmpty() ? from.file() : from.file().resolveSibling(parts[0]).normalize();
    return Files.exists(file)
        && (parts.length == 1 || Page.of(file.toString()).anchors().contains(parts[1]));
  }

  @Test
  void everyReasonHasAHeadingAndALineInTheIndex() {
    String text = Page.of("RATIONALE.md").text();
    int end = text.indexOf("\n## ", text.indexOf("## Index"));
    Page index = new Page(Path.of("RATIONALE.md"), text.substring(0, end));
    Page reasons = new Page(Path.of("RATIONALE.md"), text.substring(end));

    assertThat(reasons.headings().stream().filter(heading -> heading.level() == 3))
        .hasSizeGreaterThan(100)
        .extracting(heading -> "- [" + heading.text() + "](#" + heading.anchor() + ")")
        .containsExactlyInAnyOrderElementsOf(
            index.text().lines().filter(line -> line.startsWith("- ")).toList());
    assertThat(Page.of("RATIONALE.md").anchors()).doesNotHaveDuplicates();
    assertThat(reasons.text().split("\n\n+(?=### )"))
        .allSatisfy(reason -> assertThat(reason.split("\n\n(?=\\*\\*|- )")).hasSizeLessThan(3));
  }

  @Test
  void bothReadmesHaveTheSameSectionsTablesAndCommands() {
    Page english = Page.of("README.md");
    Page french = Page.of("README.fr.md");

    assertThat(french.headings().stream().map(Page.Heading::level))
        .containsExactlyElementsOf(english.headings().stream().map(Page.Heading::level).toList());
    assertThat(rowsBySection(french)).isEqualTo(rowsBySection(english));
    assertThat(examples(french)).isNotEmpty().isEqualTo(examples(english));
    assertThat(commands(french)).hasSizeGreaterThan(12).isEqualTo(commands(english));
    assertThat(french.links().stream().filter(link -> link.startsWith("http")))
        .containsAll(english.links().stream().filter(link -> link.startsWith("http")).toList());
  }

  /** What left the READMEs: the French page has these sections of the English one. */
  @Test
  void bothPagesForAdministratorsHaveTheSameCommandsMessagesAndCodes() {
    Page english = Page.of("docs/administration.md");
    Page french = Page.of("docs/administration.fr.md");
    Map<String, String> headings =
        Map.of(
            "Commands", "Commandes",
            "When it says …", "Quand il dit …",
            "Exit codes", "Codes de sortie");

    headings.forEach(
        (here, there) -> {
          assertThat(rowsBySection(french.section(there)))
              .isEqualTo(rowsBySection(english.section(here)));
          assertThat(examples(french.section(there))).isEqualTo(examples(english.section(here)));
        });
    assertThat(examples(english.section("Commands"))).hasSizeGreaterThan(15);
    assertThat(commands(french)).isSubsetOf(commands(english));
  }

  @Test
  void theReadmeIsShort() {
    assertThat(Page.of("README.md").text().split("\\s+")).hasSizeLessThanOrEqualTo(1_300);
  }

  @Test
  void theGlossaryHasFortyWordsAtMost() {
    assertThat(Page.of("docs/architecture.md").section("Glossary").text().lines())
        .filteredOn(line -> line.startsWith("| **"))
        .hasSizeBetween(20, 40);
  }

  /** How many rows of tables, and items of lists, each section has. */
  private static List<List<Long>> rowsBySection(Page page) {
    return Arrays.stream(page.text().split("(?m)^#+ "))
        .map(
            section ->
                List.of(lines(section, "| "), lines(section, "- "), lines(section, "\\d+\\. ")))
        .toList();
  }

  private static long lines(String section, String beginning) {
    return Pattern.compile("(?m)^" + (beginning.equals("| ") ? "\\| " : beginning))
        .matcher(section)
        .results()
        .count();
  }

  private static List<List<List<String>>> examples(Page page) {
    return page.blocks("sh").stream().flatMap(String::lines).map(ShownCommand::simple).toList();
  }

  private static Set<String> commands(Page page) {
    Set<String> commands = new TreeSet<>();
    ShownCommand.of(page).forEach(command -> commands.add(String.join(" ", command.words())));
    page.code().stream().filter(code -> code.startsWith("mvn ")).forEach(commands::add);
    return commands;
  }

  @Test
  void theArchitectureSaysWhyEachPackageExists() throws Exception {
    List<String> named = Page.of("docs/architecture.md").code();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      assertThat(
              files
                  .filter(file -> file.endsWith("package-info.java"))
                  .map(file -> Path.of("src/main/java").relativize(file.getParent()).toString())
                  .map(directory -> directory.replace('/', '.').replace('\\', '.')))
          .hasSizeGreaterThan(20)
          .isSubsetOf(named);
    }
  }

  @Test
  void everyFileThatContributorsAreSentToIsThere() {
    List<String> files =
        Page.of("CONTRIBUTING.md").code().stream()
            .filter(code -> code.matches("(src|docs)/\\S+|\\w+(\\.\\w+)*\\.(md|toml)"))
            .filter(code -> !code.equals("entraide.toml")) // everybody's own
            .toList();

    assertThat(files).hasSizeGreaterThan(30).allSatisfy(file -> assertThat(Path.of(file)).exists());
  }

  @Test
  void everyTestThatTheThreatModelNamesExists() throws Exception {
    Page page = Page.of("SECURITY.md");
    List<MatchResult> named = TEST_METHOD.matcher(page.text()).results().toList();

    assertThat(named).hasSizeGreaterThan(50);
    for (MatchResult test : named) {
      assertThat(source(test.group(1)))
          .as(test.group())
          .hasValueSatisfying(text -> assertThat(text).contains("  void " + test.group(2) + "("));
    }
    assertThat(page.text().lines().filter(line -> line.startsWith("| ")))
        .filteredOn(line -> !line.contains("| shown by |"))
        .allMatch(TEST_METHOD.asPredicate());
  }

  private static Optional<String> source(String test) throws IOException {
    Predicate<Path> is = file -> file.getFileName().toString().equals(test + ".java");
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files.filter(is).findFirst().map(file -> Page.of(file.toString()).text());
    }
  }

  @Test
  void everyExitCodeIsExplainedWhereExitCodesAre() throws Exception {
    List<String> codes = new ArrayList<>();
    for (var field : ExitCode.class.getFields()) {
      codes.add(String.valueOf(field.getInt(null)));
    }

    for (String file : List.of("docs/administration.md", "docs/administration.fr.md")) {
      assertThat(Page.of(file).text().lines())
          .as(file)
          .filteredOn(line -> line.matches("\\| \\d+ \\|.*"))
          .extracting(PagesTest::firstCell)
          .containsExactlyInAnyOrderElementsOf(codes);
    }
  }

  private static String firstCell(String row) {
    return Splitter.on('|').splitToList(row).get(1).strip();
  }

  /** A file of {@code LoadCredential=} is not there: the program was not even started. */
  private static final String SYSTEMDS_OWN = "243";

  /** A service that is not started again where a restart mends nothing. */
  @Test
  void theExitCodesThatNoRestartMendsAreThoseOfTheUnit() throws Exception {
    String unit = Files.readString(Path.of("systemd/entraide.service"));
    List<String> never =
        unit.lines()
            .filter(line -> line.startsWith(PREVENT))
            .flatMap(line -> Splitter.on(' ').splitToStream(line.substring(PREVENT.length())))
            .filter(code -> !code.equals(SYSTEMDS_OWN))
            .toList();

    assertThat(Page.of("docs/administration.md").text().lines())
        .filteredOn(line -> line.matches("\\| \\d+ \\|.*\\| no \\|") && !line.startsWith("| 0 "))
        .extracting(PagesTest::firstCell)
        .containsExactlyInAnyOrderElementsOf(never);
  }
}
